//! The address of a view: `#DOCUMENT--EVENT;from=1950-01-01;to=1961-12-31;even;only=c1,alleged;find=treaty`, each part of it
//! optional. What is looked for is percent-encoded. A window of hours has clocks: `from=2024-05-14T09:00`.

use super::{Filter, FilterEntry, percent};
use crate::date::{Civil, Day, MINUTES_PER_DAY, Moment};
use crate::document::{EventId, Timeline, printed_id};
use crate::timeline::Interval;

/// The names of what follows an event.
const NAMES: [&str; 5] = ["from", "to", "even", "only", "find"];

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
        // What others have encoded again, or written in capital letters, is understood.
        let fragment = percent::decode_before(fragment, b';', &NAMES);
        let mut parts = fragment.split(';');
        let own = parts.next().map(|part| percent::decode(part).to_ascii_lowercase()).unwrap_or_default();
        let Some(rest) = own.strip_prefix('#').and_then(|own| own.strip_prefix(&*prefix.to_ascii_lowercase())) else {
            return ViewAddress::default();
        };
        let event = rest.strip_prefix("--").and_then(|id| timeline.event(id));
        let mut address = ViewAddress { event, ..ViewAddress::default() };
        let (mut first, mut last): (Option<Interval<Moment>>, _) = (None, None);
        for part in parts {
            let part = percent::decode_before(part, b'=', &[""]);
            let (name, value) = part.split_once('=').unwrap_or((&part, ""));
            match &*name.to_ascii_lowercase() {
                "from" => first = end(value),
                "to" => last = end(value),
                "even" => address.is_even = true,
                "only" => {
                    for entry in
                        percent::decode(value).to_ascii_lowercase().split(',').filter_map(FilterEntry::from_word)
                    {
                        address.filter = address.filter.toggled(entry);
                    }
                }
                "find" => address.filter.text = percent::decode(value),
                _ => {}
            }
        }
        address.days = first.zip(last).map(|(first, last)| Interval::new(first.start, last.end));
        address
    }

    /// The fragment, with its `#`. Its days are the first and the last that are seen; of hours it has the minutes at which they
    /// begin and end.
    pub fn fragment(&self, prefix: &str, timeline: &Timeline) -> String {
        let mut fragment = String::from("#");
        match self.event {
            Some(event) => fragment.push_str(&printed_id(prefix, &timeline.mark(event).id)),
            None => fragment.push_str(prefix),
        }
        if let Some(Interval { start, end }) = self.days {
            let last = Day(end.0.ceil() as i64 - 1);
            let [from, to] = if timeline.tells_clock(start, end) {
                [start, end].map(iso_minute)
            } else {
                [start.day(), last].map(iso)
            };
            for part in [";from=", &from, ";to=", &to] {
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
    [year.to_string(), two("-", month), two("-", day)].concat()
}

/// The same with the clock.
fn iso_minute(moment: Moment) -> String {
    let (day, minute) = moment.minute();
    [iso(day), two("T", (minute / 60) as u8), two(":", (minute % 60) as u8)].concat()
}

/// A number of two digits after what stands before it.
fn two(before: &str, number: u8) -> String {
    [before, if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

/// One end of a window: a day, or a moment.
fn end(text: &str) -> Option<Interval<Moment>> {
    let text = percent::decode(text);
    let Some((date, clock)) = text.split_once(['T', 't']) else {
        let day = day(&text)?;
        return Some(Interval::new(day.start(), day.end()));
    };
    // Seconds are read and dropped; the axis has one zone, whatever letter stands for it.
    let mut parts = clock.trim_end_matches(['Z', 'z']).split(':').map(|part| part.parse::<u8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let is_clock = minute < 60 && parts.all(|part| part.is_some());
    let minute = u16::from(hour) * 60 + u16::from(minute);
    let moment = day(date)?.at(u32::from(minute) * 60);
    (is_clock && minute <= MINUTES_PER_DAY).then(|| Interval::new(moment, moment))
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
        // As mail programs and shorteners pass it on.
        for other in [
            "#DOC--E1;FROM=1961-07-06;TO=1961-07-06;EVEN;ONLY=C2,ALLEGED;FIND=Trait%C3%A9%3B%20100%20%25",
            "#doc--e1%3Bfrom%3D1961-07-06%3bto%3d1961-07-06;even;only%3Dc2%2Calleged;find=Trait%C3%A9%253B%20100%20%25",
        ] {
            let read = ViewAddress::read(other, "doc", &timeline);
            assert_eq!((read.event, read.days, read.is_even), (all.event, all.days, true), "{other}");
            assert_eq!(read.filter.words(), all.filter.words(), "{other}");
        }
    }

    #[test]
    fn a_window_of_hours_is_read_as_it_was_written() {
        let mut timeline = timeline(&[(-3101, 1), (5, 1)]);
        let check = |timeline: &Timeline, (start, end): (f64, f64), expected: &str| {
            let days = Some(Interval::new(Moment(start), Moment(end)));
            let fragment = ViewAddress { days, ..ViewAddress::default() }.fragment("doc", timeline);
            assert_eq!(fragment, ["#doc;", expected].concat());
            let read = ViewAddress::read(&fragment, "doc", timeline);
            assert_eq!(read.fragment("doc", timeline), fragment);
            read
        };
        // Without clocks there are days alone.
        check(&timeline, (5.4, 5.6), "from=1970-01-06;to=1970-01-06");
        timeline.labels.hours = vec!["0:{minute}".to_owned()];
        let read = check(&timeline, (5.375, 5.0 + 17.0 / 24.0), "from=1970-01-06T09:00;to=1970-01-06T17:00");
        assert_eq!(read.days, Some(Interval::new(Moment(5.375), Moment(5.0 + 17.0 / 24.0))));
        // To the nearest minute, again and again.
        check(&timeline, (5.375_01, 6.0), "from=1970-01-06T09:00;to=1970-01-07T00:00");
        check(&timeline, (-0.3, 0.123_456), "from=1969-12-31T16:48;to=1970-01-01T02:58");
        check(&timeline, (5.0, 6.0), "from=1970-01-06;to=1970-01-06");
        check(&timeline, (5.2, 60.7), "from=1970-01-06;to=1970-03-02");
        for same in [
            "#doc;from=1970-01-06t09%3A00;to=1970-01-06T17:00",
            "#doc;from=1970-01-06T9:0;to=1970-01-06T17:00",
            "#doc;from=1970-01-06T09:00:00Z;to=1970-01-06T17:00:59",
            "#doc;from=1970-01-06T09:00z;to=1970-01-06T17:00Z",
        ] {
            assert_eq!(ViewAddress::read(same, "doc", &timeline).days, read.days, "{same}");
        }
        let mixed = ViewAddress::read("#doc;from=1970-01-06T12:00;to=1970-01-06T24:00", "doc", &timeline);
        assert_eq!(mixed, ViewAddress::read("#doc;from=1970-01-06T12:00;to=1970-01-06", "doc", &timeline));
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
            "#doc;from=1970-01-06T25:00;to=1970-01-07",
            "#doc;from=1970-01-06T09;to=1970-01-07",
            "#doc;from=1970-01-06T09:75;to=1970-01-07",
            "#doc;from=1970-01-06T09:00:00+02:00;to=1970-01-07",
            "#doc;from=1970-01-06T-1:00;to=1970-01-07",
        ] {
            assert_eq!(ViewAddress::read(fragment, "doc", &timeline), ViewAddress::default(), "{fragment}");
        }
    }
}
