//! How large pictures are, and the smaller sizes in which they are offered.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Seek};
use std::path::{Path, PathBuf};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngDecoder, PngEncoder};
use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, ImageResult, Limits};

/// The widths in which pictures are offered, in pixels: for telephones and for the measure of a text, with one to three pixels
/// a CSS pixel. A wider file is only for browsers that know no choice.
const WIDTHS: [u32; 4] = [480, 960, 1440, 1920];
/// JPEG's quality, at which nobody sees a difference at these sizes.
const QUALITY: u8 = 82;
/// What a picture may take of the memory once it is unpacked, in bytes: 64 megapixels in four bytes each.
const LARGEST: u64 = 256 << 20;

/// A picture in one of the sizes in which it is offered.
pub struct Size {
    /// Its width in pixels.
    pub width: u32,
    /// The end of its file's name, and its file; none if it is the picture's own.
    pub file: Option<(&'static str, Vec<u8>)>,
}

/// The file of a picture that is beside a document, by the address that the document gives; those of the web, and of the whole
/// host (`/a.png`), are none.
pub fn beside(file: &Path, address: &str) -> Option<PathBuf> {
    let is_here = !address.contains("://") && !address.starts_with(['/', '\\']);
    let name = address.split(['?', '#']).next().unwrap_or_default();
    is_here.then(|| file.parent().unwrap_or(Path::new(".")).join(name))
}

/// Knows the sizes of the pictures beside a document.
pub fn sizes_beside(file: &Path) -> impl Fn(&str) -> Option<(u32, u32)> {
    let file = file.to_owned();
    move |address| size(BufReader::new(File::open(beside(&file, address)?).ok()?))
}

/// A picture's width and height in pixels, as browsers show it: turned as the camera was held.
pub fn size(mut picture: impl BufRead + Seek) -> Option<(u32, u32)> {
    unpacked_size(&mut picture).ok().or_else(|| {
        // Of a kind that we do not unpack.
        picture.rewind().ok()?;
        let size = imagesize::reader_size(picture).ok()?;
        Some((size.width.try_into().ok()?, size.height.try_into().ok()?))
    })
}

fn unpacked_size(picture: impl BufRead + Seek) -> ImageResult<(u32, u32)> {
    let mut decoder = ImageReader::new(picture).with_guessed_format()?.into_decoder()?;
    let (width, height) = decoder.dimensions();
    Ok(if is_on_its_side(decoder.orientation()?) { (height, width) } else { (width, height) })
}

fn is_on_its_side(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH)
}

/// The sizes in which a picture is offered, from the smallest, all of one kind: a JPEG stays one; of a PNG or a WebP each size is
/// lossless, as WebP unless PNG is smaller. None whose file is not smaller than the picture's own; so there may be none at all,
/// as of whatever moves and of other kinds. Where that leaves out the widest, the picture itself takes its place: browsers choose
/// among these alone, and would never fetch it.
///
/// # Errors
/// The picture cannot be unpacked.
pub fn sizes(bytes: &[u8]) -> Result<Vec<Size>, String> {
    let is_lighter = |size: &Size| size.weight().is_none_or(|weight| weight < bytes.len());
    let made = || {
        let Some((format, picture)) = unpacked(bytes)? else { return Ok(Vec::new()) };
        let mut sizes = match format {
            ImageFormat::Png => {
                let webps = resized(&picture, ImageFormat::WebP, true)?;
                let pngs = resized(&picture, ImageFormat::Png, false)?;
                // In its own width there is a PNG already, whose weight counts for neither.
                let weights = pngs.iter().zip(&webps).filter_map(|(png, webp)| png.weight().zip(webp.weight()));
                let (of_pngs, of_webps) = weights.fold((0, 0), |(pngs, webps), (png, webp)| (pngs + png, webps + webp));
                // The picture itself is no WebP, so that it cannot stand among those.
                if of_webps <= of_pngs && webps.last().is_some_and(is_lighter) { webps } else { pngs }
            }
            format => resized(&picture, format, false)?,
        };
        if sizes.pop_if(|widest| !is_lighter(widest)).is_some() {
            sizes.push(Size { width: picture.image.width(), file: None });
        }
        sizes.retain(is_lighter);
        Ok(sizes)
    };
    let sizes: ImageResult<Vec<Size>> = made();
    let sizes = sizes.map_err(|error| error.to_string())?;
    // The picture alone is no choice.
    let is_choice = sizes.iter().any(|size| size.file.is_some());
    Ok(if is_choice { sizes } else { Vec::new() })
}

impl Size {
    fn weight(&self) -> Option<usize> {
        self.file.as_ref().map(|(_, bytes)| bytes.len())
    }
}

/// A picture in memory.
struct Unpacked {
    image: DynamicImage,
    /// What its colours mean, where that is not the usual.
    profile: Option<Vec<u8>>,
}

/// Unpacks a picture that stands still, is of a kind that can be written, and is wider than the smallest size.
fn unpacked(bytes: &[u8]) -> ImageResult<Option<(ImageFormat, Unpacked)>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(LARGEST);
    reader.limits(limits.clone());
    let Some(format) = reader.format() else { return Ok(None) };
    let still = match format {
        ImageFormat::Jpeg => true,
        ImageFormat::Png => !PngDecoder::new(Cursor::new(bytes))?.is_apng()?,
        ImageFormat::WebP => !WebPDecoder::new(Cursor::new(bytes))?.has_animation(),
        _ => false,
    };
    if !still {
        return Ok(None);
    }
    let mut decoder = reader.into_decoder()?;
    // A decoder holds its own memory to the limits, but not that of the picture.
    limits.reserve(decoder.total_bytes())?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation()?;
    if (if is_on_its_side(orientation) { height } else { width }) <= WIDTHS[0] {
        return Ok(None);
    }
    let profile = decoder.icc_profile()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    // What every kind can be written of: eight bits a channel.
    let image = match (image.color().has_color(), image.color().has_alpha()) {
        (_, true) => DynamicImage::ImageRgba8(image.into_rgba8()),
        (true, false) => DynamicImage::ImageRgb8(image.into_rgb8()),
        (false, false) => DynamicImage::ImageLuma8(image.into_luma8()),
    };
    let profile = profile.filter(|profile| fits(profile, image.color().has_color()));
    Ok(Some((format, Unpacked { image, profile })))
}

/// Whether a colour profile is one of the colours that are written: of what a printer's CMYK was unpacked into, its own is not.
/// Its colour space has four letters in its header (ICC.1:2022, 7.2.6).
fn fits(profile: &[u8], has_color: bool) -> bool {
    profile.get(16..20) == Some(if has_color { b"RGB " } else { b"GRAY" })
}

/// A picture in the sizes up to its own. Its own is written only if it is asked for: else it is there already.
fn resized(picture: &Unpacked, format: ImageFormat, writes_own: bool) -> ImageResult<Vec<Size>> {
    let Unpacked { image, .. } = picture;
    let mut sizes = Vec::new();
    for width in WIDTHS.into_iter().filter(|&width| width < image.width()) {
        let height = f64::from(image.height()) * f64::from(width) / f64::from(image.width());
        let smaller = image.resize_exact(width, height.round().max(1.0) as u32, FilterType::Lanczos3);
        sizes.push(Size { width, file: Some(written(&smaller, picture, format)?) });
    }
    let width = image.width();
    if WIDTHS.iter().any(|&widest| width <= widest) {
        let file = if writes_own { Some(written(image, picture, format)?) } else { None };
        sizes.push(Size { width, file });
    }
    Ok(sizes)
}

/// The end of a file's name, and the file.
fn written(image: &DynamicImage, of: &Unpacked, format: ImageFormat) -> ImageResult<(&'static str, Vec<u8>)> {
    fn write(mut encoder: impl ImageEncoder, image: &DynamicImage, profile: Option<&Vec<u8>>) -> ImageResult<()> {
        if let Some(profile) = profile {
            // All three kinds can say it.
            let _ = encoder.set_icc_profile(profile.clone());
        }
        image.write_with_encoder(encoder)
    }
    let mut bytes = Vec::new();
    let profile = of.profile.as_ref();
    let end = match format {
        ImageFormat::Jpeg => {
            write(JpegEncoder::new_with_quality(&mut bytes, QUALITY), image, profile)?;
            "jpg"
        }
        ImageFormat::Png => {
            let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, PngFilter::Adaptive);
            write(encoder, image, profile)?;
            "png"
        }
        _ => {
            write(WebPEncoder::new_lossless(&mut bytes), image, profile)?;
            "webp"
        }
    };
    Ok((end, bytes))
}
