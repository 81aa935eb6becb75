//! What the reader has narrowed the events down to.

use crate::document::{CategoryId, EraId, Mark, Status, Timeline};

/// Which events are to be shown. What is empty admits everything; of several categories or statuses one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The categories that are wanted, a bit each.
    pub categories: u8,
    /// The statuses that are wanted, a bit each.
    pub statuses: u8,
    /// The era that is wanted.
    pub era: Option<EraId>,
    /// The text that is wanted, as the reader wrote it.
    pub text: String,
}

impl Filter {
    /// Whether everything is admitted.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// The bit of a category.
    pub fn category_bit(CategoryId(id): CategoryId) -> u8 {
        1u8.checked_shl(u32::from(id)).unwrap_or(0)
    }

    /// The bit of a status.
    pub fn status_bit(status: Status) -> u8 {
        match status {
            Status::Confirmed => 1,
            Status::Alleged => 2,
            Status::Disputed => 4,
        }
    }

    /// Whether a mark is admitted by all but the text. An event belongs to the era that its first day lies in.
    pub fn admits(&self, timeline: &Timeline, mark: &Mark) -> bool {
        let category =
            self.categories == 0 || mark.category.is_some_and(|id| self.categories & Filter::category_bit(id) != 0);
        let status = self.statuses == 0 || self.statuses & Filter::status_bit(mark.status) != 0;
        let era = self.era.is_none_or(|EraId(id)| {
            timeline.eras.get(usize::from(id)).is_some_and(|era| era.bounds.contains(mark.bounds.earliest))
        });
        category && status && era
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Bounds, Day};
    use crate::document::{ControlWords, Direction, Doubt, Era, Extent, Spacing, Version};

    fn check(filter: Filter, expected: [bool; 2]) {
        let mark = |day, category, status| Mark {
            id: String::new(),
            bounds: Bounds::new(Day(day), Day(day)),
            extent: Extent::Day,
            doubt: Doubt::None,
            category,
            status,
        };
        let timeline = Timeline {
            version: Version,
            id: String::new(),
            lang: String::new(),
            dir: Direction::Ltr,
            marks: vec![mark(5, Some(CategoryId(1)), Status::Alleged), mark(20, None, Status::Confirmed)],
            eras: vec![Era { id: String::new(), label: String::new(), bounds: Bounds::new(Day(0), Day(9)) }],
            categories: Vec::new(),
            start: None,
            window: None,
            spacing: Spacing::Linear,
            rows: None,
            words: ControlWords::default(),
        };
        let found = [0, 1].map(|index: usize| filter.admits(&timeline, &timeline.marks[index]));
        assert_eq!(found, expected, "{filter:?}");
    }

    #[test]
    fn what_is_empty_admits_everything() {
        check(Filter::default(), [true, true]);
        check(Filter { text: "text is looked for elsewhere".to_owned(), ..Filter::default() }, [true, true]);
    }

    #[test]
    fn one_of_several_categories_or_statuses_is_enough() {
        check(Filter { categories: 0b10, ..Filter::default() }, [true, false]);
        check(Filter { categories: 0b11, ..Filter::default() }, [true, false]);
        check(Filter { categories: 0b01, ..Filter::default() }, [false, false]);
        check(Filter { statuses: 1, ..Filter::default() }, [false, true]);
        check(Filter { statuses: 3, ..Filter::default() }, [true, true]);
    }

    #[test]
    fn an_event_belongs_to_the_era_of_its_first_day() {
        check(Filter { era: Some(EraId(0)), ..Filter::default() }, [true, false]);
        check(Filter { era: Some(EraId(7)), ..Filter::default() }, [false, false]);
    }
}
