//! The address of a view: `#DOCUMENT--EVENT;from=1950-01-01;to=1961-12-31;even;only=c1,alleged;find=treaty`, each part of it
//! optional. What is looked for is percent-encoded.

use super::{Filter, FilterEntry, percent};
use crate::date::{Civil, Day, Moment};
use crate::document::{EventId, Timeline, printed_id};
use crate::timeline::Interval;

/// What of a document the fragment of an address names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ViewAddress {
    /// An event.
    pub event: Option<EventId>,
    /// The time that the axis shows.
    pub days: Option<Interval<Moment>>,
    /// Whether crowded stretches have more room.
    pub is_even: bool,
    /// What the events are narrowed down to.
    pub filter: Filter,
}

impl ViewAddress {
    /// What a fragment names (with its `#`) of a document that is printed with this prefix; nothing where it is of
    /// something else.
    pub fn read(fragment: &str, prefix: &str, timeline: &Timeline) -> ViewAddress {
        let Some(rest) = fragment.strip_prefix('#').and_then(|fragment| fragment.strip_prefix(prefix)) else {
            return ViewAddress::default();
        };
        let mut parts = rest.split(';');
        let event = parts.next().and_then(|part| part.strip_prefix("--")).and_then(|id| timeline.event(id));
        let mut address = ViewAddress { event, ..ViewAddress::default() };
        let (mut first, mut last) = (None, None);
        for part in parts {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            match name {
                "from" => first = day(value),
                "to" => last = day(value),
                "even" => address.is_even = true,
                "only" => {
                    for entry in value.split(',').filter_map(FilterEntry::from_word) {
                        address.filter = address.filter.toggled(entry);
                    }
                }
                "find" => address.filter.text = percent::decode(value),
                _ => {}
            }
        }
        address.days = first.zip(last).map(|(first, last)| Interval::new(first.start(), last.end()));
        address
    }

    /// The fragment, with its `#`. Its days are the first and the last that are seen.
    pub fn fragment(&self, prefix: &str, timeline: &Timeline) -> String {
        let mut fragment = String::from("#");
        match self.event {
            Some(event) => fragment.push_str(&printed_id(prefix, &timeline.mark(event).id)),
            None => fragment.push_str(prefix),
        }
        if let Some(Interval { start, end }) = self.days {
            let last = Day(end.0.ceil() as i64 - 1);
            for part in [";from=", &iso(start.day()), ";to=", &iso(last)] {
                fragment.push_str(part);
            }
        }
        if self.is_even {
            fragment.push_str(";even");
        }
        let words = self.filter.words().join(",");
        if !words.is_empty() {
            fragment.extend([";only=", &words]);
        }
        if !self.filter.text.is_empty() {
            fragment.extend([";find=", &percent::encode(&self.filter.text)]);
        }
        fragment
    }
}

fn iso(day: Day) -> String {
    let Civil { year, month, day } = day.civil();
    let two = |number: u8| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    [year.to_string(), two(month), two(day)].concat()
}

fn day(text: &str) -> Option<Day> {
    // From the end: a year may begin with a minus itself.
    let mut parts = text.rsplitn(3, '-');
    let mut number = || -> Option<i64> { parts.next()?.parse().ok() };
    let (day, month, year) = (number()?, number()?, number()?);
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day) && year.abs() < 1_000_000_000_000;
    is_date.then(|| Day::from_civil(Civil { year, month: month as u8, day: day as u8 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{CategoryId, Status};
    use crate::state::tests::timeline;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let timeline = timeline(&[(-3101, 1), (5, 1)]);
        for (event, days) in [(None, None), (Some(1), None), (Some(0), Some((0.0, 1.0))), (None, Some((-8e5, 19e3)))] {
            let days = days.map(|(start, end)| Interval::new(Moment(start), Moment(end)));
            let address = ViewAddress { event: event.map(EventId), days, ..ViewAddress::default() };
            let fragment = address.fragment("doc-2", &timeline);
            assert_eq!(ViewAddress::read(&fragment, "doc-2", &timeline), address, "{fragment}");
        }
        let days = Some(Interval::new(Moment(-3101.0), Moment(-3100.0)));
        let day = ViewAddress { event: Some(EventId(1)), days, ..ViewAddress::default() };
        assert_eq!(day.fragment("doc", &timeline), "#doc--e1;from=1961-07-06;to=1961-07-06");
        let filter = Filter { text: "Traité; 100 %".to_owned(), ..Filter::default() };
        let filter = filter.toggled(FilterEntry::Category(CategoryId(2))).toggled(FilterEntry::Status(Status::Alleged));
        let all = ViewAddress { is_even: true, filter, ..day };
        let fragment = all.fragment("doc", &timeline);
        assert_eq!(
            fragment,
            "#doc--e1;from=1961-07-06;to=1961-07-06;even;only=c2,alleged;find=Trait%C3%A9%3B%20100%20%25"
        );
        assert_eq!(ViewAddress::read(&fragment, "doc", &timeline), all);
    }

    #[test]
    fn what_names_nothing_of_the_document_is_nothing() {
        let timeline = timeline(&[(0, 1)]);
        for fragment in [
            "",
            "#",
            "#other--e0",
            "#doc--nothing",
            "doc--e0",
            "#doc;from=1950-01-01",
            "#doc;from=1950-13-01;to=1951-01-01",
            "#doc;from=a-b-c;to=1-1-1",
        ] {
            assert_eq!(ViewAddress::read(fragment, "doc", &timeline), ViewAddress::default(), "{fragment}");
        }
    }
}
