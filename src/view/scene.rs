//! What a frame frames, and what of it is shown.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;
use yew::virtual_dom::VNode;

use super::marks::Days;
use crate::document::{EventId, Lines, PRINTED_EVENTS, Timeline};
use crate::dom::{Printed, find, fold};
use crate::state::Filter;
use crate::timeline::{Marks, Scale};

/// What a frame frames.
pub struct Scene {
    /// The document's timeline.
    pub timeline: Rc<Timeline>,
    /// The printed parts.
    pub printed: Printed,
    /// Called when the frame is up, and when the reader did something.
    pub notify: Callback<Notice>,
    /// The lanes that all marks together need: the axis keeps their room, whatever is shown.
    pub(super) lanes: u8,
    /// The days of the marks.
    pub(super) days: Days,
    /// The entries of the legend: which filter each is, and what is printed in it.
    pub(super) legend: Vec<(Option<String>, Html)>,
    /// The event that the page is to be scrolled to once it is there, and whether it is to have the focus.
    pub(super) wish: Cell<Option<(EventId, bool)>>,
    /// In long documents, the folded words of every event.
    texts: OnceCell<Lines>,
}

/// What a frame tells the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is up.
    Ready,
    /// The reader chose the event with this author's id.
    Select(String),
    /// The reader opened or closed the question with this author's id.
    Toggle(String, bool),
    /// The reader narrowed the events down to so many.
    Filter(u32),
}

impl Scene {
    /// A scene of an element whose words are printed.
    pub fn new(host: HtmlElement, timeline: Rc<Timeline>, notify: Callback<Notice>) -> Scene {
        let printed_events = if timeline.rows.is_some() { PRINTED_EVENTS } else { usize::MAX };
        let ids = timeline.marks.iter().take(printed_events).map(|mark| mark.id.as_str());
        let printed = Printed::find(&host, ids);
        let legend = printed.legend().into_iter().map(|(filter, nodes)| {
            let nodes: Html = nodes.into_iter().map(VNode::VRef).collect();
            (filter, nodes)
        });
        let days = Days::new(&timeline);
        let lanes = days.marks(Rc::new(Scale::linear()), None).lanes();
        Scene {
            days,
            lanes,
            legend: legend.collect(),
            timeline,
            printed,
            notify,
            texts: OnceCell::new(),
            wish: Cell::new(None),
        }
    }

    /// The title of an event, as it reads on the page where it is printed.
    pub(super) fn title(&self, id: EventId) -> String {
        match &self.timeline.rows {
            Some(rows) => rows.titles.get(id.0).to_owned(),
            None => self.printed.title(id),
        }
    }

    /// The date of an event in words.
    pub(super) fn date(&self, id: EventId) -> String {
        match &self.timeline.rows {
            Some(rows) => rows.dates.get(id.0).to_owned(),
            None => self.printed.date(id),
        }
    }

    /// What a filter leaves, on a scale.
    pub(super) fn shown(&self, filter: &Filter, scale: &Rc<Scale>) -> Shown {
        let admitted = (!filter.is_empty()).then(|| self.admitted(filter));
        let marks = self.days.marks(scale.clone(), admitted.as_deref());
        Shown { marks, admitted, folded: fold(filter.text.trim()) }
    }

    fn admitted(&self, filter: &Filter) -> Vec<bool> {
        let timeline = &*self.timeline;
        let mut admitted: Vec<bool> = timeline.marks.iter().map(|mark| filter.admits(timeline, mark)).collect();
        let wanted = fold(filter.text.trim());
        if wanted.is_empty() {
            return admitted;
        }
        // Printed words may have been translated since; others stay as they are.
        let now;
        let texts = match timeline.rows {
            Some(_) => self.texts.get_or_init(|| self.folded_words()),
            None => {
                now = self.folded_words();
                &now
            }
        };
        for (index, admitted) in admitted.iter_mut().enumerate() {
            *admitted = *admitted && find(texts.get(index as u32), &wanted).is_some();
        }
        admitted
    }

    /// The folded words of every event, all at once: a call for each would take longer than the folding.
    fn folded_words(&self) -> Lines {
        let words = |index: u32| match &self.timeline.rows {
            Some(rows) => rows.words(index),
            None => self.printed.words(EventId(index)),
        };
        let lines: Lines = (0..self.timeline.marks.len() as u32).map(words).collect();
        Lines::new(fold(lines.as_str()))
    }
}

/// The events that are shown.
pub(super) struct Shown {
    /// Their marks.
    pub marks: Marks,
    /// Which of all events they are; `None` is all.
    pub admitted: Option<Vec<bool>>,
    /// The folded text that was looked for.
    pub folded: String,
}

impl Shown {
    /// How many they are.
    pub fn len(&self) -> u32 {
        self.marks.len() as u32
    }
}

/// By address: it is made anew for each filter.
impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        std::ptr::eq(self, other)
    }
}
