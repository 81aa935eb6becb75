//! How far to draw what has no beginning or no end.

use crate::author::dates::{Reach, union};
use crate::date::{Bounds, Day, LAST_YEAR};

/// What a timeline's dates leave room for.
pub struct Frame {
    /// From the first to the last day that any date of the timeline names; `None` where none does.
    pub span: Option<Bounds>,
    /// The day of the information: how far we know of what goes on.
    as_of: Option<Day>,
    /// Where open and unknown beginnings are drawn from.
    start: Day,
    /// Where unknown ends are drawn to.
    end: Day,
}

impl Frame {
    /// The frame around all dates of a timeline.
    pub fn around(reaches: &[Reach], as_of: Option<Day>) -> Frame {
        /// The share of the whole that something without a beginning is drawn over where nothing is earlier.
        const SHARE: i64 = 10;
        let span = reaches.iter().filter_map(|reach| reach.known).reduce(union);
        let day = as_of.unwrap_or_default();
        let known = span.unwrap_or(Bounds::new(day, day));
        let whole = as_of.map_or(known, |as_of| union(known, Bounds::new(as_of, as_of)));
        let room = (whole.days() / SHARE).max(1);
        let starts = reaches.iter().filter(|reach| reach.begins_open());
        let is_first = starts.filter_map(|reach| reach.known).any(|own| own.earliest <= known.earliest);
        let ends = reaches.iter().filter(|reach| reach.ends_open() && !reach.goes_on);
        let is_last = ends.filter_map(|reach| reach.known).any(|own| own.latest >= known.latest);
        Frame {
            span,
            as_of,
            start: if is_first { drawable(known.earliest.0 - room) } else { known.earliest },
            end: if is_last { drawable(known.latest.0 + room) } else { known.latest },
        }
    }

    /// The days to draw an event over. What goes on is known as far as the day of the information.
    pub fn drawn(&self, reach: Reach) -> Bounds {
        let known = reach.known.unwrap_or(Bounds::new(self.start, self.as_of.unwrap_or(self.end)));
        let start = if reach.begins_open() { known.earliest.min(self.start) } else { known.earliest };
        let end = match self.as_of {
            Some(as_of) if reach.goes_on && known.earliest <= as_of => as_of,
            _ if reach.ends_open() => known.latest.max(self.end),
            _ => known.latest,
        };
        Bounds::new(start, end)
    }

    /// The same of a stretch that holds what comes after the day of the information, too.
    pub fn whole(&self, reach: Reach) -> Bounds {
        let drawn = self.drawn(reach);
        if reach.goes_on { union(drawn, Bounds::new(drawn.earliest, self.end.max(drawn.latest))) } else { drawn }
    }
}

fn drawable(day: i64) -> Day {
    Day(day.clamp(Day::new_year(-LAST_YEAR).0, Day::new_year(LAST_YEAR + 1).0 - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::author::{dates, edtf};

    fn reach(text: &str) -> Reach {
        dates::reach(&edtf::parse(text).expect(text)).expect(text)
    }

    /// The first and the last year that a date is drawn over, among others, as of 1 June 2010.
    fn check(text: &str, others: &[&str], expected: (i64, i64)) {
        let as_of = Day(14_761);
        let all: Vec<Reach> = others.iter().chain([&text]).map(|text| reach(text)).collect();
        let drawn = Frame::around(&all, Some(as_of)).drawn(reach(text));
        assert_eq!((drawn.earliest.civil().year, drawn.latest.civil().year), expected, "{text} among {others:?}");
    }

    #[test]
    fn what_goes_on_is_drawn_to_the_day_of_the_information() {
        check("1999-05/..", &[], (1999, 2010));
        check("1999-05/..", &["1990", "2004"], (1999, 2010));
        check("1999-05/..", &["2030"], (1999, 2010));
        check("2020/..", &["1990", "2030"], (2020, 2030));
        check("../..", &["1990", "2004"], (1990, 2010));
    }

    #[test]
    fn open_beginnings_reach_to_the_first_day_or_before_it() {
        check("../1999", &["1950"], (1950, 1999));
        check("/1999", &["1950"], (1950, 1999));
        check("../1950", &["1999"], (1943, 1950));
        check("../1950", &["../1930", "1960"], (1921, 1950));
    }

    #[test]
    fn unknown_ends_reach_to_the_last_day_or_after_it() {
        check("1950/", &["1999"], (1950, 1999));
        check("1999/", &["1900"], (1999, 2011));
        check("[1950..]", &["1999"], (1950, 1999));
    }

    #[test]
    fn an_open_window_holds_what_is_planned() {
        let frame = Frame::around(&[reach("1990"), reach("2030")], Some(Day(14_761)));
        assert_eq!(frame.whole(reach("2000/..")).latest.civil().year, 2030);
    }

    #[test]
    fn the_end_of_days_is_not_crossed() {
        let frame = Frame::around(&[reach("../Y-20000000000"), reach("Y20000000000/")], None);
        assert!(frame.drawn(reach("../Y-20000000000")).can_be_drawn());
        assert!(frame.drawn(reach("Y20000000000/")).can_be_drawn());
    }
}
