//! What the marks mean, with the same words in print and alive.
//!
//! An entry with `data-filter` is a category or a status by which the living timeline can be narrowed down
//! ([`FilterEntry::word`]): a button stands exactly over it. The other entries only explain.

use yew::prelude::*;

use super::PrintProps;
use crate::document::{CategoryId, Doubt, Mark, PrintLabels, Status, Timeline};
use crate::state::FilterEntry;
use crate::view::draw::{Precision, cluster, glyph, legend_icon};

/// The legend of a document's timeline: its categories and, where they differ, statuses, each with its number of
/// events; then how well days are known, as far as it occurs.
#[component]
pub fn Legend(PrintProps { print }: &PrintProps) -> Html {
    let timeline = &print.document.timeline;
    let labels = &print.document.content.labels;
    html! {
        <ul class="explainer-legend" lang={print.labels_lang().unwrap_or_else(|| print.lang())} dir={print.dir()} aria-label={labels.legend.clone()}>
            for (id, category) in (0..).map(CategoryId).zip(&timeline.categories) {
                { filter(timeline, FilterEntry::Category(id), &category.label) }
            }
            if timeline.marks.iter().any(|mark| mark.status != Status::Confirmed) {
                for status in Status::ALL {
                    { filter(timeline, FilterEntry::Status(status), status_label(labels, status)) }
                }
            }
            for (precision, label) in doubts(timeline, labels) {
                { explanation(glyph(None, Status::Confirmed, precision).group(), label) }
            }
            if timeline.marks.len() > 1 {
                { explanation(cluster(&timeline.labels.compact(2), (1 << timeline.categories.len()) - 1), &labels.cluster) }
            }
        </ul>
    }
}

fn status_label(labels: &PrintLabels, status: Status) -> &str {
    match status {
        Status::Confirmed => &labels.confirmed,
        Status::Alleged => &labels.alleged,
        Status::Disputed => &labels.disputed,
    }
}

/// The ways of knowing a day less than well that occur, each with its label.
fn doubts<'a>(timeline: &Timeline, labels: &'a PrintLabels) -> Vec<(Precision, &'a str)> {
    let any = |has: &dyn Fn(&Mark) -> bool| timeline.marks.iter().any(has);
    let all = [
        (Precision::Doubtful(Doubt::Uncertain), &labels.uncertain, any(&|mark| mark.doubt.is_uncertain())),
        (Precision::Doubtful(Doubt::Approximate), &labels.approximate, any(&|mark| mark.doubt.is_approximate())),
        (Precision::Within, &labels.within, any(&|mark| Precision::of(mark) == Precision::Within)),
    ];
    all.into_iter().filter(|(_, _, occurs)| *occurs).map(|(precision, label, _)| (precision, &**label)).collect()
}

/// An entry by which events can be narrowed down, with their number; a status that no event has is left out.
fn filter(timeline: &Timeline, entry: FilterEntry, label: &str) -> Html {
    let (mark, count) = match entry {
        FilterEntry::Category(id) => {
            let count = timeline.marks.iter().filter(|mark| mark.category == Some(id)).count();
            (glyph(Some(id), Status::Confirmed, Precision::Exact).group(), count)
        }
        FilterEntry::Status(status) => {
            let count = timeline.marks.iter().filter(|mark| mark.status == status).count();
            (glyph(None, status, Precision::Exact).group(), count)
        }
    };
    // A category is the author's word.
    let own_lang = timeline.own_lang().filter(|_| matches!(entry, FilterEntry::Category(_)));
    html! {
        if count > 0 || matches!(entry, FilterEntry::Category(_)) {
            <li data-filter={entry.word()}>
                { legend_icon(mark) }
                <span class="explainer-label" lang={own_lang}>{ label }</span>
                { " " }
                <span class="explainer-count">{ count }</span>
            </li>
        }
    }
}

/// An entry that only explains.
fn explanation(mark: Html, label: &str) -> Html {
    html! { <li>{ legend_icon(mark) }<span class="explainer-label">{ label }</span></li> }
}
