//! The sizes in which a picture is offered: which, of what colours, and of what they are not made.

use std::fs;
use std::io::Cursor;

use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat};
use serde_json::{Value, json};

use crate::pictures::{built, document, offered, packed, photograph};
use crate::{Room, text};

#[test]
fn the_widest_that_is_offered_is_never_a_small_one_alone() {
    let room = Room::new("widest");
    // So coarse that at 1920 it weighs more.
    let mut coarse = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut coarse, 25);
    photograph(2400, 1600).write_with_encoder(encoder).expect("packed");
    // Two tones packed well, of which smaller sizes make many: as WebP it is smaller up to 480 alone.
    let mut tones = photograph(2000, 400).into_luma8();
    tones.pixels_mut().for_each(|pixel| pixel.0[0] = pixel.0[0] % 2 * 255);
    let mut stipple = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut stipple, CompressionType::Best, PngFilter::NoFilter);
    tones.write_with_encoder(encoder).expect("packed");
    for (name, bytes) in [("coarse.jpg", coarse), ("stipple.png", stipple)] {
        let (media, site) = built(&room, name, &bytes);
        let sizes = offered(&media, &site);
        assert!((2..5).contains(&sizes.len()), "{name}: {} sizes", sizes.len());
        let (width, widest, _) = &sizes[sizes.len() - 1];
        assert_eq!((&json!(width), &json!(widest)), (&media["width"], &media["src"]), "{name}");
    }
}

#[test]
fn a_webp_that_is_named_as_a_jpeg_is_one_of_its_sizes() {
    let room = Room::new("named");
    let (media, site) = built(&room, "wall.jpg", &packed(&photograph(1000, 500), ImageFormat::WebP));
    let sizes = offered(&media, &site);
    assert_eq!(sizes.iter().map(|size| size.0).collect::<Vec<_>>(), [480, 960, 1000]);
    let page = text(&site, "story/index.html");
    assert!(!page.contains("<source"), "where it would not be: {page}");
}

/// A PNG of this many pixels a side that says so and ends there.
fn claim(side: u32) -> Vec<u8> {
    let side = side.to_be_bytes();
    let header = [b"IHDR", &side[..], &side, &[8, 2, 0, 0, 0]].concat();
    // A checksum as PNG has it (its specification, annex D).
    let checksum = !header.iter().fold(!0_u32, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    });
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0d", &header[..], &checksum.to_be_bytes(), b"\0\0\0\x09IDAT", &[0; 13]].concat()
}

#[test]
fn a_picture_that_would_fill_the_memory_is_not_unpacked() {
    let room = Room::new("memory");
    let said = |side| {
        fs::write(room.0.join("vast.png"), claim(side)).expect("written");
        fs::write(room.0.join("a.json"), document(json!({ "src": "vast.png", "alt": "A" }))).expect("written");
        room.build(&["a.json"], 0)
    };
    assert!(said(20_000).contains("is published in its own size alone: Memory limit exceeded"), "{}", said(20_000));
    // This one is tried, and found to be broken.
    let small = said(2_000);
    assert!(small.contains("in its own size alone: ") && !small.contains("Memory limit"), "{small}");
}

#[test]
fn a_colour_profile_is_kept_where_it_fits_what_is_written() {
    let room = Room::new("profile");
    let photograph = photograph(900, 600);
    let grey = DynamicImage::ImageLuma8(photograph.to_luma8());
    for (image, space, is_kept) in [
        (&photograph, b"RGB ", true),
        (&photograph, b"CMYK", false),
        (&photograph, b"GRAY", false),
        (&grey, b"GRAY", true),
        (&grey, b"RGB ", false),
    ] {
        let profile = [&[0; 16][..], space, &[0; 108]].concat();
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 90);
        encoder.set_icc_profile(profile.clone()).expect("a JPEG has room for it");
        image.write_with_encoder(encoder).expect("packed");
        let (media, site) = built(&room, "wall.jpg", &jpeg);
        let smallest = offered(&media, &site)[0].2;
        let kept = JpegDecoder::new(Cursor::new(smallest)).and_then(|mut decoder| decoder.icc_profile());
        assert_eq!(kept.expect("a JPEG"), is_kept.then_some(profile), "{}", String::from_utf8_lossy(space));
    }
}

#[test]
fn a_picture_may_stand_with_sizes_of_the_author_and_without() {
    let room = Room::new("twice");
    for (name, width) in [("wall.jpg", 1200), ("wall-480.jpg", 480)] {
        fs::write(room.0.join(name), packed(&photograph(width, width / 2), ImageFormat::Jpeg)).expect("written");
    }
    let made = json!({ "src": "wall.jpg", "alt": "A" });
    let own = json!({ "src": "wall.jpg", "alt": "A", "srcset": [{ "src": "wall-480.jpg", "width": 480 }] });
    for all in [[&made, &own], [&own, &made]] {
        let mut document: Value = serde_json::from_str(&document(Value::Null)).expect("JSON");
        let section = |(id, media): (&str, &Value)| json!({ "id": id, "heading": "H", "body": "B", "media": media });
        document["sections"] = ["s", "t"].into_iter().zip(all).map(section).collect();
        fs::write(room.0.join("a.json"), document.to_string()).expect("written");
        room.build(&["a.json"], 0);
        let site = room.site();
        let published: Value = serde_json::from_str(&text(&site, "story/explainer.json")).expect("JSON");
        for (section, media) in all.into_iter().enumerate() {
            let sizes = offered(&published["document"]["content"]["sections"][section]["media"], &site);
            let widths: &[u64] = if media == &own { &[480, 1200] } else { &[480, 960, 1200] };
            assert_eq!(sizes.iter().map(|size| size.0).collect::<Vec<_>>(), widths, "{all:?}");
        }
    }
}
