//! The viewport: a window of the axis on a width of pixels, and how a reader moves it.

use super::{Interval, Place, Px};

/// The visible window of places, and the width it has on screen. Between them everything is linear; how places stand to
/// moments is the [`Scale`](super::Scale)'s.
///
/// The methods that move it are total: what is not finite, or moves a window that cannot be drawn, changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The places from its start to its end.
    pub window: Interval<Place>,
    /// The width on screen.
    pub width: Px,
}

/// Room at either end of the whole span, so that the outermost mark stands whole on the axis although its bucket may hold
/// it up to 12 px from its date.
const MARGIN: Px = Px(28.0);
/// The last place on either side of 0 that can be drawn, some 270,000 million years away: up to here `f64` tells the
/// finest buckets apart.
pub(super) const FARTHEST: f64 = 1e14;
/// The widest axis that can be drawn; it bounds the work of a frame.
const WIDEST: Px = Px(1e6);
/// Fingers nearer to one another than this say nothing about a distance.
const PINCH_MIN: Px = Px(1.0);

impl Viewport {
    /// The whole span, with a margin.
    pub fn whole(span: Interval<Place>, width: Px) -> Viewport {
        let room = (width - MARGIN * 2.0).max(Px(1.0));
        let margin = span.length() * (MARGIN / room);
        Viewport { window: Interval::new(span.start - margin, span.end + margin), width }
    }

    /// Whether anything can be drawn in this window.
    pub fn is_drawable(&self) -> bool {
        // A window far smaller than a day can be drawn no more than an empty one.
        self.length() > 1e-6
            && self.window.start.0 >= -FARTHEST
            && self.window.end.0 <= FARTHEST
            && self.width > Px(0.0)
            && self.width <= WIDEST
    }

    /// Its length in places.
    pub fn length(&self) -> f64 {
        self.window.length()
    }

    /// The place in its middle.
    pub fn middle(&self) -> Place {
        self.window.start + self.length() / 2.0
    }

    /// CSS pixels a place.
    pub fn px_per_place(&self) -> f64 {
        self.width.0 / self.length()
    }

    /// The x of a place.
    pub fn apply(&self, place: Place) -> Px {
        Px((place - self.window.start) * self.px_per_place())
    }

    /// The place at an x.
    pub fn invert(&self, x: Px) -> Place {
        self.window.start + x.0 / self.px_per_place()
    }

    /// With a window as long as this one around another place.
    pub fn around(self, place: Place) -> Viewport {
        let half = self.length() / 2.0;
        self.moved(Interval::new(place - half, place + half))
    }

    /// Zoomed in by a factor above 1, out by one below; the place at `x` stays where it is.
    pub fn zoom(self, factor: f64, x: Px) -> Viewport {
        let still = self.invert(x);
        let scaled = self.window.map(|edge| still + (edge - still) / factor);
        if factor > 0.0 { self.moved(scaled) } else { self }
    }

    /// [`Viewport::zoom`] no farther than [`Viewport::within`] allows, so that the place at `x` also stays where it is
    /// when the reader zooms on at the limit.
    pub fn zoom_within(self, factor: f64, x: Px, limits: &Viewport, least: f64) -> Viewport {
        // Before `min` and `max`, which pass over NaN.
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        // In this order, because the whole may be shorter than the least.
        let factor = factor.min(self.length() / least).max(self.length() / limits.length());
        self.zoom(factor, x).within(limits, least)
    }

    /// With its content moved `dx` to the right.
    pub fn pan(self, dx: Px) -> Viewport {
        let places = dx.0 / self.px_per_place();
        self.moved(self.window.map(|edge| edge - places))
    }

    /// With the two places that were under `from` brought under `to`: the x of two fingers, in either order.
    /// Fingers that stand together, or have changed sides, only pan, by their middle.
    pub fn pinch(self, from: (Px, Px), to: (Px, Px)) -> Viewport {
        let (before, after) = (from.1 - from.0, to.1 - to.0);
        if before.abs() < PINCH_MIN || after.abs() < PINCH_MIN || before.0 * after.0 < 0.0 {
            return self.pan((to.0 + to.1 - from.0 - from.1) / 2.0);
        }
        let places_per_px = before / after / self.px_per_place();
        let start = self.invert(from.0) - to.0.0 * places_per_px;
        self.moved(Interval::new(start, start + self.width.0 * places_per_px))
    }

    /// Brought inside `limits`: not longer than they are, not shorter than `least` places (if they are as long), and
    /// otherwise of the length it has. What is too short or too long keeps its middle as far as the limits allow.
    pub fn within(self, limits: &Viewport, least: f64) -> Viewport {
        let (length, most) = (self.length(), limits.length());
        // Written so that NaN anywhere ends here.
        if !(length >= 0.0 && most >= 0.0 && least.is_finite()) {
            return self;
        }
        let wanted = length.max(least).min(most);
        let start = self.window.start + (length - wanted) / 2.0;
        let start = start.min(limits.window.end - wanted).max(limits.window.start);
        // A window of the right length is not made anew, so that rounding cannot make it creep.
        if wanted == length && start == self.window.start && self.window.end <= limits.window.end {
            return self;
        }
        let end = (start + wanted).min(limits.window.end);
        if start.is_finite() && end.is_finite() { Viewport { window: Interval::new(start, end), ..self } } else { self }
    }

    /// The window on the way from one to another: `from` at `t` = 0, `to` at 1, of the width of `to`.
    pub fn between(from: Viewport, to: Viewport, t: f64) -> Viewport {
        // The last one is exact; NaN counts as arrived.
        if t.is_nan() || t >= 1.0 {
            return to;
        }
        let t = t.max(0.0);
        let edge = |from: Place, to: Place| from + (to - from) * t;
        to.moved(Interval::new(edge(from.window.start, to.window.start), edge(from.window.end, to.window.end)))
    }

    /// Another window, unless one of the two cannot be drawn.
    fn moved(self, window: Interval<Place>) -> Viewport {
        let moved = Viewport { window, ..self };
        if self.is_drawable() && moved.is_drawable() { moved } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewport(start: f64, end: f64, width: f64) -> Viewport {
        Viewport { window: Interval::new(Place(start), Place(end)), width: Px(width) }
    }

    fn century() -> Viewport {
        viewport(0.0, 36_500.0, 365.0)
    }

    #[test]
    fn the_ends_of_the_window_are_the_ends_of_the_axis() {
        assert_eq!(century().apply(Place(0.0)), Px(0.0));
        assert_eq!(century().apply(Place(36_500.0)), Px(365.0));
        assert_eq!(century().invert(Px(182.5)), Place(18_250.0));
    }

    #[test]
    fn the_whole_span_keeps_its_margin_at_any_width() {
        for width in [272.0, 600.0, 900.0, 1600.0] {
            let viewport = Viewport::whole(Interval::new(Place(1000.0), Place(2000.0)), Px(width));
            assert!((viewport.apply(Place(1000.0)) - MARGIN).abs() < Px(1e-6));
            assert!((viewport.apply(Place(2000.0)) - (Px(width) - MARGIN)).abs() < Px(1e-6));
        }
    }

    #[test]
    fn empty_reversed_and_non_finite_windows_cannot_be_drawn() {
        for (start, end, width) in
            [(0.0, 0.0, 100.0), (1.0, 0.0, 100.0), (0.0, 1.0, 0.0), (f64::NAN, 1.0, 1.0), (0.0, f64::INFINITY, 1.0)]
        {
            assert!(!viewport(start, end, width).is_drawable(), "{start} {end} {width}");
        }
    }

    fn check(found: Viewport, start: f64, end: f64) {
        let Interval { start: a, end: b } = found.window;
        let wrong = (a.0 - start).abs().max((b.0 - end).abs());
        assert!(wrong < 1e-6, "{found:?} is not from {start} to {end}");
    }

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        check(century().zoom(2.0, Px(0.0)), 0.0, 18_250.0);
        check(century().zoom(2.0, Px(365.0)), 18_250.0, 36_500.0);
        check(century().zoom(0.5, Px(182.5)), -18_250.0, 54_750.0);
    }

    #[test]
    fn the_content_follows_a_drag_and_a_pinch() {
        let pinch = |from: (f64, f64), to: (f64, f64)| century().pinch((Px(from.0), Px(from.1)), (Px(to.0), Px(to.1)));
        check(century().pan(Px(36.5)), -3650.0, 32_850.0);
        // Two fingers 100 px apart move to 200 px: the window is half as long.
        check(pinch((100.0, 200.0), (100.0, 300.0)), 5000.0, 23_250.0);
        check(pinch((200.0, 100.0), (300.0, 100.0)), 5000.0, 23_250.0);
        check(pinch((100.0, 100.5), (110.0, 110.5)), -1000.0, 35_500.0);
        check(pinch((100.0, 200.0), (200.0, 100.0)), 0.0, 36_500.0);
    }

    #[test]
    fn a_window_goes_around_another_place() {
        check(viewport(0.0, 10.0, 100.0).around(Place(50.0)), 45.0, 55.0);
    }

    #[test]
    fn a_window_is_brought_back_inside_its_limits() {
        let window = |start, end| viewport(start, end, 100.0);
        let limits = window(0.0, 1000.0);
        check(window(-50.0, 50.0).within(&limits, 1.0), 0.0, 100.0);
        check(window(950.0, 1050.0).within(&limits, 1.0), 900.0, 1000.0);
        check(window(-50.0, 5000.0).within(&limits, 1.0), 0.0, 1000.0);
        check(window(500.0, 500.2).within(&limits, 1.0), 499.6, 500.6);
        check(window(500.0, 600.0).within(&limits, 5000.0), 0.0, 1000.0);
    }

    #[test]
    fn zooming_on_at_the_limit_does_not_move_the_window() {
        let window = viewport(100.0, 101.0, 500.0);
        let limits = viewport(0.0, 1000.0, 500.0);
        check(window.zoom_within(2.0, Px(0.0), &limits, 1.0), 100.0, 101.0);
        check(limits.zoom_within(0.5, Px(0.0), &limits, 1.0), 0.0, 1000.0);
        check(window.zoom_within(0.25, Px(0.0), &limits, 1.0), 100.0, 104.0);
    }

    #[test]
    fn halfway_is_halfway() {
        let to = viewport(100.0, 200.0, 365.0);
        check(Viewport::between(century(), to, 0.0), 0.0, 36_500.0);
        check(Viewport::between(century(), to, 0.5), 50.0, 18_350.0);
        assert_eq!(Viewport::between(century(), to, 1.0), to);
        assert_eq!(Viewport::between(century(), to, f64::NAN), to);
    }

    #[test]
    fn what_is_not_finite_changes_nothing() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(century().zoom(bad, Px(1.0)), century());
            assert_eq!(century().zoom(2.0, Px(bad)), century());
            assert_eq!(century().around(Place(bad)), century());
            assert_eq!(century().zoom_within(bad, Px(1.0), &century(), 1.0), century());
            assert_eq!(century().pan(Px(bad)), century());
            assert_eq!(century().pinch((Px(1.0), Px(bad)), (Px(1.0), Px(50.0))), century());
            assert_eq!(century().within(&century(), bad), century());
            assert_eq!(century().within(&viewport(0.0, f64::NAN, 365.0), 1.0), century());
        }
        for factor in [0.0, -1.0] {
            assert_eq!(century().zoom(factor, Px(1.0)), century());
        }
    }
}
