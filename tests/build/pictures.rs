//! Pictures beside a document: copied, measured, and made smaller.

use std::fs;
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use serde_json::{Value, json};

use crate::{Room, text};

/// The smallest picture that has a size: a PNG's signature and header, 40 by 30.
pub fn png() -> Vec<u8> {
    let header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x1e\x08\x02\0\0\0";
    [&header[..], &[0; 20]].concat()
}

#[test]
fn pictures_beside_a_document_are_copied_under_names_with_their_hash() {
    let room = Room::new("pictures");
    let document = |src: &str, width: u32| {
        serde_json::json!({ "id": "story", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
            "timeline": { "events": [{ "id": "e", "date": "1962", "title": "T",
                "media": { "src": src, "alt": "A bridge", "width": width, "height": 300 } }] } })
        .to_string()
    };
    fs::create_dir(room.0.join("img")).expect("a folder");
    fs::write(room.0.join("img/My Bridge.png"), png()).expect("written");
    fs::write(room.0.join("a.json"), document("img/My Bridge.png", 400)).expect("written");
    let said = room.build(&["a.json", "--base-url", "https://a.example"], 0);
    assert!(!said.contains("out of shape"), "{said}");
    let site = room.site();
    let name =
        site.keys().find(|name| name.starts_with("story/my-bridge-") && name.ends_with(".png")).expect("the picture");
    assert_eq!(site[name], png());
    let name = name.trim_start_matches("story/");
    assert!(text(&site, "story/index.html").contains(&format!("src=\"{name}\"")));
    for elsewhere in ["story/embed.html", "story/explainer.json"] {
        assert!(text(&site, elsewhere).contains(&format!("https://a.example/story/{name}")), "{elsewhere}");
    }

    fs::write(room.0.join("a.json"), document("img/My Bridge.png", 900)).expect("written");
    assert!(
        room.build(&["a.json"], 0)
            .contains("expected the size of the picture \"img/My Bridge.png\", 40 by 30; found 900 by 300")
    );
    fs::write(room.0.join("a.json"), document("img/none.png", 400)).expect("written");
    assert!(room.build(&["a.json"], 1).contains("the picture \"img/none.png\" is not beside it"));
    fs::write(room.0.join("a.json"), document("https://b.example/x.png", 400)).expect("written");
    room.build(&["a.json"], 0);
    assert!(text(&room.site(), "story/index.html").contains("https://b.example/x.png"));
}

/// A picture that no packing makes tiny: a pattern with some noise, as photographs have.
pub fn photograph(width: u32, height: u32) -> DynamicImage {
    let mut noise = 1_u32;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (noise >> 28) as u8;
        Rgb([(x * 255 / width) as u8 ^ grain, (y * 255 / height) as u8 ^ grain, 128 + grain])
    }))
}

pub fn packed(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    image.write_to(&mut Cursor::new(&mut bytes), format).expect("packed");
    bytes
}

/// A JPEG that says that the camera was held upright (EXIF's orientation 6).
fn upright(jpeg: &[u8]) -> Vec<u8> {
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, exif, &jpeg[2..]].concat()
}

pub fn document(media: Value) -> String {
    json!({ "id": "story", "lang": "en", "title": "T", "kind": "news", "published": "2023-11-12", "as_of": "2023-11-12",
        "sections": [{ "id": "s", "heading": "H", "body": "B", "media": media }] })
    .to_string()
}

/// Builds a document with one picture: the published form of what is shown, and the site's files.
pub fn built(room: &Room, name: &str, bytes: &[u8]) -> (Value, std::collections::BTreeMap<String, Vec<u8>>) {
    fs::write(room.0.join(name), bytes).expect("written");
    fs::write(room.0.join("a.json"), document(json!({ "src": name, "alt": "A" }))).expect("written");
    room.build(&["a.json"], 0);
    let site = room.site();
    let published: Value = serde_json::from_str(&text(&site, "story/explainer.json")).expect("JSON");
    (published["document"]["content"]["sections"][0]["media"].clone(), site)
}

/// The sizes in which a picture is offered, each with its file, which is as wide as it says.
pub fn offered<'s>(
    media: &Value,
    site: &'s std::collections::BTreeMap<String, Vec<u8>>,
) -> Vec<(u64, String, &'s [u8])> {
    let sizes = media["srcset"].as_array().map(Vec::as_slice).unwrap_or_default();
    let size = |size: &Value| {
        let (name, width) =
            (size["src"].as_str().expect("a name").to_owned(), size["width"].as_u64().expect("a width"));
        let bytes = &*site[&format!("story/{name}")];
        let found = imagesize::blob_size(bytes).expect("a picture");
        // The picture itself may lie on its side.
        assert!(found.width as u64 == width || media["src"] == *name, "{name}");
        (width, name, bytes)
    };
    sizes.iter().map(size).collect()
}

#[test]
fn a_photograph_is_offered_in_smaller_sizes_whose_room_is_known() {
    let room = Room::new("photograph");
    let jpeg = packed(&photograph(1200, 800), ImageFormat::Jpeg);
    let (media, site) = built(&room, "wall.jpg", &jpeg);
    assert_eq!((&media["width"], &media["height"]), (&json!(1200), &json!(800)));
    let sizes = offered(&media, &site);
    assert_eq!(sizes.iter().map(|size| size.0).collect::<Vec<_>>(), [480, 960, 1200]);
    assert!(sizes.iter().all(|(_, name, _)| name.starts_with("wall-") && name.ends_with(".jpg")));
    assert!(sizes[0].2.len() < sizes[1].2.len() && sizes[1].2.len() < jpeg.len());
    assert_eq!(sizes[2].1, media["src"].as_str().expect("a name"), "the widest is the picture itself");
    assert_eq!(sizes[2].2, jpeg);
    let page = text(&site, "story/index.html");
    // As wide as finds room without the stylesheet (view/print/media.rs), in the same proportion.
    assert!(page.contains("width=\"224\" height=\"149\" loading=\"lazy\""), "{page}");
    assert!(page.contains(&format!("srcset=\"{} 480w, ", sizes[0].1)));
    // The same picture gives the same bytes.
    assert!(built(&room, "wall.jpg", &jpeg).1 == site);
}

#[test]
fn a_picture_of_a_camera_that_was_turned_is_turned() {
    let room = Room::new("turned");
    let (media, site) = built(&room, "tower.jpg", &upright(&packed(&photograph(900, 600), ImageFormat::Jpeg)));
    assert_eq!((&media["width"], &media["height"]), (&json!(600), &json!(900)));
    let sizes = offered(&media, &site);
    assert_eq!(sizes[0].0, 480);
    assert_eq!(imagesize::blob_size(sizes[0].2).expect("a picture").height, 720);
}

/// A grey photograph that is saved in colour, as scanners do.
fn scan(width: u32, height: u32) -> DynamicImage {
    let grey = DynamicImage::ImageLuma8(photograph(width, height).into_luma8());
    DynamicImage::ImageRgb8(grey.into_rgb8())
}

#[test]
fn a_png_becomes_lossless_webp_where_that_is_smaller_than_png() {
    let room = Room::new("lossless");
    let png = packed(&photograph(1000, 500), ImageFormat::Png);
    let (media, site) = built(&room, "noise.png", &png);
    let sizes = offered(&media, &site);
    assert_eq!(sizes.iter().map(|size| size.0).collect::<Vec<_>>(), [480, 960, 1000]);
    assert!(sizes.iter().all(|(_, name, bytes)| name.ends_with(".png") && bytes.len() <= png.len()));

    let png = packed(&scan(1000, 500), ImageFormat::Png);
    let (media, site) = built(&room, "scan.png", &png);
    let sizes = offered(&media, &site);
    assert!(!sizes.is_empty());
    assert!(sizes.iter().all(|(_, name, bytes)| name.ends_with(".webp") && bytes.len() < png.len()));
    // Browsers that do not read WebP take the picture itself.
    let page = text(&site, "story/index.html");
    let (width, name, _) = &sizes[0];
    let source =
        format!("<source type=\"image/webp\" sizes=\"(min-width: 42em) 38em, 100vw\" srcset=\"{name} {width}w");
    assert!(page.contains(&source), "{page}");
    assert!(page.contains(&format!("<img src=\"{}\" alt=", media["src"].as_str().expect("a name"))), "{page}");
}

#[test]
fn what_cannot_be_made_smaller_is_copied() {
    let room = Room::new("copied");
    let mut coarse = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut coarse, 3);
    photograph(700, 400).write_with_encoder(encoder).expect("packed");
    for (name, bytes) in [("small.png", packed(&photograph(300, 200), ImageFormat::Png)), ("coarse.jpg", coarse)] {
        let (media, site) = built(&room, name, &bytes);
        assert_eq!(media["srcset"], Value::Null, "{name}");
        assert_eq!(site[&format!("story/{}", media["src"].as_str().expect("a name"))], bytes);
    }
}

#[test]
fn what_is_no_picture_is_not_published() {
    let room = Room::new("secret");
    fs::write(room.0.join("secret.txt"), "secret").expect("written");
    let media = json!({ "src": "secret.txt", "alt": "A", "width": 3, "height": 2 });
    fs::write(room.0.join("a.json"), document(media)).expect("written");
    let said = room.build(&["a.json"], 1);
    assert!(said.contains("the picture \"secret.txt\" is of no kind that browsers show; save it as JPEG"), "{said}");
    // Broken in the middle: its head is a picture's, which is published as it is.
    let jpeg = packed(&photograph(1200, 800), ImageFormat::Png);
    fs::write(room.0.join("b.png"), &jpeg[..jpeg.len() / 2]).expect("written");
    fs::write(room.0.join("a.json"), document(json!({ "src": "b.png", "alt": "A" }))).expect("written");
    let said = room.build(&["a.json"], 0);
    assert!(said.contains("the picture \"b.png\" is published in its own size alone: "), "{said}");
}

#[test]
fn a_size_that_nobody_knows_is_asked_for() {
    let room = Room::new("unknown");
    fs::write(room.0.join("a.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").expect("written");
    for src in ["a.svg", "none.png", "https://paper.example/a.png"] {
        fs::write(room.0.join("a.json"), document(json!({ "src": src, "alt": "A" }))).expect("written");
        let said = room.build(&["a.json"], 1);
        assert!(said.contains("error[picture-size] 1:") && said.contains("add \"width\" and \"height\""), "{said}");
    }
}

#[test]
fn the_still_of_a_card_and_sizes_of_the_author_are_copied_too() {
    let room = Room::new("still");
    for (name, width) in [("still.jpg", 400), ("wall.jpg", 1000), ("wall-500.jpg", 500)] {
        fs::write(room.0.join(name), packed(&photograph(width, width / 2), ImageFormat::Jpeg)).expect("written");
    }
    let card =
        json!({ "link": "https://www.film.example/1", "title": "A film", "still": { "src": "still.jpg", "alt": "A" } });
    fs::write(room.0.join("a.json"), document(card)).expect("written");
    room.build(&["a.json", "--base-url", "https://paper.example"], 0);
    let embed = text(&room.site(), "story/embed.html");
    assert!(
        embed.contains("<a href=\"https://www.film.example/1\"><img src=\"https://paper.example/story/still-"),
        "{embed}"
    );
    assert!(embed.contains("<span dir=\"ltr\" class=\"explainer-host\">film.example</span>"), "{embed}");
    // Nothing of the host that the card leads to is asked for.
    assert_eq!(embed.matches("film.example/").count(), 1, "{embed}");

    let picture = json!({ "src": "wall.jpg", "alt": "A", "srcset": [{ "src": "wall-500.jpg", "width": 500 }] });
    fs::write(room.0.join("a.json"), document(picture)).expect("written");
    room.build(&["a.json"], 0);
    let page = text(&room.site(), "story/index.html");
    assert!(page.contains("srcset=\"wall-500-") && page.matches(" 500w").count() == 1, "{page}");
    assert!(!page.contains("480w"), "the author's sizes are taken as they are");
}
