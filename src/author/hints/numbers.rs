//! Dates in figures, and with the names of months.

use super::{Hint, is_number, year};

/// Names of months in languages that many people write.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari", "jänner"],
    &["february", "februar", "février", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "märz", "mars", "marzo", "março", "maart"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "août", "agosto", "augustus"],
    &["september", "sept", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "décembre", "diciembre", "dicembre", "dezembro"],
];

/// What stands before a day in headlines and letters.
const WEEKDAYS: [&str; 14] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// The English name of a month, 1 to 12.
pub fn month_name(month: usize) -> String {
    let name = MONTHS.get(month.wrapping_sub(1)).map_or("", |names| names[0]);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// `2023-7-6`, `1961/07/06`, `6.7.1961`, `25/11/2019`, `2023年7月6日`: the year is where four digits are.
pub fn numbers(written: &str) -> Option<Hint> {
    let plain = written.replace(['年', '月'], "-").replace('日', "");
    let plain = plain.trim_end_matches(['-', '.']);
    let is_dotted = plain.contains('.');
    let parts = figures(plain)?;
    let day = |year: &str, month: &str, day: &str| format!("{year}-{month:0>2}-{day:0>2}");
    Some(match parts[..] {
        [year, month] | [month, year] if year.len() == 4 && month.len() < 3 => {
            Hint::certain(format!("{year}-{month:0>2}"))
        }
        [year, month, date] if year.len() == 4 => Hint::certain(day(year, month, date)),
        // Points stand between day, month and year, in this order.
        [date, month, year] if year.len() == 4 && is_dotted => Hint::certain(day(year, month, date)),
        [a, b, year] if year.len() == 4 && a == b => Hint::certain(day(year, a, b)),
        [date, month, year] if year.len() == 4 && is_beyond_months(date) => Hint::certain(day(year, month, date)),
        [month, date, year] if year.len() == 4 && is_beyond_months(date) => Hint::certain(day(year, month, date)),
        [compact] if compact.len() == 8 => Hint::certain(day(&compact[..4], &compact[4..6], &compact[6..])),
        [compact] if compact.len() == 6 => Hint::likely(format!("{}-{}", &compact[..4], &compact[4..])),
        _ => return None,
    })
}

/// What may mean one or the other: `12/11/2023`, `193`, `19`, `1900s`.
pub fn either(written: &str) -> Vec<Hint> {
    if let Some(digits) = written.strip_suffix('s').map(|rest| rest.trim_end_matches('\''))
        && let Some(century) = digits.strip_suffix("00").filter(|century| century.len() == 2 && is_number(century))
    {
        let decade = Hint::meaning(format!("{century}0X"), "the decade");
        return vec![decade, Hint::meaning(format!("{century}XX"), format!("{century}00 to {century}99"))];
    }
    let whole =
        |number: &str| Hint::meaning(format!("{number:0>4}"), format!("the year {}", number.trim_start_matches('0')));
    match figures(written).as_deref() {
        Some(&[a, b, year]) if year.len() == 4 && !written.contains('.') => {
            let date = |day: &str, month: &str| {
                let name = month_name(month.parse().unwrap_or(0));
                Hint::meaning(
                    format!("{year}-{month:0>2}-{day:0>2}"),
                    format!("{} {name}", day.trim_start_matches('0')),
                )
            };
            vec![date(a, b), date(b, a)]
        }
        Some(&[decade]) if decade == written && decade.len() == 3 && !is_nought(decade) => {
            vec![Hint::meaning(format!("{decade}X"), "the decade"), whole(decade)]
        }
        Some(&[century]) if century == written && century.len() == 2 && !is_nought(century) => {
            let meaning = format!("{century}00 to {century}99");
            vec![Hint::meaning(format!("{century}XX"), meaning), whole(century)]
        }
        _ => super::clock::apart(written),
    }
}

fn figures(written: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = written.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    parts.iter().all(|part| is_number(part)).then_some(parts)
}

fn is_nought(number: &str) -> bool {
    number.bytes().all(|digit| digit == b'0')
}

fn is_beyond_months(number: &str) -> bool {
    number.parse().is_ok_and(|number: u8| number > 12)
}

/// `20000`, a year that EDTF writes with `Y`.
pub fn long_year(written: &str) -> Option<Hint> {
    let digits = written.strip_prefix('-').unwrap_or(written);
    (is_number(digits) && digits.len() > 4 && !digits.starts_with('0')).then(|| Hint::certain(format!("Y{written}")))
}

/// `6 July 1961`, `July 6, 1961`, `July 1961`, `6. Juli 1961`.
pub fn named_month(written: &str) -> Option<Hint> {
    dated(written, 4, |number| number.parse().ok())
}

/// `44 BC`, `15 March 44 BC`, `AD 79`. EDTF has a year 0, so that 44 BC is -0043.
pub fn era(written: &str) -> Option<Hint> {
    const BEFORE: [&str; 5] = ["BCE", "BC", "V. CHR", "V.CHR", "AV. J.-C"];
    const SINCE: [&str; 4] = ["CE", "AD", "N. CHR", "N.CHR"];
    let upper = written.to_uppercase().replace("B.C.E", "BCE").replace("B.C", "BC").replace("A.D", "AD");
    let upper = upper.trim_end_matches(['.', ' ']);
    let without = |names: &[&str]| {
        let rest = names.iter().find_map(|name| upper.strip_suffix(name).or_else(|| upper.strip_prefix(name)))?;
        // "DECEMBER" ends in no era: a space or a figure comes before one.
        let rest = rest.trim_matches(|c: char| c == ' ' || c == '.');
        rest.contains(|c: char| c.is_ascii_digit()).then(|| rest.to_lowercase())
    };
    if let Some(rest) = without(&BEFORE) {
        return dated(&rest, 1, |number| number.parse().ok().filter(|year: &i64| *year > 0).map(|year| 1 - year));
    }
    dated(&without(&SINCE)?, 1, |number| number.parse().ok())
}

/// A year, with or without month and day, of at least so many digits.
fn dated(written: &str, digits: usize, count: impl Fn(&str) -> Option<i64>) -> Option<Hint> {
    let lower = written.to_lowercase();
    let words = lower.split([' ', ',', '.']).filter(|word| !matches!(*word, "" | "de" | "del" | "the" | "of"));
    let words = words.filter(|word| !WEEKDAYS.contains(word));
    let words: Vec<&str> = words.collect();
    let place = words.iter().position(|word| month_of(word).is_some());
    let month = place.and_then(|place| month_of(words[place]));
    let others = words.iter().enumerate().filter(|(at, _)| Some(*at) != place).map(|(_, word)| *word);
    let numbers: Vec<&str> = others.map(cardinal).collect::<Option<_>>()?;
    let is_year = |text: &str| text.len() >= digits;
    match (month, &numbers[..]) {
        (None, [only]) if digits < 4 => Some(Hint::certain(year(count(only)?))),
        (Some(month), [only]) if is_year(only) => Some(Hint::certain(format!("{}-{month:02}", year(count(only)?)))),
        // After "6 July 44" the second is the year, after "July 6, 1961" too; "1961 July 6" has it first.
        (Some(month), [day, number]) if is_year(number) && day.len() < 3 => {
            Some(Hint::certain(format!("{}-{month:02}-{day:0>2}", year(count(number)?))))
        }
        (Some(month), [number, day]) if number.len() == 4 && day.len() < 3 => {
            Some(Hint::certain(format!("{}-{month:02}-{day:0>2}", year(count(number)?))))
        }
        _ => None,
    }
}

/// The figure of "6", "6th" or "1er".
fn cardinal(word: &str) -> Option<&str> {
    const ENDINGS: [&str; 6] = ["st", "nd", "rd", "th", "er", "º"];
    let number = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    is_number(number).then_some(number)
}

/// The month of a name, or of the first three letters or more of an English one.
fn month_of(word: &str) -> Option<usize> {
    let is_short = |names: &&[&str]| word.len() > 2 && names[0].starts_with(word);
    let place = MONTHS.iter().position(|names| names.contains(&word) || is_short(names))?;
    Some(place + 1)
}
