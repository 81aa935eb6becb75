//! The window: what of the axis is shown, and where it is going.

use std::rc::Rc;

use super::hand::Hand;
use super::spans::Spans;
use crate::date::Moment;
use crate::document::Spacing;
use crate::timeline::{BUCKET_MIN, Interval, Place, Px, Room, Scale, Viewport};

/// The share of an era's length that is shown on either side of it.
const AROUND_ERA: f64 = 0.03;
/// A window of this share of the whole span is the whole span.
const ALL: f64 = 0.999;

/// What of a day is too short for any clock.
const MOMENT: f64 = 1e-4;

/// What of the axis is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// The width of the axis on screen.
    pub width: Px,
    /// From moments to places of the axis.
    pub scale: Rc<Scale>,
    /// The rows and lanes that the axis keeps.
    pub room: Room,
    /// The whole span, as places; `None` without events.
    span: Option<Interval<Place>>,
    /// The window that is wanted; `None` is the whole span.
    pub wished: Option<Interval<Place>>,
    /// The way to it, while it is eased.
    easing: Option<Easing>,
    /// Whether a movement by hand has come to its end. What costs more than a frame waits for it.
    pub is_at_rest: bool,
    /// The pointers that are down.
    pub(super) hand: Hand,
}

/// A movement that takes a while.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Easing {
    /// The window that it began with.
    from: Interval<Place>,
    /// How far it has come, from 0 to 1.
    progress: f64,
}

impl Window {
    /// The whole span on an axis of this width.
    pub(super) fn new(spans: &Spans, spacing: Spacing, width: Px) -> Window {
        let scale = spans.scale(spacing);
        let span = spans.extent().map(|extent| extent.map(|moment| scale.apply(moment)));
        let room = spans.room(spacing);
        Window { width, scale, room, span, wished: None, easing: None, is_at_rest: true, hand: Hand::default() }
    }

    /// The whole span, with a margin.
    pub fn whole(&self) -> Viewport {
        match self.span {
            Some(span) => Viewport::whole(span, self.width),
            None => Viewport { window: Interval::default(), width: self.width },
        }
    }

    /// The window that is wanted.
    pub fn goal(&self) -> Viewport {
        self.viewport(self.wished)
    }

    /// The window that is drawn: on its way to the one that is wanted.
    pub fn drawn(&self) -> Viewport {
        let Some(Easing { from, progress }) = self.easing else { return self.goal() };
        // Out of the cubic: fast at first, and slower towards the end.
        let rest = 1.0 - progress;
        Viewport::between(self.viewport(Some(from)), self.goal(), 1.0 - rest * rest * rest)
    }

    fn viewport(&self, window: Option<Interval<Place>>) -> Viewport {
        window.map_or_else(|| self.whole(), |window| Viewport { window, width: self.width })
    }

    /// Whether less than the whole span is wanted.
    pub fn is_zoomed(&self) -> bool {
        self.wished.is_some()
    }

    /// Whether no less time can be shown.
    pub fn is_least(&self) -> bool {
        let goal = self.goal();
        goal.length() <= 1.001 * self.scale.least(goal.middle())
    }

    /// Whether it is on its way.
    pub fn is_easing(&self) -> bool {
        self.easing.is_some()
    }

    /// Where the wanted window lies on an overview of the whole span, as wide as the axis.
    pub fn edges_on_overview(&self) -> Interval<Px> {
        let whole = self.whole();
        self.goal().window.map(|place| whole.apply(place))
    }

    /// The time that the wanted window shows, without the margin around the first and the last day.
    pub fn time(&self) -> Interval<Moment> {
        self.without_margin(self.goal().window)
    }

    /// The time that is drawn, without that margin.
    pub fn seen(&self) -> Interval<Moment> {
        self.without_margin(self.drawn().window)
    }

    fn without_margin(&self, window: Interval<Place>) -> Interval<Moment> {
        let span = self.span.unwrap_or(window);
        // A window in the margin alone is told as the span's end, which is the last moment of its last day.
        let start = window.start.max(span.start).min(span.end - MOMENT);
        Interval::new(start, window.end.min(span.end).max(span.start)).map(|place| self.scale.invert(place))
    }

    /// Shows a window at once, held within the whole span and not shorter than the scale's shortest.
    pub(super) fn show(&mut self, window: Option<Interval<Place>>) {
        self.easing = None;
        self.is_at_rest = false;
        self.hold(window);
    }

    /// The axis has another width on screen. So has the margin of the whole span, in which the window stays.
    pub(super) fn resize(&mut self, width: Px) {
        self.width = width;
        self.hold(self.wished);
    }

    fn hold(&mut self, window: Option<Interval<Place>>) {
        let whole = self.whole();
        let is_window =
            |window: &Interval<Place>| window.start.is_finite() && window.end.is_finite() && window.start < window.end;
        self.wished = window
            .filter(is_window)
            .map(|window| {
                let wanted = self.viewport(Some(window));
                wanted.within(&whole, self.scale.least(wanted.middle()))
            })
            .filter(|window| window.length() < whole.length() * ALL)
            .map(|viewport| viewport.window);
    }

    /// Shows a window by easing to it from what is drawn now.
    pub(super) fn ease(&mut self, window: Option<Interval<Place>>) {
        let from = self.drawn().window;
        self.show(window);
        self.easing = Some(Easing { from, progress: 0.0 });
        self.is_at_rest = true;
    }

    /// So much of an easing is done. NaN counts as all of it.
    pub(super) fn advance(&mut self, progress: f64) {
        if let Some(easing) = &mut self.easing {
            if progress < 1.0 {
                easing.progress = progress.max(easing.progress);
            } else {
                self.easing = None;
            }
        }
    }

    /// Shows a stretch of time at once.
    pub(super) fn show_days(&mut self, days: Interval<Moment>) {
        let window = days.map(|moment| self.scale.apply(moment));
        self.show(Some(window));
    }

    /// The window of an era, with a little around it.
    pub(super) fn around_era(&self, era: Interval<Moment>) -> Interval<Place> {
        let places = era.map(|moment| self.scale.apply(moment));
        // Its first and its last mark stand whole on the axis.
        let least = BUCKET_MIN / (self.width - BUCKET_MIN * 2.0).max(BUCKET_MIN);
        let around = places.length() * AROUND_ERA.max(least / 2.0 * 1.1);
        Interval::new(places.start - around, places.end + around)
    }

    /// Whether this very window is wanted.
    pub(super) fn is_shown(&self, window: Interval<Place>) -> bool {
        let near = |a: Place, b: Place| (a - b).abs() <= self.goal().length() * (1.0 - ALL);
        let held = self.goal().window;
        let wanted = self.viewport(Some(window)).within(&self.whole(), self.scale.least(window.start)).window;
        near(held.start, wanted.start) && near(held.end, wanted.end)
    }

    /// Spreads days in another way; the same days stay in the window.
    pub(super) fn rescale(&mut self, scale: Rc<Scale>) {
        let old = std::mem::replace(&mut self.scale, scale);
        let window = self.wished.map(|window| window.map(|place| self.scale.apply(old.invert(place))));
        self.show(window);
    }
}
