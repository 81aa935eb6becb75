//! TimelineJS 2: `{"timeline": {"headline", "text", "asset", "date": [{"startDate": "1963,8,9", …}], "era": […]}}`, and the
//! form between the two, whose `slides` are those of TimelineJS 3.

use super::loose_date;
use super::slide::{DateParts, Media, Slide, Slides};
use super::timelinejs::{Object, slide};
use crate::author::json::Node;

/// Whether a value is a TimelineJS 2 file.
pub fn is_timelinejs2(root: Node<'_>) -> bool {
    let timeline = Object::of(root).and_then(|file| file.object("timeline"));
    timeline.is_some_and(|timeline| timeline.list("date").is_some() || timeline.list("slides").is_some())
}

/// Reads a file's value.
pub fn read(root: Node<'_>) -> Slides {
    let Some(node) = Object::of(root).and_then(|file| file.get("timeline")) else { return Slides::default() };
    let Some(timeline) = Object::of(node) else { return Slides::default() };
    let list = |name: &str| timeline.list(name).unwrap_or_default().into_iter();
    let title = old_slide(node).filter(|title| !title.headline.is_empty() || !title.text.is_empty());
    Slides {
        title: title.map(|title| Slide { start: None, end: None, left_over: Vec::new(), ..title }),
        events: list("slides").filter_map(slide).chain(list("date").filter_map(old_slide)).collect(),
        eras: list("era").filter_map(old_slide).collect(),
        left_over: Vec::new(),
    }
}

fn old_slide(node: Node<'_>) -> Option<Slide> {
    const KNOWN: [&str; 8] = ["startDate", "endDate", "headline", "text", "asset", "tag", "type", "classname"];
    let fields = Object::of(node)?;
    let asset = fields.object("asset");
    let mut left_over = fields.others(&KNOWN);
    let others = asset.as_ref().map(|asset| asset.others(&["media", "caption", "credit"])).unwrap_or_default();
    left_over.extend(others.iter().map(|name| format!("asset.{name}")));
    Some(Slide {
        start: date(&fields, "startDate"),
        end: date(&fields, "endDate"),
        headline: fields.text("headline"),
        text: fields.text("text"),
        media: asset.map(|asset| Media {
            url: asset.text("media"),
            caption: asset.text("caption"),
            credit: asset.text("credit"),
            ..Media::default()
        }),
        group: fields.some_text("tag"),
        left_over,
        ..Slide::new(node.span())
    })
}

fn date(fields: &Object<'_>, name: &str) -> Option<DateParts> {
    let node = fields.get(name)?;
    let written = fields.some_text(name)?;
    let read = loose_date::read(&written, false).unwrap_or_else(|| loose_date::unread(&written));
    Some(DateParts { span: node.span(), parts: read.parts, display: None, format: None })
}
