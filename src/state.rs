//! What the reader has done: one [`State`], one [`Action`], one [`reduce`].
//!
//! Everything else on screen is derived from it.
//!
//! *Invariant:* knows no DOM and no Yew; any action in any order leaves a valid state.

use crate::document::EventId;
use crate::timeline::Viewport;

/// The state of a living explainer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// How many events there are.
    pub total: u32,
    /// The event that is shown as chosen.
    pub chosen: Option<EventId>,
    /// The event whose mark has the axis's one tab stop.
    pub focused: Option<EventId>,
    /// The first and the last day of the whole span, as the axis counts; `None` without events.
    pub span: Option<(f64, f64)>,
    /// The width of the axis in CSS pixels.
    pub width: f64,
    /// How many answers stand open.
    pub open_answers: u32,
    /// How many questions there are.
    pub answers: u32,
}

/// Something the reader, or the page, did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// An event was chosen.
    Choose(EventId),
    /// Nothing is to be chosen any more.
    Dismiss,
    /// To the event before the chosen one; without one, to the last.
    Previous,
    /// To the event after the chosen one; without one, to the first.
    Next,
    /// The tab stop goes to the mark of an event.
    Focus(EventId),
    /// The axis has another width.
    Resize(f64),
    /// So many answers of so many stand open.
    Answers {
        /// Open ones.
        open: u32,
        /// All.
        all: u32,
    },
}

impl State {
    /// The state before the reader did anything.
    pub fn new(total: u32, span: Option<(f64, f64)>, width: f64) -> State {
        State { total, chosen: None, focused: None, span, width, open_answers: 0, answers: 0 }
    }

    /// The window the axis shows: the whole span.
    pub fn viewport(&self) -> Viewport {
        match self.span {
            Some((start, end)) => Viewport::whole(start, end, self.width),
            None => Viewport { start: 0.0, end: 0.0, width: self.width },
        }
    }

    /// The event that [`Action::Previous`] leads to.
    pub fn previous(&self) -> Option<EventId> {
        match self.chosen {
            Some(EventId(0)) => None,
            Some(EventId(id)) => Some(EventId(id - 1)),
            None => self.total.checked_sub(1).map(EventId),
        }
    }

    /// The event that [`Action::Next`] leads to.
    pub fn next(&self) -> Option<EventId> {
        match self.chosen {
            Some(EventId(id)) => self.valid(EventId(id.saturating_add(1))),
            None => self.valid(EventId(0)),
        }
    }

    /// Whether every answer stands open.
    pub fn all_open(&self) -> bool {
        self.answers > 0 && self.open_answers == self.answers
    }

    fn valid(&self, id: EventId) -> Option<EventId> {
        (id.0 < self.total).then_some(id)
    }

    fn choose(self, id: Option<EventId>) -> State {
        match id.and_then(|id| self.valid(id)) {
            Some(id) => State { chosen: Some(id), focused: Some(id), ..self },
            None => self,
        }
    }
}

/// The state after an action.
pub fn reduce(state: State, action: Action) -> State {
    match action {
        Action::Choose(id) => state.choose(Some(id)),
        Action::Dismiss => State { chosen: None, ..state },
        Action::Previous => state.choose(state.previous()),
        Action::Next => state.choose(state.next()),
        Action::Focus(id) => State { focused: state.valid(id).or(state.focused), ..state },
        Action::Resize(width) if width.is_finite() && width >= 0.0 => State { width, ..state },
        Action::Resize(_) => state,
        Action::Answers { open, all } => State { open_answers: open.min(all), answers: all, ..state },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(total: u32, actions: &[Action], chosen: Option<u32>) {
        let state = actions.iter().fold(State::new(total, None, 900.0), |state, &action| reduce(state, action));
        assert_eq!(state.chosen, chosen.map(EventId), "{actions:?}");
    }

    #[test]
    fn next_begins_at_the_first_and_stays_at_the_last() {
        check(2, &[Action::Next], Some(0));
        check(2, &[Action::Next, Action::Next, Action::Next], Some(1));
        check(0, &[Action::Next, Action::Previous], None);
    }

    #[test]
    fn previous_begins_at_the_last_and_stays_at_the_first() {
        check(2, &[Action::Previous], Some(1));
        check(2, &[Action::Previous, Action::Previous, Action::Previous], Some(0));
    }

    #[test]
    fn an_event_that_does_not_exist_cannot_be_chosen() {
        check(2, &[Action::Choose(EventId(2))], None);
        check(2, &[Action::Choose(EventId(1)), Action::Choose(EventId(u32::MAX))], Some(1));
    }

    #[test]
    fn dismissing_leaves_the_tab_stop() {
        let state = reduce(reduce(State::new(3, None, 0.0), Action::Choose(EventId(2))), Action::Dismiss);
        assert_eq!((state.chosen, state.focused), (None, Some(EventId(2))));
    }

    #[test]
    fn a_width_that_is_no_width_is_not_taken() {
        for width in [f64::NAN, f64::INFINITY, -1.0] {
            assert_eq!(reduce(State::new(1, None, 320.0), Action::Resize(width)).width, 320.0);
        }
    }
}
