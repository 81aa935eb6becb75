//! What the reader has done: one [`State`], one [`Action`], one [`reduce`].
//!
//! Everything else on screen is derived from it.
//!
//! *Invariant:* knows no DOM and no Yew; any action in any order leaves a valid state.

mod filter;

pub use filter::Filter;

use std::rc::Rc;

use crate::document::EventId;
use crate::timeline::{Scale, Viewport};

/// The state of a living explainer.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// How many events there are.
    pub total: u32,
    /// The event that is shown as chosen.
    pub chosen: Option<EventId>,
    /// The event whose mark has the axis's one tab stop.
    pub focused: Option<EventId>,
    /// The event whose cluster is open as a list.
    pub listed: Option<EventId>,
    /// The ends of the whole span, as places of the axis; `None` without events.
    pub span: Option<(f64, f64)>,
    /// The width of the axis in CSS pixels.
    pub width: f64,
    /// From days to places of the axis.
    pub scale: Rc<Scale>,
    /// The window that was wished for: its ends as places. `None` is the whole span.
    pub window: Option<(f64, f64)>,
    /// The window that an easing began with.
    pub from: Option<(f64, f64)>,
    /// How far an easing has come, from 0 to 1.
    pub progress: f64,
    /// Whether a movement by hand has come to its end. What costs more than a frame waits for it.
    pub settled: bool,
    /// Whether the list stands without the axis.
    pub plain: bool,
    /// What the reader has narrowed the events down to.
    pub filter: Filter,
    /// In long documents, where the list begins, if the reader has turned its pages.
    pub page: Option<u32>,
    /// How many answers stand open.
    pub open_answers: u32,
    /// How many questions there are.
    pub answers: u32,
    /// What a screen reader is to be told.
    pub said: Said,
}

/// The outcome that is to be said, in one short sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing has happened yet.
    #[default]
    Nothing,
    /// Which event was chosen.
    Choice,
    /// Which window is shown.
    Window,
    /// How many events a filter leaves.
    Filter,
    /// The address has been copied.
    Copied,
    /// It could not be; it is said instead.
    NotCopied,
}

/// Something the reader, or the page, did.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An event was chosen.
    Choose(EventId),
    /// An event is shown as chosen because one has to be: nothing is said of it.
    Start(EventId),
    /// The tab stop goes to the mark of an event.
    Focus(EventId),
    /// The cluster of an event is opened as a list, or the list is closed.
    List(Option<EventId>),
    /// A window is shown at once.
    Show(Option<(f64, f64)>),
    /// The window from one day to another is shown at once.
    Days((f64, f64)),
    /// A window is to be shown by and by.
    Ease(Option<(f64, f64)>),
    /// So many times larger than now, by and by if `eased`; what stands at `x` CSS pixels stays there.
    Zoom {
        /// Above 1 to see less time, larger.
        factor: f64,
        /// What stays, in CSS pixels from the start of the axis.
        x: f64,
        /// Whether by and by.
        eased: bool,
    },
    /// What stood at two places of the axis is drawn to two others, in CSS pixels from its start.
    Drag {
        /// From where.
        from: (f64, f64),
        /// To where.
        to: (f64, f64),
    },
    /// The window moves by so many places.
    Shift(f64),
    /// One or both ends of the window are set to places.
    Ends(Option<f64>, Option<f64>),
    /// So much of the way to it is done, from 0 to 1.
    Progress(f64),
    /// A movement by hand has come to its end.
    Settle,
    /// Days are spread over the axis in another way; the same days stay in the window.
    Rescale(Rc<Scale>),
    /// The list stands without the axis, or with it.
    Plain(bool),
    /// Other events are to be shown.
    Narrow(Filter),
    /// In long documents, the list begins at another place.
    Page(u32),
    /// Something is to be said.
    Say(Said),
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
    pub fn new(total: u32, span: Option<(f64, f64)>, width: f64, scale: Rc<Scale>) -> State {
        State {
            scale,
            total,
            chosen: None,
            focused: None,
            listed: None,
            span,
            width,
            window: None,
            from: None,
            progress: 1.0,
            settled: true,
            plain: false,
            filter: Filter::default(),
            page: None,
            open_answers: 0,
            answers: 0,
            said: Said::Nothing,
        }
    }

    /// The whole span, with a margin.
    pub fn whole(&self) -> Viewport {
        match self.span {
            Some((start, end)) => Viewport::whole(start, end, self.width),
            None => Viewport { start: 0.0, end: 0.0, width: self.width },
        }
    }

    /// The window that was wished for.
    pub fn goal(&self) -> Viewport {
        self.window_of(self.window)
    }

    /// The window that is drawn: on its way to the one that was wished for.
    pub fn viewport(&self) -> Viewport {
        if self.progress >= 1.0 {
            return self.goal();
        }
        // Out of the cubic: fast at first, and slower towards the end.
        let rest = 1.0 - self.progress;
        Viewport::between(self.window_of(self.from), self.goal(), 1.0 - rest * rest * rest)
    }

    fn window_of(&self, window: Option<(f64, f64)>) -> Viewport {
        match window {
            Some((start, end)) => Viewport { start, end, width: self.width },
            None => self.whole(),
        }
    }

    /// Whether less than the whole span is shown.
    pub fn is_zoomed(&self) -> bool {
        self.window.is_some()
    }

    /// The shown event before the chosen one; without one, the last. `shown` is in time order.
    pub fn previous(&self, shown: &[u32]) -> Option<EventId> {
        let place = match self.chosen {
            Some(EventId(id)) => shown.partition_point(|&event| event < id),
            None => shown.len(),
        };
        place.checked_sub(1).map(|place| EventId(shown[place]))
    }

    /// The shown event after the chosen one; without one, the first.
    pub fn next(&self, shown: &[u32]) -> Option<EventId> {
        let place = self.chosen.map_or(0, |EventId(id)| shown.partition_point(|&event| event <= id));
        shown.get(place).copied().map(EventId)
    }

    /// Whether every answer stands open.
    pub fn all_open(&self) -> bool {
        self.answers > 0 && self.open_answers == self.answers
    }

    fn has(&self, EventId(id): EventId) -> bool {
        id < self.total
    }

    /// Sets the wished-for window, held within the whole span and not below a day.
    fn wish(&mut self, window: Option<(f64, f64)>) {
        self.listed = None;
        self.page = None;
        self.progress = 1.0;
        self.settled = false;
        let whole = self.whole();
        let window = window.filter(|&(start, end)| start.is_finite() && end.is_finite() && start < end);
        self.window = window
            .map(|(start, end)| {
                let least = self.scale.least(start + (end - start) / 2.0);
                Viewport { start, end, width: self.width }.within(&whole, least)
            })
            // All of it is no window.
            .filter(|window| window.end - window.start < (whole.end - whole.start) * 0.999)
            .map(|window| (window.start, window.end));
    }

    /// Sets it as something to come to by and by, from what is drawn now.
    fn ease(&mut self, window: Option<(f64, f64)>) {
        let drawn = self.viewport();
        self.wish(window);
        self.from = Some((drawn.start, drawn.end));
        self.progress = 0.0;
        self.settled = true;
        self.said = Said::Window;
    }
}

/// The state after an action.
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::Choose(id) if state.has(id) => {
            state.chosen = Some(id);
            state.settled = true;
            state.focused = Some(id);
            state.listed = None;
            state.page = None;
            state.said = Said::Choice;
        }
        Action::Focus(id) if state.has(id) => state.focused = Some(id),
        Action::Start(id) if state.has(id) => state.chosen = Some(id),
        Action::Choose(_) | Action::Start(_) | Action::Focus(_) => {}
        Action::List(id) => state.listed = id.filter(|&id| state.has(id)),
        Action::Show(window) => state.wish(window),
        Action::Days((start, end)) => {
            let window = (state.scale.apply(start), state.scale.apply(end));
            state.wish(Some(window));
            state.settled = true;
        }
        Action::Ease(window) => state.ease(window),
        Action::Zoom { factor, x, eased } => {
            let goal = state.goal();
            let least = state.scale.least(goal.invert(x));
            let Viewport { start, end, .. } = goal.zoom_within(factor, x, &state.whole(), least);
            if eased {
                state.ease(Some((start, end)));
            } else {
                state.wish(Some((start, end)));
            }
        }
        Action::Drag { from, to } => {
            let Viewport { start, end, .. } = state.viewport().pinch(from, to);
            state.wish(Some((start, end)));
        }
        Action::Shift(places) => {
            let Viewport { start, end, .. } = state.goal();
            state.wish(Some((start + places, end + places)));
        }
        Action::Ends(first, last) => {
            let Viewport { start, end, .. } = state.goal();
            state.wish(Some((first.unwrap_or(start), last.unwrap_or(end))));
        }
        Action::Progress(progress) => {
            // What is no number has arrived.
            state.progress = if progress < 1.0 { progress.max(state.progress) } else { 1.0 };
        }
        Action::Settle if !state.settled => {
            state.settled = true;
            state.said = Said::Window;
        }
        Action::Settle => {}
        Action::Rescale(scale) => {
            let days = state.window.map(|(start, end)| (state.scale.invert(start), state.scale.invert(end)));
            let window = days.map(|(start, end)| (scale.apply(start), scale.apply(end)));
            state.scale = scale;
            state.wish(window);
        }
        Action::Plain(plain) => {
            state.plain = plain;
            state.listed = None;
        }
        Action::Narrow(filter) => {
            state.filter = filter;
            state.listed = None;
            state.page = None;
            state.said = Said::Filter;
        }
        Action::Page(page) => state.page = Some(page),
        Action::Say(said) => state.said = said,
        Action::Resize(width) => {
            if width.is_finite() && width >= 0.0 {
                state.width = width;
            }
        }
        Action::Answers { open, all } => {
            state.open_answers = open.min(all);
            state.answers = all;
        }
    }
    state
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(total: u32, span: Option<(f64, f64)>) -> State {
        State::new(total, span, 900.0, Rc::new(Scale::linear()))
    }

    fn check(total: u32, actions: &[Action], chosen: Option<u32>) {
        let state = actions.iter().cloned().fold(new(total, None), reduce);
        assert_eq!(state.chosen, chosen.map(EventId), "{actions:?}");
    }

    #[test]
    fn an_event_that_does_not_exist_cannot_be_chosen() {
        check(2, &[Action::Choose(EventId(2))], None);
        check(2, &[Action::Choose(EventId(1)), Action::Choose(EventId(u32::MAX))], Some(1));
    }

    #[test]
    fn previous_and_next_go_through_what_is_shown() {
        let shown = [1, 4, 6];
        for (chosen, previous, next) in [
            (None, Some(6), Some(1)),
            (Some(1), None, Some(4)),
            (Some(4), Some(1), Some(6)),
            // One that a filter has taken away still has neighbours.
            (Some(5), Some(4), Some(6)),
            (Some(6), Some(4), None),
        ] {
            let mut state = new(9, None);
            state.chosen = chosen.map(EventId);
            assert_eq!((state.previous(&shown), state.next(&shown)), (previous.map(EventId), next.map(EventId)));
            assert_eq!((state.previous(&[]), state.next(&[])), (None, None));
        }
    }

    #[test]
    fn an_easing_begins_where_the_last_one_has_come_to() {
        let mut state = new(3, Some((0.0, 1000.0)));
        let whole = state.viewport();
        state = reduce(state, Action::Ease(Some((100.0, 200.0))));
        assert_eq!(state.viewport(), whole);
        state = reduce(state, Action::Progress(0.5));
        let halfway = state.viewport();
        assert!(halfway.start > whole.start && halfway.start < 100.0);
        state = reduce(state, Action::Ease(None));
        assert_eq!(state.viewport(), halfway);
        state = reduce(state, Action::Progress(f64::NAN));
        assert_eq!(state.viewport(), whole);
    }

    #[test]
    fn a_window_that_is_none_is_the_whole_span() {
        for (start, end) in [(f64::NAN, 1.0), (2.0, 1.0), (0.0, f64::INFINITY), (1.0, 1.0)] {
            let state = reduce(new(1, Some((0.0, 9.0))), Action::Show(Some((start, end))));
            assert_eq!(state.viewport(), state.whole());
        }
    }

    #[test]
    fn the_window_stays_within_the_span_and_above_a_day() {
        let whole = new(3, Some((0.0, 1000.0))).whole();
        let actions = [
            Action::Zoom { factor: 1e9, x: 300.0, eased: false },
            Action::Shift(1e6),
            Action::Zoom { factor: 0.5, x: 0.0, eased: true },
            Action::Drag { from: (0.0, 0.0), to: (700.0, 700.0) },
            Action::Ends(Some(-1e9), None),
            Action::Ends(Some(500.0), Some(499.0)),
        ];
        let mut state = new(3, Some((0.0, 1000.0)));
        for action in actions {
            state = reduce(state, action.clone());
            let goal = state.goal();
            assert!(goal.start >= whole.start - 1e-6 && goal.end <= whole.end + 1e-6, "{action:?} {goal:?}");
            assert!(goal.end - goal.start >= 1.0 - 1e-6, "{action:?} {goal:?}");
        }
    }

    #[test]
    fn the_same_days_stay_in_the_window_on_another_scale() {
        let starts: Vec<f64> = (0..100).map(|event| 900.0 + f64::from(event)).collect();
        let even = Rc::new(Scale::even(&starts, (0.0, 1000.0)));
        let state = reduce(new(3, Some((0.0, 1000.0))), Action::Show(Some((200.0, 950.0))));
        let state = reduce(state, Action::Rescale(Rc::clone(&even)));
        let goal = state.goal();
        assert!((even.invert(goal.start) - 200.0).abs() < 1e-6 && (even.invert(goal.end) - 950.0).abs() < 1e-6);
    }

    #[test]
    fn a_width_that_is_no_width_is_not_taken() {
        for width in [f64::NAN, f64::INFINITY, -1.0] {
            assert_eq!(reduce(new(1, None), Action::Resize(width)).width, 900.0);
        }
    }
}
