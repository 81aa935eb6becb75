//! The window: a stretch of the axis on a width of pixels, and how a reader moves it.

/// The visible window of places, and the width it has in CSS pixels. Between them everything is linear; how places
/// stand to days is the [`Scale`](super::Scale)'s.
///
/// The methods that move it are total: what is not finite, or moves a window that cannot be drawn, changes nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The place at the left edge.
    pub start: f64,
    /// The place at the right edge.
    pub end: f64,
    /// The width in CSS pixels.
    pub width: f64,
}

/// Room at either end of the whole span, in CSS pixels, so that the outermost mark stands whole on the axis although
/// its bucket may hold it up to 12 px from its date.
const MARGIN: f64 = 28.0;
/// The last place on either side of 0 that can be drawn, some 270,000 million years away: up to here `f64` tells the
/// finest buckets apart.
pub(super) const FARTHEST: f64 = 1e14;
/// The widest axis that can be drawn in CSS pixels; it bounds the work of a frame.
const WIDEST: f64 = 1e6;
/// Fingers nearer to one another than so many CSS pixels say nothing about a distance.
const PINCH_MIN: f64 = 1.0;

impl Viewport {
    /// The window of the whole span of places from `start` to `end`, with a margin, on `width` pixels.
    pub fn whole(start: f64, end: f64, width: f64) -> Viewport {
        let room = (width - 2.0 * MARGIN).max(1.0);
        let margin = (end - start) * MARGIN / room;
        Viewport { start: start - margin, end: end + margin, width }
    }

    /// Whether anything can be drawn in this window.
    pub fn is_drawable(&self) -> bool {
        // A window far smaller than a day can be drawn no more than an empty one.
        self.end - self.start > 1e-6
            && self.start >= -FARTHEST
            && self.end <= FARTHEST
            && self.width > 0.0
            && self.width <= WIDEST
    }

    /// CSS pixels a place.
    pub fn px_per_place(&self) -> f64 {
        self.width / (self.end - self.start)
    }

    /// The x of a place.
    pub fn apply(&self, place: f64) -> f64 {
        (place - self.start) * self.px_per_place()
    }

    /// The place at an x.
    pub fn invert(&self, x: f64) -> f64 {
        self.start + x / self.px_per_place()
    }

    /// Zoomed in by a factor above 1, out by one below; the place at `x` CSS pixels stays where it is.
    pub fn zoom(self, factor: f64, x: f64) -> Viewport {
        let still = self.invert(x);
        let (start, end) = (still - (still - self.start) / factor, still + (self.end - still) / factor);
        if factor > 0.0 { self.moved(start, end) } else { self }
    }

    /// [`Viewport::zoom`] no farther than [`Viewport::within`] allows, so that the place at `x` also stays where it is
    /// when the reader zooms on at the limit.
    pub fn zoom_within(self, factor: f64, x: f64, limits: &Viewport, least: f64) -> Viewport {
        let length = self.end - self.start;
        // Before `min` and `max`, which pass over what is not a number.
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        // In this order, because the whole may be shorter than the least.
        let factor = factor.min(length / least).max(length / (limits.end - limits.start));
        self.zoom(factor, x).within(limits, least)
    }

    /// With its content moved `dx` CSS pixels to the right.
    pub fn pan(self, dx: f64) -> Viewport {
        let by = dx / self.px_per_place();
        self.moved(self.start - by, self.end - by)
    }

    /// With the two places that were under `from` brought under `to` (x of two fingers in CSS pixels, in either order).
    /// Fingers that stand together, or have changed sides, only pan, by their middle.
    pub fn pinch(self, from: (f64, f64), to: (f64, f64)) -> Viewport {
        let (before, after) = (from.1 - from.0, to.1 - to.0);
        if before.abs() < PINCH_MIN || after.abs() < PINCH_MIN || before * after < 0.0 {
            return self.pan((to.0 + to.1 - from.0 - from.1) / 2.0);
        }
        let places_per_px = before / after / self.px_per_place();
        let start = self.invert(from.0) - to.0 * places_per_px;
        self.moved(start, start + self.width * places_per_px)
    }

    /// Brought inside `limits`: not longer than they are, not shorter than `least` places (if they are as long), and
    /// otherwise of the length it has. What is too short or too long keeps its middle as far as the limits allow.
    pub fn within(self, limits: &Viewport, least: f64) -> Viewport {
        let (length, most) = (self.end - self.start, limits.end - limits.start);
        // Written so that NaN anywhere ends here.
        if !(length >= 0.0 && most >= 0.0 && least.is_finite()) {
            return self;
        }
        let wanted = length.max(least).min(most);
        let start = self.start + (length - wanted) / 2.0;
        let start = start.min(limits.end - wanted).max(limits.start);
        // A window of the right length is not made anew, so that rounding cannot make it creep.
        if wanted == length && start == self.start && self.end <= limits.end {
            return self;
        }
        let end = (start + wanted).min(limits.end);
        if start.is_finite() && end.is_finite() { Viewport { start, end, ..self } } else { self }
    }

    /// The window on the way from one to another: `from` at `t` = 0, `to` at 1, of the width of `to`.
    pub fn between(from: Viewport, to: Viewport, t: f64) -> Viewport {
        // `to` is answered exactly in the end, and to a `t` that is no number.
        if t.is_nan() || t >= 1.0 {
            return to;
        }
        let t = t.max(0.0);
        to.moved(from.start + (to.start - from.start) * t, from.end + (to.end - from.end) * t)
    }

    /// The window from `start` to `end`, unless one of the two cannot be drawn.
    fn moved(self, start: f64, end: f64) -> Viewport {
        let moved = Viewport { start, end, ..self };
        if self.is_drawable() && moved.is_drawable() { moved } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CENTURY: Viewport = Viewport { start: 0.0, end: 36_500.0, width: 365.0 };

    #[test]
    fn the_ends_of_the_window_are_the_ends_of_the_axis() {
        assert_eq!(CENTURY.apply(0.0), 0.0);
        assert_eq!(CENTURY.apply(36_500.0), 365.0);
        assert_eq!(CENTURY.invert(182.5), 18_250.0);
    }

    #[test]
    fn the_whole_span_keeps_its_margin_at_any_width() {
        for width in [272.0, 600.0, 900.0, 1600.0] {
            let viewport = Viewport::whole(1000.0, 2000.0, width);
            assert!((viewport.apply(1000.0) - MARGIN).abs() < 1e-6);
            assert!((viewport.apply(2000.0) - (width - MARGIN)).abs() < 1e-6);
        }
    }

    #[test]
    fn empty_reversed_and_non_finite_windows_cannot_be_drawn() {
        for (start, end, width) in
            [(0.0, 0.0, 100.0), (1.0, 0.0, 100.0), (0.0, 1.0, 0.0), (f64::NAN, 1.0, 1.0), (0.0, f64::INFINITY, 1.0)]
        {
            assert!(!Viewport { start, end, width }.is_drawable(), "{start} {end} {width}");
        }
    }

    fn check(found: Viewport, start: f64, end: f64) {
        let wrong = (found.start - start).abs().max((found.end - end).abs());
        assert!(wrong < 1e-6, "{found:?} is not from {start} to {end}");
    }

    #[test]
    fn zooming_keeps_the_place_under_the_pointer() {
        check(CENTURY.zoom(2.0, 0.0), 0.0, 18_250.0);
        check(CENTURY.zoom(2.0, 365.0), 18_250.0, 36_500.0);
        check(CENTURY.zoom(0.5, 182.5), -18_250.0, 54_750.0);
    }

    #[test]
    fn the_content_follows_a_drag_and_a_pinch() {
        check(CENTURY.pan(36.5), -3650.0, 32_850.0);
        // Two fingers 100 px apart move to 200 px: the window is half as long.
        check(CENTURY.pinch((100.0, 200.0), (100.0, 300.0)), 5000.0, 23_250.0);
        check(CENTURY.pinch((200.0, 100.0), (300.0, 100.0)), 5000.0, 23_250.0);
        check(CENTURY.pinch((100.0, 100.5), (110.0, 110.5)), -1000.0, 35_500.0);
        check(CENTURY.pinch((100.0, 200.0), (200.0, 100.0)), 0.0, 36_500.0);
    }

    #[test]
    fn a_window_is_brought_back_inside_its_limits() {
        let window = |start, end| Viewport { start, end, width: 100.0 };
        let limits = window(0.0, 1000.0);
        check(window(-50.0, 50.0).within(&limits, 1.0), 0.0, 100.0);
        check(window(950.0, 1050.0).within(&limits, 1.0), 900.0, 1000.0);
        check(window(-50.0, 5000.0).within(&limits, 1.0), 0.0, 1000.0);
        check(window(500.0, 500.2).within(&limits, 1.0), 499.6, 500.6);
        check(window(500.0, 600.0).within(&limits, 5000.0), 0.0, 1000.0);
    }

    #[test]
    fn zooming_on_at_the_limit_does_not_move_the_window() {
        let window = Viewport { start: 100.0, end: 101.0, width: 500.0 };
        let limits = Viewport { start: 0.0, end: 1000.0, width: 500.0 };
        check(window.zoom_within(2.0, 0.0, &limits, 1.0), 100.0, 101.0);
        check(limits.zoom_within(0.5, 0.0, &limits, 1.0), 0.0, 1000.0);
        check(window.zoom_within(0.25, 0.0, &limits, 1.0), 100.0, 104.0);
    }

    #[test]
    fn halfway_is_halfway() {
        let to = Viewport { start: 100.0, end: 200.0, width: 365.0 };
        check(Viewport::between(CENTURY, to, 0.0), 0.0, 36_500.0);
        check(Viewport::between(CENTURY, to, 0.5), 50.0, 18_350.0);
        assert_eq!(Viewport::between(CENTURY, to, 1.0), to);
        assert_eq!(Viewport::between(CENTURY, to, f64::NAN), to);
    }

    #[test]
    fn what_is_not_finite_changes_nothing() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(CENTURY.zoom(bad, 1.0), CENTURY);
            assert_eq!(CENTURY.zoom(2.0, bad), CENTURY);
            assert_eq!(CENTURY.zoom_within(bad, 1.0, &CENTURY, 1.0), CENTURY);
            assert_eq!(CENTURY.pan(bad), CENTURY);
            assert_eq!(CENTURY.pinch((1.0, bad), (1.0, 50.0)), CENTURY);
            assert_eq!(CENTURY.within(&CENTURY, bad), CENTURY);
            assert_eq!(CENTURY.within(&Viewport { end: f64::NAN, ..CENTURY }, 1.0), CENTURY);
        }
        for factor in [0.0, -1.0] {
            assert_eq!(CENTURY.zoom(factor, 1.0), CENTURY);
        }
    }
}
