//! A walk over the points of several classes, in the order of their middles.

use super::Place;
use super::index::Class;

/// Where a walk stands: between two points. Those of one middle come in time order.
pub(super) struct Walk<'a> {
    classes: &'a [Class],
    /// How many points of each class are behind.
    behind: Vec<usize>,
}

impl<'a> Walk<'a> {
    /// A walk that begins before all points.
    pub fn new(classes: &'a [Class]) -> Walk<'a> {
        Walk { classes, behind: vec![0; classes.len()] }
    }

    /// Goes before the first point from a place on.
    pub fn seek(&mut self, place: Place) {
        for (class, behind) in self.classes.iter().zip(&mut self.behind) {
            *behind = class.before(place);
        }
    }

    /// The next point, without going past it.
    pub fn peek(&self) -> Option<(Place, u32)> {
        self.ahead().map(|(_, point)| point)
    }

    /// Goes past the next point.
    pub fn next(&mut self) -> Option<(Place, u32)> {
        let (class, point) = self.ahead()?;
        self.behind[class] += 1;
        Some(point)
    }

    /// Goes back past the last point.
    pub fn back(&mut self) -> Option<(Place, u32)> {
        let mut last: Option<(usize, (Place, u32))> = None;
        for (number, (class, &behind)) in self.classes.iter().zip(&self.behind).enumerate() {
            let point = behind.checked_sub(1).and_then(|position| class.at(position));
            if let Some(point) = point.filter(|&point| last.is_none_or(|(_, last)| is_before(last, point))) {
                last = Some((number, point));
            }
        }
        let (class, point) = last?;
        self.behind[class] -= 1;
        Some(point)
    }

    fn ahead(&self) -> Option<(usize, (Place, u32))> {
        let mut first: Option<(usize, (Place, u32))> = None;
        for (number, (class, &behind)) in self.classes.iter().zip(&self.behind).enumerate() {
            if let Some(point) =
                class.at(behind).filter(|&point| first.is_none_or(|(_, first)| is_before(point, first)))
            {
                first = Some((number, point));
            }
        }
        first
    }
}

/// Whether a point comes before another.
pub(super) fn is_before(a: (Place, u32), b: (Place, u32)) -> bool {
    a.0 < b.0 || a.0 == b.0 && a.1 < b.1
}
