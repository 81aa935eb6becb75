//! One function from a state and an intent to the next state and what has to be done.

use std::rc::Rc;

use super::context::Context;
use super::effect::{Effect, Notice};
use super::filter::Filter;
use super::hand::{self, Drag, Release, Surface};
use super::intent::{Around, Intent, Pan, Walk};
use super::list::PAGE_LENGTH;
use super::view_address::ViewAddress;
use super::walk::{self, Step};
use super::{Spoken, State};
use crate::document::{EraId, EventId, Spacing};
use crate::timeline::{Cluster, Holder, Interval, Place, Px};

/// The share of the window that the events of an opened cluster fill.
const FILLED: f64 = 0.6;
/// A window of more than this share of the present one's length is no nearer.
const NEARER: f64 = 0.99;

/// From this speed on, CSS pixels a millisecond, the content goes on when the hand leaves it.
const FLING: f64 = 0.2;
/// For how many milliseconds' worth of that speed: it begins with the hand's, as the easing is three times as fast at its
/// start as on average and lasts 480 ms.
const GLIDE: f64 = 160.0;

/// The state after an intent, and what has to be done once it is drawn.
pub fn reduce(state: State, intent: Intent, context: &Context<'_>) -> (State, Vec<Effect>) {
    let before = state.clone();
    let mut change = Change { state, context, effects: Vec::new() };
    change.apply(intent);
    change.choose_one_if_needed();
    turn_to_what_is_seen(&mut change.state, context);
    change.finish(&before)
}

/// In long documents the list begins where the reader has turned to, else with the page of the chosen event if the
/// window shows it, else with the window. While the window moves it stays, since writing it takes longer than a frame.
pub(super) fn turn_to_what_is_seen(state: &mut State, context: &Context<'_>) {
    if !context.has_pages || !state.window.is_at_rest {
        return;
    }
    let shown = state.shown.shown();
    let window = state.window.goal().window;
    let place = |event: u32| state.shown.places(event).start;
    state.list.first = if state.list.is_turned {
        state.list.first.min(shown.len().saturating_sub(1))
    } else {
        let position = match state.chosen {
            Some(EventId(id)) if state.shown.is_shown(id) && window.contains(place(id)) => {
                shown.partition_point(|&event| event < id)
            }
            _ => shown.partition_point(|&event| place(event) < window.start),
        };
        position / PAGE_LENGTH * PAGE_LENGTH
    };
}

/// A state that is being changed.
struct Change<'a> {
    state: State,
    context: &'a Context<'a>,
    effects: Vec<Effect>,
}

impl Change<'_> {
    fn apply(&mut self, intent: Intent) {
        let state = &mut self.state;
        match intent {
            Intent::Appear(address) => self.appear(&address),
            Intent::Resize(width) if width.is_finite() && width >= Px(0.0) => state.window.resize(width),
            Intent::Resize(_) => {}

            Intent::Choose(event) => self.choose_by_control(event),
            Intent::Previous => self.step(self.state.previous()),
            Intent::Next => self.step(self.state.next()),
            Intent::FollowLink(event) => self.choose(event),
            Intent::FollowAddress { address, is_back } => self.follow(&address, is_back),
            Intent::OpenCluster(cluster) => self.open(&cluster),
            Intent::CloseCluster => state.list.opened = None,
            Intent::Walk(step) => self.walk(step),

            Intent::Zoom { factor, around, is_eased } => self.zoom(factor, around, is_eased),
            Intent::Pan(dx) => self.show(Some(self.state.window.drawn().pan(dx).window)),
            Intent::Move(to) => self.move_window(to),
            Intent::ShowWhole => self.ease(None),
            Intent::ShowEra(era) => self.show_era(era),
            Intent::PointerDown { surface, pointer, x, time } => {
                let (edges, drawn) = (state.window.edges_on_overview(), state.window.drawn().window);
                state.window.hand.press(surface, pointer, x, time, edges);
                // A hand on it holds what is on its way.
                if self.state.window.is_easing() {
                    self.show(Some(drawn));
                }
            }
            Intent::PointerMove { pointer, x, time } => {
                if let Some(drag) = state.window.hand.drag(pointer, x, time) {
                    self.drag(&drag, pointer);
                }
            }
            Intent::PointerUp { pointer, is_cancelled, time } => {
                if let Some(release) = state.window.hand.release(pointer, time) {
                    self.release(&release, is_cancelled);
                }
            }
            Intent::Glide(dx) => {
                let window = state.window.drawn().pan(dx).window;
                self.ease(Some(window));
                self.effects.pop();
                self.effects.push(Effect::StartGliding);
            }
            Intent::Advance(progress) => state.window.advance(progress),
            Intent::Rest => self.rest(),
            Intent::SpreadEvenly(is_even) => self.spread(is_even),

            Intent::ToggleFilter(entry) => self.narrow(self.state.filter.clone().toggled(entry)),
            Intent::Search(text) => self.narrow(Filter { text, ..self.state.filter.clone() }),
            Intent::NextFound { is_back } => self.step(self.found(is_back)),
            Intent::ClearFilter => self.clear_filter(),

            Intent::ListToggled(is_open) => state.list.is_open = is_open,
            Intent::ShowList(is_alone) => {
                (state.list.is_alone, state.list.opened) = (is_alone, None);
                self.effects.push(Effect::OpenList(is_alone));
            }
            Intent::TurnPage(first) => {
                let last = state.shown.len().saturating_sub(1);
                (state.list.first, state.list.is_turned) = (first.min(last), true);
            }

            Intent::ToggleAnswers => self.effects.push(Effect::OpenAnswers(!state.questions.all_open())),
            Intent::AnswerToggled { id, is_open, open } => {
                state.questions.open = open.min(state.questions.all);
                self.effects.push(Effect::Notify(Notice::Toggle { id, is_open }));
            }

            Intent::Tell(told) => state.told = told,
            Intent::ToggleTools => state.has_more_tools = !state.has_more_tools,
            Intent::ToggleHelp => state.is_helping = !state.is_helping,

            Intent::CopyAddress => self.effects.push(Effect::CopyAddress),
            Intent::Copied(done) => state.spoken = if done { Spoken::Copied } else { Spoken::NotCopied },
        }
    }

    // ── Choosing ────────────────────────────────────────────────────────────────────────────────────────────────────

    fn appear(&mut self, address: &ViewAddress) {
        if self.state.admitted.is_some() {
            self.effects.push(Effect::ShowFiltered);
        }
        self.effects.push(Effect::MarkCurrent);
        self.effects.push(Effect::Notify(Notice::Ready));
        // Any other place than an event the browser has found, if it was there to be found.
        self.effects.push(match address.event {
            Some(event) => Effect::ScrollTo(event),
            None => Effect::ScrollToTarget,
        });
    }

    /// An event is chosen by a control: the address follows and, where the list stands open, the page.
    fn choose_by_control(&mut self, event: EventId) {
        if !self.has(event) {
            return;
        }
        self.choose(event);
        self.state.has_address = true;
        self.effects.push(Effect::WriteAddress(event));
        if self.state.list.is_open {
            self.effects.push(Effect::ShowInList(event));
        }
    }

    fn step(&mut self, to: Option<EventId>) {
        if let Some(event) = to {
            self.choose_by_control(event);
        }
    }

    fn choose(&mut self, event: EventId) {
        if self.has(event) {
            self.bring(event);
            self.effects.push(Effect::Notify(Notice::Select(event)));
        }
    }

    /// Choosing shows: a filter that hides the event goes, and a window that shows another time moves there.
    fn bring(&mut self, event: EventId) {
        let EventId(id) = event;
        let state = &mut self.state;
        (state.chosen, state.focused) = (Some(event), Some(event));
        state.window.is_at_rest = true;
        state.list.opened = None;
        state.list.is_turned = false;
        if !state.shown.is_shown(id) {
            self.filter(Filter::default());
        }
        let shown = &self.state.shown;
        let goal = self.state.window.goal();
        if goal.is_drawable() && !shown.is_in(id, goal.window) {
            self.ease(Some(goal.around(shown.middle(id)).window));
        }
        self.state.spoken = Spoken::Choice;
    }

    fn follow(&mut self, address: &ViewAddress, is_back: bool) {
        if address.is_even && !self.state.window.scale.is_even() {
            self.spread(true);
        }
        if !address.filter.is_empty() {
            self.narrow(address.filter.clone());
        }
        if let Some(days) = address.days {
            self.state.window.show_days(days);
            self.state.window.is_at_rest = true;
            self.leave_list();
        }
        if let Some(event) = address.event.filter(|&event| self.has(event)) {
            self.state.has_address = true;
            // A link is heard twice: when it is followed, and when the address has changed.
            if self.state.chosen == Some(event) {
                self.bring(event);
            } else {
                self.choose(event);
            }
            // The browser could not scroll to what was not shown; a reader who comes back is where he was.
            if !is_back {
                self.effects.push(Effect::ScrollTo(event));
            }
        }
    }

    fn open(&mut self, cluster: &Cluster) {
        let first = EventId(cluster.first);
        if !self.has(first) {
            return;
        }
        // The card goes with what is opened, so that the steps lead on from there.
        if self.state.chosen.is_none_or(|EventId(event)| !self.holds(cluster, event)) {
            self.choose(first);
            self.effects.push(Effect::WriteAddress(first));
        }
        // The focus stays with the events that are opened.
        self.state.focused = Some(first);
        let middle = cluster.middles.start + cluster.middles.length() / 2.0;
        let half = cluster.middles.length().max(self.state.window.scale.least(middle)) / 2.0 / FILLED;
        // What happened within minutes may come no farther apart.
        if cluster.can_split && half * 2.0 < self.state.window.goal().length() * NEARER {
            self.ease(Some(Interval::new(middle - half, middle + half)));
        } else if self.state.list.opened == Some(first) {
            self.state.list.opened = None;
        } else {
            self.state.list.opened = Some(first);
            self.effects.push(Effect::FocusCluster);
        }
    }

    /// Whether a cluster stands for an event.
    fn holds(&self, cluster: &Cluster, event: u32) -> bool {
        matches!(self.state.layout().holder(&self.state.shown, event), Some(Holder::Cluster(position))
            if self.state.layout().clusters[position].bucket == cluster.bucket)
    }

    /// The event after the chosen one among those that are shown, or before it, round and round.
    fn found(&self, is_back: bool) -> Option<EventId> {
        let shown = self.state.shown.shown();
        let (next, round) =
            if is_back { (self.state.previous(), shown.last()) } else { (self.state.next(), shown.first()) };
        next.or(round.copied().map(EventId))
    }

    /// One event is always shown: where the chosen one is hidden, or there is none, the first.
    fn choose_one_if_needed(&mut self) {
        let State { chosen, shown, .. } = &self.state;
        let is_shown = |event: &EventId| shown.is_shown(event.0);
        if !chosen.as_ref().is_some_and(is_shown) {
            let start = self.context.timeline.start.filter(is_shown);
            if let Some(event) = start.or(shown.shown().first().copied().map(EventId)) {
                // An address that names an event names the one that is shown.
                if self.state.has_address {
                    self.effects.push(Effect::WriteAddress(event));
                }
                self.state.chosen = Some(event);
            }
        }
    }

    fn has(&self, EventId(id): EventId) -> bool {
        (id as usize) < self.context.timeline.marks.len()
    }

    // ── The window ──────────────────────────────────────────────────────────────────────────────────────────────────

    /// Shows a window at once, as by hand.
    fn show(&mut self, window: Option<Interval<Place>>) {
        self.state.window.show(window);
        self.leave_list();
        self.effects.push(Effect::AwaitRest);
    }

    fn ease(&mut self, window: Option<Interval<Place>>) {
        self.state.window.ease(window);
        self.leave_list();
        self.state.spoken = Spoken::Window;
        self.effects.push(Effect::StartEasing);
    }

    /// Another window is shown: a cluster's list is closed, and a long list goes with the window again.
    fn leave_list(&mut self) {
        self.state.list.opened = None;
        self.state.list.is_turned = false;
    }

    fn zoom(&mut self, factor: f64, around: Around, is_eased: bool) {
        let window = &self.state.window;
        let (drawn, goal, middle) = (window.drawn(), window.goal(), window.width / 2.0);
        let x = match around {
            Around::X(x) => x,
            Around::Chosen => {
                let x = self.state.chosen.map(|EventId(id)| drawn.apply(self.state.shown.middle(id)));
                x.filter(|&x| x >= Px(0.0) && x <= drawn.width).unwrap_or(middle)
            }
            Around::Focused => self.state.marks().focused().map_or(middle, |target| target.x()),
            Around::Middle => middle,
        };
        let least = window.scale.least(goal.invert(x));
        let zoomed = Some(goal.zoom_within(factor, x, &window.whole(), least).window);
        if is_eased {
            self.ease(zoomed);
        } else {
            self.show(zoomed);
        }
        if around == Around::Middle {
            self.state.spoken = Spoken::Slider;
        }
    }

    fn move_window(&mut self, to: Pan) {
        let (goal, whole) = (self.state.window.goal(), self.state.window.whole());
        let start = match to {
            Pan::By(lengths) => Some(goal.window.start + goal.length() * lengths),
            Pan::ToStart => Some(whole.window.start),
            Pan::ToEnd => Some(whole.window.end - goal.length()),
            Pan::ToWhole => None,
        };
        self.ease(start.map(|start| Interval::new(start, start + goal.length())));
        self.state.spoken = Spoken::Slider;
    }

    fn show_era(&mut self, EraId(era): EraId) {
        if let Some(era) = self.context.spans.era(usize::from(era)) {
            let window = self.state.window.around_era(era);
            let is_shown = self.state.window.is_shown(window);
            self.ease((!is_shown).then_some(window));
        }
    }

    /// The tab stop moves to another mark; the window goes there at once if it shows another time, so that the focus can
    /// follow.
    fn walk(&mut self, step: Walk) {
        let Some(Step { event, window }) = walk::walk(&self.state, self.context.timeline, step) else { return };
        if window.is_some() {
            self.show(window);
        }
        self.state.focused = Some(event);
    }

    fn drag(&mut self, drag: &Drag, pointer: i32) {
        let window = &self.state.window;
        let moved = match drag.surface {
            Surface::Axis => window.drawn().pinch(drag.from, drag.to).window,
            Surface::Overview => hand::dragged_on_overview(drag, window.goal(), &window.whole()),
        };
        self.state.window.show(Some(moved));
        self.leave_list();
        if drag.is_first {
            self.effects.push(Effect::CapturePointer { surface: drag.surface, pointer });
        }
    }

    fn release(&mut self, release: &Release, is_cancelled: bool) {
        if release.ends_drag {
            self.rest();
            let glides = release.surface == Surface::Axis && release.speed.abs() > FLING && !is_cancelled;
            if glides {
                self.effects.push(Effect::Glide(Px(release.speed * GLIDE)));
            }
        } else if release.is_click
            && !is_cancelled
            && release.surface == Surface::Overview
            && release.grip == hand::Grip::Whole
            && !self.state.window.edges_on_overview().contains(release.x)
        {
            // The window goes to where the overview was clicked.
            let window = &self.state.window;
            self.ease(Some(window.goal().around(window.whole().invert(release.x)).window));
        }
    }

    fn rest(&mut self) {
        if !self.state.window.is_at_rest {
            self.state.window.is_at_rest = true;
            self.state.spoken = Spoken::Window;
        }
    }

    fn spread(&mut self, is_even: bool) {
        let spacing = if is_even { Spacing::Even } else { Spacing::Linear };
        self.state.window.rescale(self.context.spans.scale(spacing));
        self.file();
        self.leave_list();
        self.effects.push(Effect::AwaitRest);
    }

    // ── The filter ──────────────────────────────────────────────────────────────────────────────────────────────────

    fn narrow(&mut self, filter: Filter) {
        self.filter(filter);
        self.leave_list();
        self.state.spoken = Spoken::Filter;
    }

    fn filter(&mut self, filter: Filter) {
        self.state.admitted = (!filter.is_empty()).then(|| (self.context.admit)(&filter).into());
        self.state.filter = filter;
        self.file();
    }

    fn clear_filter(&mut self) {
        self.narrow(Filter::default());
        // The button goes, and the focus does not go with it.
        self.effects.push(Effect::FocusSearch);
    }

    /// Files the events that are shown anew.
    fn file(&mut self) {
        let State { window, admitted, .. } = &self.state;
        self.state.shown = Rc::new(self.context.spans.index(&window.scale, admitted.as_deref()));
    }

    // ── What follows ────────────────────────────────────────────────────────────────────────────────────────────────

    /// The state, and the effects: first those by which the page follows what is different now.
    fn finish(self, before: &State) -> (State, Vec<Effect>) {
        let Change { state, context, effects } = self;
        let is_other_list = !Rc::ptr_eq(&state.shown, &before.shown) || state.list.first != before.list.first;
        let mut all = Vec::new();
        if is_other_list {
            all.push(Effect::ShowFiltered);
        }
        if state.chosen != before.chosen || (context.has_pages && is_other_list) {
            all.push(Effect::MarkCurrent);
        }
        if state.admitted != before.admitted {
            all.push(Effect::Notify(Notice::Filter(state.shown.len())));
        }
        all.extend(effects);
        // The drawing may put other elements in the place of the focused one.
        if context.has_axis_focus && state != *before && !all.contains(&Effect::FocusCluster) {
            all.push(Effect::FocusAxis);
        }
        (state, all)
    }
}
