//! The three forms of the timeline, by the width of the element, and the heights of their parts. The style sheets repeat
//! some of these numbers; `tests/tokens.rs` compares every copy.

use super::{Px, Step};

/// How wide the element is. Each form is printed once, laid out for the narrowest width of its range, and each has one
/// fixed height, so that nothing moves when the living axis takes the place of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Narrower than a [`Form::Medium`] element, as on a telephone.
    Narrow,
    /// From 600 CSS pixels.
    Medium,
    /// From 900 CSS pixels: with titles beside the marks.
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

    /// Height of the band with the eras' names.
    pub fn band_height(self) -> Px {
        match self {
            Form::Narrow => Px(8.0),
            Form::Medium | Form::Wide => Px(28.0),
        }
    }

    /// How many rows of titles stand above the marks.
    pub fn title_rows(self) -> usize {
        match self {
            Form::Narrow => 0,
            Form::Medium => 1,
            Form::Wide => 2,
        }
    }

    /// y of the top of a row of titles.
    pub fn title_y(self, row: usize) -> Px {
        self.band_height() + Px(10.0) + TITLE_HEIGHT * row as f64
    }

    /// y of the middle of the marks.
    pub fn mark_y(self) -> Px {
        self.band_height() + Px(8.0) + TITLE_HEIGHT * self.title_rows() as f64 + LANE_HEIGHT / 2.0
    }

    /// y of the middle of a lane of bars.
    pub fn lane_y(self, lane: u8) -> Px {
        self.mark_y() + LANE_HEIGHT * (f64::from(lane) + 1.0)
    }

    /// y of the axis line, under so many lanes.
    pub fn axis_y(self, lanes: u8) -> Px {
        self.mark_y() + LANE_HEIGHT * (f64::from(lanes) + 0.5) + Px(4.0)
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

/// A row of titles has two lines.
const TITLE_HEIGHT: Px = Px(36.0);
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
            assert!(form.title_y(0) > form.band_height());
            assert!(form.lane_y(0) > form.mark_y());
            assert!(form.axis_y(2) > form.lane_y(1));
            assert!(form.height(2) > form.axis_y(2));
        }
    }
}
