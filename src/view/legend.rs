//! What the marks mean, with the same words in print and alive.

use yew::prelude::*;

use super::glyph::{cluster, glyph, icon};
use crate::document::{CategoryId, Document, Status};

/// The legend of a document's timeline: its categories with their numbers, and those statuses that occur in it.
pub(super) fn legend(document: &Document) -> Html {
    let timeline = &document.timeline;
    let words = &document.content.words;
    let has = |status: Status| timeline.marks.iter().any(|mark| mark.status == status);
    let entry = |glyph: Html, label: &str, count: Option<usize>| {
        html! {
            <li>
                { icon(glyph) }
                { label }
                if let Some(count) = count {
                    { " " }<span class="explainer-count">{ count }</span>
                }
            </li>
        }
    };
    html! {
        <ul
            class="explainer-legend"
            lang={timeline.lang.clone()}
            dir={timeline.dir.as_str()}
            aria-label={words.legend.clone()}
        >
            for (index, category) in timeline.categories.iter().enumerate() {
                { {
                    let id = CategoryId(index as u8);
                    let count = timeline.marks.iter().filter(|mark| mark.category == Some(id)).count();
                    entry(glyph(Some(id), Status::Confirmed, false), &category.label, Some(count))
                } }
            }
            if has(Status::Alleged) {
                { entry(glyph(None, Status::Alleged, false), &words.alleged, None) }
            }
            if has(Status::Disputed) {
                { entry(glyph(None, Status::Disputed, false), &words.disputed, None) }
            }
            if timeline.marks.iter().any(|mark| mark.is_doubtful()) {
                { entry(glyph(None, Status::Confirmed, true), &words.doubtful, None) }
            }
            if timeline.marks.len() > 1 {
                { entry(cluster(2), &words.cluster, None) }
            }
        </ul>
    }
}
