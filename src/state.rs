//! What the reader has done: one [`State`], changed by one [`reduce`].
//!
//! Whatever happens is an [`Intent`]: the reader pressed a key, the page got another address, an easing went on. `reduce`
//! answers the state after it, and the [`Effect`]s that somebody else has to run once the new state is drawn: to scroll,
//! to move the focus, to tell the host page. Everything on screen is derived from the state.
//!
//! *Invariant:* knows no DOM and no Yew; any intents in any order leave a valid state.

mod context;
mod effect;
mod filter;
mod hand;
mod intent;
mod list;
mod percent;
mod reduce;
mod spans;
mod told;
mod view_address;
mod walk;
mod window;

use std::rc::Rc;

pub use context::Context;
pub use effect::{Effect, Notice};
pub use filter::{Filter, FilterEntry};
pub use hand::{GRIP, Surface};
pub use intent::{Around, Intent, Pan, Walk};
pub use list::{List, PAGE_LENGTH};
pub use reduce::reduce;
pub use spans::Spans;
pub use told::Told;
pub use view_address::ViewAddress;
pub use walk::AxisMarks;
pub use window::Window;

use crate::document::{EventId, Spacing};
use crate::timeline::{EventIndex, Form, Interval, Layout, Place, Px, layout};

/// The state of a living explainer.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The event that is shown as chosen.
    pub chosen: Option<EventId>,
    /// The event whose mark has the axis's one tab stop.
    pub focused: Option<EventId>,
    /// What the axis shows.
    pub window: Window,
    /// What the reader has narrowed the events down to.
    pub filter: Filter,
    /// The events that the filter leaves, on the window's scale.
    pub shown: Rc<EventIndex>,
    /// Which of all events they are; `None` is all.
    pub admitted: Option<Rc<[bool]>>,
    /// How the events are listed.
    pub list: List,
    /// The questions.
    pub questions: Questions,
    /// What a screen reader is to be told.
    pub spoken: Spoken,
    /// Whether the page's address names the chosen event.
    pub has_address: bool,
    /// What the pointer or the focus is on, which a label tells of.
    pub told: Option<Told>,
    /// Whether the tools that a narrow element has no room for are opened.
    pub has_more_tools: bool,
    /// Whether it is said how the timeline is used.
    pub is_helping: bool,
}

/// How many questions there are, and how many of their answers stand open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// Open ones.
    pub open: usize,
    /// All.
    pub all: usize,
}

impl Questions {
    /// Whether every answer stands open.
    pub fn all_open(self) -> bool {
        self.all > 0 && self.open >= self.all
    }
}

/// The outcome that is to be said, in one short sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spoken {
    /// Nothing has happened yet.
    #[default]
    Nothing,
    /// Which event was chosen.
    Choice,
    /// Which window is shown.
    Window,
    /// The same, which the overview has told by itself: it is a slider, and has the focus.
    Slider,
    /// How many events a filter leaves.
    Filter,
    /// The address has been copied.
    Copied,
    /// It could not be; it is said instead.
    NotCopied,
}

impl State {
    /// The state before the reader did anything, on an axis of this width: the event and the window of the page's
    /// address, if it names them, else those that the document begins with.
    pub fn new(context: &Context<'_>, width: Px, questions: Questions, address: &ViewAddress) -> State {
        let Context { timeline, spans, .. } = *context;
        let spacing = if address.is_even { Spacing::Even } else { timeline.spacing };
        let mut window = Window::new(spans, spacing, width);
        if let Some(days) = address.days.or(timeline.window.map(Into::into)) {
            window.show_days(days);
            window.is_at_rest = true;
        }
        let filter = address.filter.clone();
        let admitted: Option<Rc<[bool]>> = (!filter.is_empty()).then(|| (context.admit)(&filter).into());
        let mut state = State {
            chosen: address.event.or(timeline.start),
            focused: None,
            shown: Rc::new(spans.index(&window.scale, admitted.as_deref())),
            admitted,
            window,
            filter,
            list: List::default(),
            questions,
            spoken: Spoken::Nothing,
            has_address: address.event.is_some(),
            told: None,
            has_more_tools: false,
            is_helping: false,
        };
        reduce::turn_to_what_is_seen(&mut state, context);
        state
    }

    /// How wide the axis is.
    pub fn form(&self) -> Form {
        Form::of_width(self.window.width)
    }

    /// What stands on the axis.
    pub fn layout(&self) -> Layout {
        layout(&self.shown, &self.window.drawn(), self.form(), self.window.room.rows)
    }

    /// The shown event before the chosen one; without one, the last.
    pub fn previous(&self) -> Option<EventId> {
        let shown = self.shown.shown();
        let position = match self.chosen {
            Some(EventId(id)) => shown.partition_point(|&event| event < id),
            None => shown.len(),
        };
        position.checked_sub(1).map(|position| EventId(shown[position]))
    }

    /// The shown event after the chosen one; without one, the first.
    pub fn next(&self) -> Option<EventId> {
        let shown = self.shown.shown();
        let position = self.chosen.map_or(0, |EventId(id)| shown.partition_point(|&event| event <= id));
        shown.get(position).copied().map(EventId)
    }

    /// The position of the chosen event among those that are shown, from 0.
    pub fn position(&self) -> Option<usize> {
        self.chosen.and_then(|EventId(id)| self.shown.shown().binary_search(&id).ok())
    }

    /// The address of what is shown. A window that does not show the chosen event is left out.
    pub fn address(&self) -> ViewAddress {
        let shows_chosen =
            |window: &Interval<Place>| self.chosen.is_none_or(|EventId(event)| self.shown.is_in(event, *window));
        let window = self.window.wished.filter(shows_chosen);
        ViewAddress {
            event: self.chosen,
            days: window.map(|window| window.map(|place| self.window.scale.invert(place))),
            is_even: self.window.scale.is_even(),
            filter: self.filter.clone(),
        }
    }
}

#[cfg(test)]
mod tests;
