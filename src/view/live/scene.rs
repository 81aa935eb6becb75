//! What a frame frames: an element with its printed words, and the document's timeline.

use std::cell::OnceCell;
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::document::{EventId, PRINTED_EVENTS, Timeline};
use crate::dom::{Answers, FoldedWords, Printed, fold, query, text_of};
use crate::state::{Context, Filter, FilterEntry, Intent, Notice, Questions, Spans};
use crate::timeline::Px;
use crate::view::LongList;

/// What a frame frames.
pub struct Scene {
    /// Where the frame lives. It is in the element's shadow root from the moment it is drawn.
    room: Element,
    /// How wide the element was when it was framed.
    pub width: Px,
    /// The document's timeline.
    pub timeline: Rc<Timeline>,
    /// The list of its events, where not all of them are printed.
    pub long_list: Option<Rc<dyn LongList>>,
    /// The printed parts.
    pub printed: Printed,
    /// The printed questions.
    pub answers: Answers,
    /// The host page is told.
    pub notify: Callback<Notice>,
    /// When the events and eras are.
    pub spans: Spans,
    /// The entries of the legend: which filter each is, and what is printed in it.
    pub legend: Vec<(Option<FilterEntry>, Html)>,
    /// In documents with a long list, the folded words of every event.
    words: OnceCell<FoldedWords>,
}

/// By address: there is one for each time that an element is framed.
impl PartialEq for Scene {
    fn eq(&self, other: &Scene) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Scene {}

/// What every control is wired to.
pub struct Wiring {
    /// What it is about.
    pub scene: Rc<Scene>,
    /// Takes intents.
    pub dispatch: Callback<Intent>,
}

/// By address: there is one for each frame.
impl PartialEq for Wiring {
    fn eq(&self, other: &Wiring) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Wiring {}

impl Scene {
    /// A scene of an element whose words are printed.
    pub fn new(
        host: &HtmlElement,
        room: Element,
        width: Px,
        timeline: Rc<Timeline>,
        long_list: Option<Rc<dyn LongList>>,
        notify: Callback<Notice>,
    ) -> Scene {
        let printed = Printed::find(host, timeline.marks.iter().take(PRINTED_EVENTS).map(|mark| &*mark.id));
        let legend = printed.legend().into_iter().map(|(word, nodes)| {
            let nodes: Html = nodes.into_iter().map(VNode::VRef).collect();
            (word.as_deref().and_then(FilterEntry::from_word), nodes)
        });
        let spans = Spans::new(&timeline);
        Scene {
            room,
            width,
            spans,
            legend: legend.collect(),
            timeline,
            long_list,
            printed,
            answers: Answers::of(host),
            notify,
            words: OnceCell::new(),
        }
    }

    /// What a state is about; `admit` is [`Scene::admitted`].
    pub fn context<'a>(&'a self, admit: &'a dyn Fn(&Filter) -> Vec<bool>, has_axis_focus: bool) -> Context<'a> {
        let has_pages = self.long_list.is_some();
        Context { timeline: &self.timeline, spans: &self.spans, admit, has_axis_focus, has_pages }
    }

    /// How many questions there are, and how many stand open.
    pub fn questions(&self) -> Questions {
        let (open, all) = self.answers.count();
        Questions { open, all }
    }

    /// The list item of an event, where it is on the page.
    pub fn element(&self, id: EventId) -> Option<Element> {
        match &self.long_list {
            Some(_) => self.printed.listed_event(&self.timeline.mark(id).id),
            None => self.printed.event(id.0),
        }
    }

    /// Something in the frame.
    pub fn in_frame(&self, selector: &str) -> Option<Element> {
        query(&self.room, selector)
    }

    /// The title of an event, as it reads on the page where it is printed.
    pub fn title(&self, id: EventId) -> String {
        match &self.long_list {
            Some(list) => list.title(id),
            None => self.text(id, ".explainer-event-title"),
        }
    }

    /// The date of an event in words.
    pub fn date(&self, id: EventId) -> String {
        match &self.long_list {
            Some(list) => list.date(id),
            None => self.text(id, ".explainer-date"),
        }
    }

    /// Its category and, where it is not confirmed, its status, as they read on the page.
    pub fn kind(&self, id: EventId) -> Vec<String> {
        let words = [".explainer-category", ".explainer-status"].map(|selector| self.text(id, selector));
        words.into_iter().filter(|word| !word.is_empty()).collect()
    }

    fn text(&self, id: EventId, selector: &str) -> String {
        self.element(id).map(|event| text_of(&event, selector)).unwrap_or_default()
    }

    /// Which events a filter leaves.
    pub fn admitted(&self, filter: &Filter) -> Vec<bool> {
        let timeline = &*self.timeline;
        let mut admitted: Vec<bool> = timeline.marks.iter().map(|mark| filter.admits(mark)).collect();
        let wanted = fold(filter.text.trim());
        if wanted.is_empty() {
            return admitted;
        }
        // Printed words may have been translated since; others stay as they are.
        let now;
        let words = match self.long_list {
            Some(_) => self.words.get_or_init(|| self.folded_words()),
            None => {
                now = self.folded_words();
                &now
            }
        };
        for (number, admitted) in admitted.iter_mut().enumerate() {
            *admitted = *admitted && words.has(number, &wanted);
        }
        admitted
    }

    fn folded_words(&self) -> FoldedWords {
        let events = (0..self.timeline.marks.len() as u32).map(EventId);
        FoldedWords::new(events.map(|id| match &self.long_list {
            Some(list) => {
                let mut words = String::new();
                list.words(id, &mut words);
                words
            }
            None => self.element(id).and_then(|event| event.text_content()).unwrap_or_default(),
        }))
    }
}
