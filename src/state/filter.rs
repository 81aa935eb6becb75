//! What the reader has narrowed the events down to.

use crate::document::{CategoryId, Mark, Status};

/// Which events are to be shown. What is empty admits everything; of several categories or statuses one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The categories that are wanted, a bit each.
    pub(super) categories: u16,
    /// The statuses that are wanted, a bit each.
    pub(super) statuses: u16,
    /// The text that is wanted, as the reader wrote it.
    pub text: String,
}

/// A category or a status by which events can be narrowed down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterEntry {
    /// A category.
    Category(CategoryId),
    /// A status.
    Status(Status),
}

impl FilterEntry {
    /// Reads a word of the legend's `data-filter`: `confirmed`, `alleged`, `disputed`, or `c` and a category's number.
    pub fn from_word(word: &str) -> Option<FilterEntry> {
        if let Some(status) = Status::ALL.into_iter().find(|status| status.as_str() == word) {
            return Some(FilterEntry::Status(status));
        }
        word.strip_prefix('c')?.parse().ok().map(CategoryId).map(FilterEntry::Category)
    }

    /// That word.
    pub fn word(self) -> String {
        match self {
            FilterEntry::Category(CategoryId(id)) => ["c", &id.to_string()].concat(),
            FilterEntry::Status(status) => status.as_str().to_owned(),
        }
    }

    fn bit(self) -> u16 {
        match self {
            FilterEntry::Category(CategoryId(id)) => 1u16.checked_shl(u32::from(id)).unwrap_or(0),
            FilterEntry::Status(status) => 1 << status as u16,
        }
    }
}

impl Filter {
    /// Whether everything is admitted.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// Whether a category or a status is among those that are wanted.
    pub fn has(&self, entry: FilterEntry) -> bool {
        self.bits(entry) & entry.bit() != 0
    }

    /// With a category or a status wanted that was not, or the other way round.
    pub fn toggled(mut self, entry: FilterEntry) -> Filter {
        match entry {
            FilterEntry::Category(_) => self.categories ^= entry.bit(),
            FilterEntry::Status(_) => self.statuses ^= entry.bit(),
        }
        self
    }

    /// The words of the categories and statuses that are wanted ([`FilterEntry::word`]).
    pub(super) fn words(&self) -> Vec<String> {
        let categories = (0..16).map(|id| FilterEntry::Category(CategoryId(id)));
        let all = categories.chain(Status::ALL.map(FilterEntry::Status));
        all.filter(|entry| self.has(*entry)).map(FilterEntry::word).collect()
    }

    fn bits(&self, entry: FilterEntry) -> u16 {
        match entry {
            FilterEntry::Category(_) => self.categories,
            FilterEntry::Status(_) => self.statuses,
        }
    }

    /// Whether a mark is admitted by all but the text.
    pub fn admits(&self, mark: &Mark) -> bool {
        let category = self.categories == 0 || mark.category.is_some_and(|id| self.has(FilterEntry::Category(id)));
        let status = self.statuses == 0 || self.has(FilterEntry::Status(mark.status));
        category && status
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::tests::timeline;

    const ALLEGED: FilterEntry = FilterEntry::Status(Status::Alleged);
    const CONFIRMED: FilterEntry = FilterEntry::Status(Status::Confirmed);

    fn category(id: u8) -> FilterEntry {
        FilterEntry::Category(CategoryId(id))
    }

    fn check(filter: Filter, expected: [bool; 2]) {
        let mut timeline = timeline(&[(5, 1), (20, 1)]);
        timeline.marks[0].category = Some(CategoryId(1));
        timeline.marks[0].status = Status::Alleged;
        let found = [0, 1].map(|index: usize| filter.admits(&timeline.marks[index]));
        assert_eq!(found, expected, "{filter:?}");
    }

    fn of(entries: &[FilterEntry]) -> Filter {
        entries.iter().fold(Filter::default(), |filter, &entry| filter.toggled(entry))
    }

    #[test]
    fn what_is_empty_admits_everything() {
        check(Filter::default(), [true, true]);
        check(of(&[ALLEGED, ALLEGED]), [true, true]);
        check(Filter { text: "text is looked for elsewhere".to_owned(), ..Filter::default() }, [true, true]);
    }

    #[test]
    fn one_of_several_categories_or_statuses_is_enough() {
        check(of(&[category(1)]), [true, false]);
        check(of(&[category(0), category(1)]), [true, false]);
        check(of(&[category(0)]), [false, false]);
        check(of(&[CONFIRMED]), [false, true]);
        check(of(&[CONFIRMED, ALLEGED]), [true, true]);
    }

    #[test]
    fn an_entry_is_read_by_its_word() {
        for entry in [ALLEGED, CONFIRMED, category(0), category(11)] {
            assert_eq!(FilterEntry::from_word(&entry.word()), Some(entry));
        }
        for word in ["", "c", "cx", "c999", "Alleged"] {
            assert_eq!(FilterEntry::from_word(word), None, "{word}");
        }
    }
}
