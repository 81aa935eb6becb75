//! Dates as spreadsheets have them: `1962`, `1962-10-16`, `10/16/1962`, `16.10.1962`, `10/1962`, and `1963,8,9` of TimelineJS 2.

use super::slide::Part;

/// A date that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loose {
    /// Year, month, day, hour, minute, second, millisecond.
    pub parts: [Part; 7],
    /// The other date that it may mean: month and day might stand the other way round.
    pub or: Option<[i64; 3]>,
}

/// Reads a date. `1/2/1962` is 2 January, as TimelineJS and American spreadsheets have it, unless `day_first`; days come
/// first between dots. `None` for anything else.
pub fn read(written: &str, day_first: bool) -> Option<Loose> {
    let written = written.trim();
    // A sheet's timestamp: what follows the day is a clock.
    let (date, clock) = match written.split_once(['T', ' ']) {
        Some((date, clock)) => (date, Some(clock)),
        None => (written, None),
    };
    let mut loose = day(date, day_first)?;
    if let Some(clock) = clock {
        let [hour, minute, second, millisecond] = self::clock(clock)?;
        [loose.parts[3], loose.parts[4], loose.parts[5], loose.parts[6]] =
            [hour, minute, second, millisecond].map(part);
    }
    Some(loose)
}

/// What cannot be read, as a date whose year is no number.
pub fn unread(written: &str) -> Loose {
    let mut parts = <[Part; 7]>::default();
    parts[0] = Part::Other(written.trim().to_owned());
    Loose { parts, or: None }
}

fn day(written: &str, day_first: bool) -> Option<Loose> {
    let (sign, digits) = written.strip_prefix('-').map_or((1, written), |rest| (-1, rest));
    let separator = ['-', '/', '.', ','].into_iter().find(|separator| digits.contains(*separator));
    let Some(separator) = separator else { return plain(sign, &[digits]) };
    let fields: Vec<&str> = digits.split(separator).map(str::trim).filter(|field| !field.is_empty()).collect();
    let year_first = separator == ',' || fields.first()?.len() > 2;
    match fields[..] {
        _ if year_first => plain(sign, &fields),
        // Of which century `62` is nobody knows.
        [.., year] if year.len() < 3 => None,
        [month, year] => plain(sign, &[year, month]),
        [first, second, year] if separator == '.' => plain(sign, &[year, second, first]),
        [first, second, year] => {
            let numbers = [first.parse::<i64>().ok()?, second.parse::<i64>().ok()?];
            let [month, day] = match numbers {
                [day, month] if day > 12 && month <= 12 => [month, day],
                [month, day] if day > 12 => [month, day],
                [day, month] if day_first => [month, day],
                both => both,
            };
            let mut loose = plain(sign, &[year, &month.to_string(), &day.to_string()])?;
            if !day_first && month <= 12 && day <= 12 && month != day {
                loose.or = Some([loose.parts[0].number()?, day, month]);
            }
            Some(loose)
        }
        _ => None,
    }
}

/// Year, month, day, and further parts as TimelineJS 2 has them.
fn plain(sign: i64, fields: &[&str]) -> Option<Loose> {
    if fields.is_empty() || fields.len() > 7 {
        return None;
    }
    let mut parts = <[Part; 7]>::default();
    for (place, field) in fields.iter().enumerate() {
        if field.is_empty() || !field.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = field.parse::<i64>().ok()?;
        parts[place] = part(Some(if place == 0 { sign * value } else { value }));
    }
    Some(Loose { parts, or: None })
}

fn part(value: Option<i64>) -> Part {
    value.map_or(Part::None, |value| Part::Number { value, shown: true })
}

/// Reads a time of day as TimelineJS's sheets have it: `3:30 PM`, `1530`, `3.05`, `10:20:30.5`. Hour, minute, second,
/// millisecond.
pub fn clock(written: &str) -> Option<[Option<i64>; 4]> {
    let lower = written.trim().trim_end_matches(['z', 'Z']).to_lowercase();
    let halves = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];
    let half = halves.iter().find_map(|(word, hours)| Some((lower.strip_suffix(word)?.trim(), Some(*hours))));
    let (digits, half) = half.unwrap_or((&lower, None));
    let compact = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let fields: Vec<&str> = if compact { vec![&digits[..2], &digits[2..]] } else { digits.split([':', '.']).collect() };
    let numbers: Option<Vec<i64>> = fields.iter().map(|field| field.trim().parse().ok()).collect();
    let numbers = numbers.filter(|numbers| numbers.len() <= 4)?;
    let [hour, minute, second] = [0, 1, 2].map(|place| numbers.get(place).copied());
    let hour = match (hour?, half) {
        (12, Some(hours)) => hours,
        (hour @ 1..=11, Some(hours)) => hour + hours,
        (_, Some(_)) => return None,
        (hour, None) => hour,
    };
    // `.5` of a second is 500 ms.
    let millisecond = fields.get(3).and_then(|digits| format!("{digits:0<3}").get(..3)?.parse().ok());
    let fits = (0..24).contains(&hour) && [minute, second].into_iter().flatten().all(|part| (0..60).contains(&part));
    fits.then_some([Some(hour), minute, second, millisecond])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: Option<&[i64]>) {
        let found = read(written, false).map(|loose| loose.parts.iter().map_while(Part::number).collect::<Vec<_>>());
        assert_eq!(found.as_deref(), expected, "{written:?}");
    }

    #[test]
    fn dates_of_sheets_are_read() {
        check("1962", Some(&[1962]));
        check("-500", Some(&[-500]));
        check("1962-10", Some(&[1962, 10]));
        check("1962-10-16", Some(&[1962, 10, 16]));
        check("10/16/1962", Some(&[1962, 10, 16]));
        check("16/10/1962", Some(&[1962, 10, 16]));
        check("1/2/1962", Some(&[1962, 1, 2]));
        check("2.1.1962", Some(&[1962, 1, 2]));
        check("10/1962", Some(&[1962, 10]));
        check("1963,8,9", Some(&[1963, 8, 9]));
        check("1962-10-16 15:30", Some(&[1962, 10, 16, 15, 30]));
        check("2001-03-04T10:20:30Z", Some(&[2001, 3, 4, 10, 20, 30]));
        for written in ["", "soon", "1962?", "16 October 1962", "1/2/3/4/5/6/7/8", "--5", "1962-1x", "1/2/62", "1.2.62"]
        {
            check(written, None);
        }
    }

    #[test]
    fn a_date_that_can_be_read_two_ways_says_so() {
        let or = |written: &str, day_first| read(written, day_first).and_then(|loose| loose.or);
        assert_eq!(or("1/2/1962", false), Some([1962, 2, 1]));
        assert_eq!(or("1/2/1962", true), None);
        assert_eq!(or("1/13/1962", false), None);
        assert_eq!(or("2.1.1962", false), None);
        assert_eq!(or("5/5/1962", false), None);
    }

    #[test]
    fn clocks_are_read() {
        let found = |written: &str| clock(written).map(|parts| parts.into_iter().flatten().collect::<Vec<_>>());
        assert_eq!(found("3:30 PM"), Some(vec![15, 30]));
        assert_eq!(found("12:05 am"), Some(vec![0, 5]));
        assert_eq!(found("1530"), Some(vec![15, 30]));
        assert_eq!(found("3.05"), Some(vec![3, 5]));
        assert_eq!(found("10:20:30.5"), Some(vec![10, 20, 30, 500]));
        for written in ["", "25:00", "13 PM", "10:70", "noon"] {
            assert_eq!(found(written), None, "{written:?}");
        }
    }
}
