//! What the marks mean, with the same words in print and alive.
//!
//! An entry with `data-filter` is a category (`c0` to `c5`) or a status by which the living timeline can be narrowed
//! down: a button stands exactly over it. The other entries only explain.

use yew::prelude::*;

use super::glyph::{self, Precision, cluster, glyph, icon};
use super::number::compact;
use crate::document::{CategoryId, Document, Doubt, Mark, Status};

/// The legend of a document's timeline: its categories and, where they differ, statuses, each with its number of
/// events; then how well days are known, as far as it occurs.
pub(super) fn legend(document: &Document) -> Html {
    let timeline = &document.timeline;
    let words = &document.content.words;
    let statuses =
        [(Status::Confirmed, &words.confirmed), (Status::Alleged, &words.alleged), (Status::Disputed, &words.disputed)];
    let doubts = [
        (Precision::Doubtful(Doubt::Uncertain), &words.uncertain),
        (Precision::Doubtful(Doubt::Approximate), &words.approximate),
        (Precision::Within, &words.within),
    ];
    let count = |wanted: &dyn Fn(&Mark) -> bool| timeline.marks.iter().filter(|mark| wanted(mark)).count();
    let has = |precision: Precision| {
        count(&|mark| match precision {
            Precision::Doubtful(Doubt::Uncertain) => mark.doubt.is_uncertain(),
            Precision::Doubtful(Doubt::Approximate) => mark.doubt.is_approximate(),
            other => Precision::of(mark) == other,
        }) > 0
    };
    let all_confirmed = count(&|mark| mark.status != Status::Confirmed) == 0;
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
                    let events = count(&|mark| mark.category == Some(id));
                    let mark = glyph(Some(id), Status::Confirmed, Precision::Exact);
                    filter(["c", &index.to_string()].concat(), mark, &category.label, events)
                } }
            }
            if !all_confirmed {
                for (status, label) in statuses {
                    { {
                        let events = count(&|mark| mark.status == status);
                        let mark = glyph(None, status, Precision::Exact);
                        if events > 0 { filter(glyph::status_word(status).to_owned(), mark, label, events) } else { html!() }
                    } }
                }
            }
            for (precision, label) in doubts {
                if has(precision) {
                    { explanation(glyph(None, Status::Confirmed, precision), label) }
                }
            }
            if timeline.marks.len() > 1 {
                { explanation(cluster(&compact(&timeline.words, 2)), &words.cluster) }
            }
        </ul>
    }
}

/// An entry by which events can be narrowed down, with their number.
fn filter(name: String, mark: Html, label: &str, events: usize) -> Html {
    html! {
        <li data-filter={name}>
            { icon(mark) }
            <span class="explainer-label">{ label }</span>
            { " " }
            <span class="explainer-count">{ events }</span>
        </li>
    }
}

/// An entry that only explains.
fn explanation(mark: Html, label: &str) -> Html {
    html! { <li>{ icon(mark) }<span class="explainer-label">{ label }</span></li> }
}
