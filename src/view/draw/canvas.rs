//! What an axis is drawn on: how wide it is, in which unit x is written, and which way time runs.

use yew::AttrValue;

use super::number::{percent, px};
use crate::document::Direction;
use crate::timeline::{Form, Interval, Px, Room};

/// The unit in which x and widths are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Unit {
    /// Percent of the width, for a picture that has to fit a range of widths.
    Percent,
    /// CSS pixels.
    Px,
}

/// What an axis is drawn on. Everything else counts x from the start of the axis; here it becomes the screen's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::view) struct Canvas {
    /// Its width.
    pub width: Px,
    /// The form that it is laid out for.
    pub form: Form,
    /// The rows and lanes it has room for.
    pub room: Room,
    /// The direction of time.
    pub direction: Direction,
    /// The unit of x.
    pub unit: Unit,
}

impl Canvas {
    /// Whether time runs to the left.
    pub fn is_mirrored(&self) -> bool {
        self.direction == Direction::Rtl
    }

    /// From an x counted from the start of the axis to the screen's, counted from the left, and the other way round.
    pub fn mirror(&self, x: Px) -> Px {
        if self.is_mirrored() { self.width - x } else { x }
    }

    /// An x as an attribute.
    pub fn x(&self, x: Px) -> AttrValue {
        self.length(self.mirror(x))
    }

    /// A width as an attribute.
    pub fn length(&self, width: Px) -> AttrValue {
        match self.unit {
            Unit::Percent => percent(width, self.width),
            Unit::Px => px(width),
        }
    }

    /// The left edge of a stretch as an attribute.
    pub fn left(&self, stretch: Interval<Px>) -> AttrValue {
        self.x(if self.is_mirrored() { stretch.end } else { stretch.start })
    }

    /// A distance along the reading direction as an attribute.
    pub fn along(&self, distance: Px) -> AttrValue {
        px(if self.is_mirrored() { -distance } else { distance })
    }

    /// y of the middle of a row of marks.
    pub fn mark_y(&self, row: u8) -> Px {
        self.form.mark_y(self.room, row)
    }

    /// y of the middle of a lane.
    pub fn lane_y(&self, lane: u8) -> Px {
        self.form.lane_y(self.room, lane)
    }

    /// y of the axis line.
    pub fn axis_y(&self) -> Px {
        self.form.axis_y(self.room)
    }

    /// The whole height.
    pub fn height(&self) -> Px {
        self.form.height(self.room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_from_right_to_left_is_mirrored_once() {
        let canvas =
            |direction, unit| Canvas { width: Px(200.0), form: Form::Wide, room: Room::default(), direction, unit };
        let stretch = Interval::new(Px(50.0), Px(80.0));
        let drawn = |canvas: Canvas| {
            [canvas.x(Px(50.0)), canvas.left(stretch), canvas.length(stretch.length()), canvas.along(Px(5.0))]
        };
        assert_eq!(drawn(canvas(Direction::Ltr, Unit::Px)), ["50", "50", "30", "5"]);
        assert_eq!(drawn(canvas(Direction::Rtl, Unit::Px)), ["150", "120", "30", "-5"]);
        assert_eq!(drawn(canvas(Direction::Rtl, Unit::Percent)), ["75%", "60%", "15%", "-5"]);
        let mirrored = canvas(Direction::Rtl, Unit::Px);
        assert_eq!(mirrored.mirror(mirrored.mirror(Px(7.0))), Px(7.0));
    }
}
