//! The three forms of the timeline, by the width of the element, and the heights of their parts. The style sheets repeat
//! some of these numbers; `tests/tokens.rs` compares every copy.

use super::{BUCKET_MIN, MARK_ROWS, Px, Step};

/// How wide the element is. Each form is printed once, laid out for the narrowest width of its range, and each has one
/// fixed height, so that nothing moves when the living axis takes the place of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Narrower than a [`Form::Medium`] element, as on a telephone.
    Narrow,
    /// From 600 CSS pixels.
    Medium,
    /// From 900 CSS pixels.
    Wide,
}

impl Form {
    /// All forms, narrowest first.
    pub const ALL: [Form; 3] = [Form::Narrow, Form::Medium, Form::Wide];

    /// The form of an element of this width; without a width, the widest.
    pub fn of_width(width: Px) -> Form {
        if width < Form::Medium.narrowest() {
            Form::Narrow
        } else if width < Form::Wide.narrowest() {
            Form::Medium
        } else {
            Form::Wide
        }
    }

    /// The narrowest width of its range: a 320 px screen with the host's padding for the first.
    pub fn narrowest(self) -> Px {
        match self {
            Form::Narrow => Px(272.0),
            Form::Medium => Px(600.0),
            Form::Wide => Px(900.0),
        }
    }

    /// The word for it in class names.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Narrow => "narrow",
            Form::Medium => "medium",
            Form::Wide => "wide",
        }
    }

    /// Height of the band with the eras' names: on a telephone that of the smallest target.
    pub fn band_height(self) -> Px {
        match self {
            Form::Narrow => Px(24.0),
            Form::Medium | Form::Wide => Px(28.0),
        }
    }

    /// y of the top of the marks' rows, among which the titles stand too.
    pub fn marks_top(self) -> Px {
        self.band_height() + Px(6.0)
    }

    /// y of the middle of a row of marks; row 0 is at the bottom.
    pub fn mark_y(self, row: u8) -> Px {
        self.marks_bottom() - BUCKET_MIN * (f64::from(row) + 0.5)
    }

    fn marks_bottom(self) -> Px {
        // One more for what stands on a full column.
        self.marks_top() + BUCKET_MIN * (MARK_ROWS as f64 + 1.0)
    }

    /// y of the middle of a lane of bars.
    pub fn lane_y(self, lane: u8) -> Px {
        self.marks_bottom() + Px(4.0) + LANE_HEIGHT * (f64::from(lane) + 0.5)
    }

    /// y of the top of a bar.
    pub fn bar_top(self, lane: u8) -> Px {
        self.lane_y(lane) - Px(7.0)
    }

    /// y of the axis line, under so many lanes.
    pub fn axis_y(self, lanes: u8) -> Px {
        self.marks_bottom() + Px(4.0) + LANE_HEIGHT * f64::from(lanes) + Px(4.0)
    }

    /// The whole height of the axis with so many lanes.
    pub fn height(self, lanes: u8) -> Px {
        self.axis_y(lanes) + TICK_HEIGHT
    }

    /// The least distance of two labelled ticks: "1961", "Mar 1961" or "25 Mar 1961", and air.
    pub fn tick_spacing(self, step: Step) -> Px {
        let (narrow, wider) = match step {
            Step::Years(_) => (52.0, 68.0),
            Step::Months(_) => (76.0, 84.0),
            Step::Days(_) => (92.0, 100.0),
        };
        Px(if self == Form::Narrow { narrow } else { wider })
    }
}

/// A lane is as high as the smallest target may be (WCAG 2.2, 2.5.8: 24 CSS pixels) and a little air.
pub const LANE_HEIGHT: Px = Px(26.0);
/// Room for the labels of the ticks under the axis line.
const TICK_HEIGHT: Px = Px(26.0);
/// Height of the overview, the strip of the whole span under the axis.
pub const OVERVIEW_HEIGHT: Px = Px(32.0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_chosen_by_the_elements_width() {
        for (width, form) in [
            (0.0, Form::Narrow),
            (599.9, Form::Narrow),
            (600.0, Form::Medium),
            (899.9, Form::Medium),
            (900.0, Form::Wide),
            (f64::NAN, Form::Wide),
        ] {
            assert_eq!(Form::of_width(Px(width)), form, "{width}");
        }
    }

    #[test]
    fn the_parts_of_a_form_stand_below_one_another() {
        for form in Form::ALL {
            assert!(form.mark_y(MARK_ROWS as u8) - BUCKET_MIN / 2.0 >= form.band_height());
            assert!(form.mark_y(0) > form.mark_y(1));
            assert!(form.bar_top(0) > form.mark_y(0));
            assert!(form.axis_y(2) > form.lane_y(1));
            assert!(form.height(2) > form.axis_y(2));
        }
    }
}
