//! Every label of the interface, in the document's language. `{name}` marks a place that is filled in. Prints from before a
//! label was there are without it, and what it names is left out or named by another.

use serde::{Deserialize, Serialize};

use super::decode::decode_fields;

/// Headings and labels of the printed page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintLabels {
    /// Accessible name of the contents.
    #[serde(default)]
    pub contents: String,
    /// The article, in the contents.
    #[serde(default)]
    pub article: String,
    /// The way from an event to the sentence that tells of it.
    #[serde(default)]
    pub in_article: String,
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
    /// After the list of a document that is not printed whole: "The first {n} of {total} events…", finished.
    pub rest: String,
    /// The link to the page with all events: "All {total} events…", finished.
    pub rest_link: String,
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
    /// In the legend: a date that may not be true.
    pub uncertain: String,
    /// In the legend: a date that is an estimate.
    pub approximate: String,
    /// In the legend: a day that is not known, only the month, year or other time it lies in.
    pub within: String,
    /// In the legend: several events close together.
    pub cluster: String,
    /// Before the name of who says that it is so.
    pub asserts: String,
    /// Before the name of who says that it is not so.
    pub denies: String,
    /// Before the name of who does neither, and has an account of its own.
    #[serde(default)]
    pub recounts: String,
    /// Accessible name of the claims of an event.
    pub claims: String,
    /// On a printed copy: "This copy is of {date}.", finished.
    pub copy: String,
    /// The link from a copy to where the newest edition stands.
    pub newest: String,
    /// What that link says where this edition is newer than the copy: "A newer version, of {date}…", finished.
    pub newer: String,
    /// The same where the copy has been corrected since, finished.
    pub corrected: String,
}

/// Labels of the living controls.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlLabels {
    /// Accessible name of the axis.
    pub axis: String,
    /// How to use the axis with keys; its accessible description.
    pub axis_help: String,
    /// Accessible name of the buttons that go from event to event.
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
    /// A number of thousands on a small disc: "{n}k".
    pub thousands: String,
    /// A number of millions: "{n}M".
    pub millions: String,
    /// Closes the list of a cluster.
    pub close: String,
    /// What stands at the end of a list that is cut off: "{n} more".
    pub more: String,
    /// Accessible name of the buttons that change the view.
    pub tools: String,
    /// Shows less time, larger.
    pub zoom_in: String,
    /// Shows more time, smaller.
    pub zoom_out: String,
    /// Shows the whole span.
    pub whole: String,
    /// Opens the tools that have no room on a narrow element.
    #[serde(default)]
    pub more_tools: String,
    /// Opens what is said of how to use the timeline.
    #[serde(default)]
    pub help: String,
    /// How to use it with hands, in one line.
    #[serde(default)]
    pub hint: String,
    /// The same for who has a mouse.
    #[serde(default)]
    pub hint_mouse: String,
    /// Gives crowded stretches more room.
    pub even: String,
    /// What is said while they have it.
    pub even_note: String,
    /// Shows the list without the axis.
    pub list: String,
    /// Accessible name of the overview.
    pub overview: String,
    /// How to use the overview with keys.
    pub overview_help: String,
    /// The window in words: "{from} to {to}".
    pub window: String,
    /// What is said of a new window: "{from} to {to}: {n} events".
    pub window_said: String,
    /// Accessible name of the categories and statuses as filters.
    pub filters: String,
    /// Label of the search field.
    pub search: String,
    /// Accessible name of the eras on the axis, each a button that shows it.
    #[serde(default)]
    pub eras: String,
    /// What filters leave: "{n} of {total} events".
    pub matches: String,
    /// They leave none.
    pub none: String,
    /// Takes all filters away.
    pub clear: String,
    /// Copies the address of the event.
    pub copy_link: String,
    /// It has been copied.
    pub copied: String,
    /// It could not be copied: the address follows. "Copy this address: {address}".
    pub not_copied: String,
    /// In long documents: to the events before those in the list.
    pub earlier: String,
    /// To those after them.
    pub later: String,
    /// Open all answers.
    pub show_all: String,
    /// Close all answers.
    pub hide_all: String,
    /// A year before year 1: "{year} BCE".
    pub year_bce: String,
    /// A month of a year on the axis, short, January first: "Mar {year}".
    pub months: Vec<String>,
    /// A day on the axis, short, by month: "{day} Mar {year}".
    pub days: Vec<String>,
    /// The clock on the axis, by hour, midnight first: "16:{minute}", with "UTC" where there are several zones; none where no event
    /// has a clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<String>,
    /// A day and the clock: "{date}, {time}".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clock: String,
    /// The digits from 0 to 9.
    pub digits: String,
    /// What parts numbers of five digits and more into groups of three.
    pub group: String,
}

decode_fields! {
    PrintLabels {
        corrections, correction_was, faq, since_publication, since_publication_note, glossary, sources, all_events, rest,
        rest_link, legend, source_number, back_to_reference, sources_label, confirmed, alleged, disputed, uncertain,
        approximate, within, cluster, asserts, denies, claims, copy, newest, newer, corrected;
        contents, article, in_article, recounts,
    }
    ControlLabels {
        axis, axis_help, toolbar, previous, next, position, count, mark, cluster, thousands, millions, close, more, tools, zoom_in, zoom_out,
        whole, even, even_note, list, overview, overview_help, window, window_said, filters, search,
        matches, none, clear, copy_link, copied, not_copied, earlier, later, show_all, hide_all, year_bce, months,
        days, digits, group; more_tools, help, hint, hint_mouse, eras, hours, clock,
    }
}
