//! The scale: a window of days on a width of pixels.

/// The visible window of days, and the width it has in CSS pixels. The scale between them is linear.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The day at the left edge.
    pub start: f64,
    /// The day at the right edge.
    pub end: f64,
    /// The width in CSS pixels.
    pub width: f64,
}

/// Room at either end of the whole span, in CSS pixels, so that the outermost mark stands whole on the axis although
/// its bucket may hold it up to 12 px from its date.
const MARGIN: f64 = 28.0;

impl Viewport {
    /// The window of the whole span of days from `start` to `end`, with a margin, on `width` pixels.
    pub fn whole(start: f64, end: f64, width: f64) -> Viewport {
        let room = (width - 2.0 * MARGIN).max(1.0);
        let margin = (end - start) * MARGIN / room;
        Viewport { start: start - margin, end: end + margin, width }
    }

    /// Whether anything can be drawn in this window.
    pub fn is_drawable(&self) -> bool {
        let days = self.end - self.start;
        // A window far smaller than a day can be drawn no more than an empty one.
        days.is_finite() && days > 1e-6 && self.start.is_finite() && self.width.is_finite() && self.width > 0.0
    }

    /// CSS pixels a day.
    pub fn px_per_day(&self) -> f64 {
        self.width / (self.end - self.start)
    }

    /// The x of a day.
    pub fn apply(&self, day: f64) -> f64 {
        (day - self.start) * self.px_per_day()
    }

    /// The day at an x.
    pub fn invert(&self, x: f64) -> f64 {
        self.start + x / self.px_per_day()
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
}
