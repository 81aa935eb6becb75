//! Every word of the interface, in the document's language. `{name}` marks a place that is filled in.

use serde::Serialize;

use super::decode::decode_fields;

/// Headings and labels of the printed page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PrintedWords {
    /// Heading over corrections.
    pub corrections: String,
    /// Before what had been said: "This article previously said".
    pub correction_was: String,
    /// Heading over the questions.
    pub faq: String,
    /// Heading over later developments.
    pub since_publication: String,
    /// The sentence under it: "{date} is this explainer's as-of date…", finished.
    pub since_publication_note: String,
    /// Heading over the glossary.
    pub glossary: String,
    /// Heading over the sources.
    pub sources: String,
    /// Opener of the list of events: "All 32 events as a list", finished.
    pub all_events: String,
    /// Accessible name of the legend.
    pub legend: String,
    /// Accessible name of a source number: "Source {n}".
    pub source_number: String,
    /// Accessible name of the link from a source back to a reference: "Back to reference {n} to this source".
    pub back_to_reference: String,
    /// "Sources:" before the source numbers of an event or a claim.
    pub sources_label: String,
    /// Confirmed.
    pub confirmed: String,
    /// Alleged.
    pub alleged: String,
    /// Disputed.
    pub disputed: String,
    /// In the legend: a date that is uncertain or approximate.
    pub doubtful: String,
    /// In the legend: several events close together.
    pub cluster: String,
    /// Before the name of who says that it is so.
    pub asserts: String,
    /// Before the name of who says that it is not so.
    pub denies: String,
    /// Accessible name of the claims of an event.
    pub claims: String,
}

/// Words of the living controls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ControlWords {
    /// Accessible name of the axis.
    pub axis: String,
    /// How to use the axis with keys; its accessible description.
    pub axis_help: String,
    /// Accessible name of the row of buttons.
    pub toolbar: String,
    /// To the event before.
    pub previous: String,
    /// To the event after.
    pub next: String,
    /// "{n} of {total}".
    pub position: String,
    /// While nothing is chosen: "{total} events".
    pub count: String,
    /// Name of a mark: "{date}: {title}".
    pub mark: String,
    /// Name of a cluster: "{n} events, {from} to {to}".
    pub cluster: String,
    /// Open all answers.
    pub show_all: String,
    /// Close all answers.
    pub hide_all: String,
    /// A year before year 1: "{year} BCE".
    pub year_bce: String,
}

decode_fields! {
    ControlWords { axis, axis_help, toolbar, previous, next, position, count, mark, cluster, show_all, hide_all, year_bce }
}
