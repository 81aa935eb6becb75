//! The three forms of the timeline, by the width of the element, and the heights of their parts. The style sheets repeat
//! some of these numbers; `tests/tokens.rs` compares every copy.

use super::{BUCKET_MIN, Px, Step};

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

/// How many rows of marks, besides the one for what stands on full columns, and how many lanes of bars an axis has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Rows of marks, [`LEAST_ROWS`] to [`super::MARK_ROWS`].
    pub rows: u8,
    /// Lanes of bars.
    pub lanes: u8,
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
    pub fn mark_y(self, room: Room, row: u8) -> Px {
        self.marks_bottom(room) - BUCKET_MIN * (f64::from(row) + 0.5)
    }

    fn marks_bottom(self, room: Room) -> Px {
        // One more for what stands on a full column.
        self.marks_top() + BUCKET_MIN * (f64::from(room.rows) + 1.0)
    }

    /// y of the middle of a lane of bars.
    pub fn lane_y(self, room: Room, lane: u8) -> Px {
        self.marks_bottom(room) + Px(4.0) + LANE_HEIGHT * (f64::from(lane) + 0.5)
    }

    /// y of the top of a bar.
    pub fn bar_top(self, room: Room, lane: u8) -> Px {
        self.lane_y(room, lane) - Px(7.0)
    }

    /// y of the axis line, under all lanes.
    pub fn axis_y(self, room: Room) -> Px {
        self.marks_bottom(room) + Px(4.0) + LANE_HEIGHT * f64::from(room.lanes) + Px(4.0)
    }

    /// The whole height of the axis.
    pub fn height(self, room: Room) -> Px {
        self.axis_y(room) + TICK_HEIGHT
    }

    /// The least distance of two labelled ticks: "1961", "Mar 1961", "25 Mar 1961" or "16:40", and air.
    pub fn tick_spacing(self, step: Step) -> Px {
        let (narrow, wider) = match step {
            Step::Years(_) => (52.0, 68.0),
            Step::Months(_) => (76.0, 84.0),
            // Among hours stands the day at which they begin.
            Step::Days(_) | Step::Minutes(_) => (92.0, 100.0),
        };
        Px(if self == Form::Narrow { narrow } else { wider })
    }
}

/// The rows of marks that every axis has, so that titles find room beside and above them.
pub const LEAST_ROWS: u8 = 3;
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
            let room = Room { rows: LEAST_ROWS, lanes: 2 };
            assert!(form.mark_y(room, room.rows) - BUCKET_MIN / 2.0 >= form.band_height());
            assert!(form.mark_y(room, 0) > form.mark_y(room, 1));
            assert!(form.bar_top(room, 0) > form.mark_y(room, 0));
            assert!(form.axis_y(room) > form.lane_y(room, 1));
            assert!(form.height(room) > form.axis_y(room));
        }
    }
}
