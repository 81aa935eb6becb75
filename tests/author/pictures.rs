//! What browsers choose among: the sizes that an author made, and the picture itself.

use serde_json::json;

use crate::support::{compiled, document};

/// The sizes of a picture 1440 wide, of which the author offers some.
fn check(src: &str, offered: &[(&str, u32)], expected: &[&str]) {
    let srcset: Vec<_> = offered.iter().map(|(src, width)| json!({ "src": src, "width": width })).collect();
    let media = json!({ "src": src, "alt": "A", "width": 1440, "height": 960, "srcset": srcset });
    let source = document(json!({ "sections": [{ "id": "s", "heading": "H", "body": "B", "media": media }] }));
    let content = &compiled(&source).document.content;
    let media = content.sections[0].media.as_ref().expect("a picture");
    assert_eq!(media.srcset.iter().map(|one| one.written()).collect::<Vec<_>>(), expected, "{src} {offered:?}");
}

#[test]
fn a_picture_is_among_the_sizes_of_its_own_kind() {
    check("a.jpg", &[], &[]);
    check("a.jpg", &[("b.jpg", 480)], &["b.jpg 480w", "a.jpg 1440w"]);
    check("a.jpg", &[("b.webp", 480)], &["b.webp 480w"]);
    check("a.webp", &[("b.webp", 480)], &["b.webp 480w", "a.webp 1440w"]);
    check("a.webp", &[("b.jpg", 480)], &["b.jpg 480w"]);
    check("a.jpg", &[("a.jpg", 1440), ("b.jpg", 480)], &["a.jpg 1440w", "b.jpg 480w"]);
}

#[test]
fn each_kind_may_have_every_width() {
    check(
        "a.jpg",
        &[("b.jpg", 480), ("b.webp", 480), ("c.webp", 1440)],
        &["b.jpg 480w", "b.webp 480w", "c.webp 1440w", "a.jpg 1440w"],
    );
}
