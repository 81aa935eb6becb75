//! Days, months, years and numbers in a language, by ICU's data.

use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::{T, Y, YM, YMD};
use icu_datetime::input::Time;
use icu_datetime::options::YearStyle;
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::{Locale, LocaleDirectionality, locale};
use icu_plurals::{PluralCategory, PluralRules};

use super::labels::Numerals;
use crate::date::Civil;
use crate::document::Direction;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The year whose dates are worded in place of all others: ICU knows no years as far off as EDTF does. A leap year.
const STAND_IN: i32 = 2000;

/// How one language words dates and numbers.
pub struct Calendar {
    day: Formatter<YMD>,
    month: Formatter<YM>,
    short_day: Formatter<YMD>,
    short_month: Formatter<YM>,
    year: Formatter<Y>,
    minutes: NoCalendarFormatter<T>,
    seconds: NoCalendarFormatter<T>,
    plain: DecimalFormatter,
    grouped: DecimalFormatter,
    plurals: PluralRules,
    stand_in: String,
    /// A year of our era with the era's name: "{year} CE".
    pub our_era: String,
    /// A year before it.
    pub before_our_era: String,
}

/// A language tag, if it is one.
pub fn language(tag: &str) -> Option<Locale> {
    tag.parse().ok()
}

/// The direction of a language's script.
pub fn direction(language: &Locale) -> Direction {
    let directionality = LocaleDirectionality::new_extended();
    if directionality.is_right_to_left(&language.id) { Direction::Rtl } else { Direction::Ltr }
}

impl Calendar {
    /// The wording of a language; `None` if ICU has no data at all for it. Plain English is British: day before month.
    pub fn new(language: &Locale) -> Option<Calendar> {
        let language = if *language == locale!("en") { locale!("en-GB") } else { language.clone() };
        let number = |grouping| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(grouping);
            DecimalFormatter::try_new((&language).into(), options).ok()
        };
        let plain = number(GroupingStrategy::Never)?;
        let stand_in = plain.format(&Decimal::from(STAND_IN)).to_string();
        let with_era = Formatter::try_new((&language).into(), Y::long().with_year_style(YearStyle::WithEra)).ok()?;
        let era = |year: i32, number: &str| {
            let date = Date::try_new_gregorian(year, 1, 1).ok()?;
            let worded = with_era.format(&date).to_string();
            worded.contains(number).then(|| worded.replacen(number, "{year}", 1))
        };
        Some(Calendar {
            our_era: era(STAND_IN, &stand_in).unwrap_or_else(|| "{year}".to_owned()),
            before_our_era: era(1 - STAND_IN, &stand_in).unwrap_or_else(|| "−{year}".to_owned()),
            day: Formatter::try_new((&language).into(), YMD::long()).ok()?,
            month: Formatter::try_new((&language).into(), YM::long()).ok()?,
            short_day: Formatter::try_new((&language).into(), YMD::medium()).ok()?,
            short_month: Formatter::try_new((&language).into(), YM::medium()).ok()?,
            year: Formatter::try_new((&language).into(), Y::long()).ok()?,
            minutes: NoCalendarFormatter::try_new((&language).into(), T::hm()).ok()?,
            seconds: NoCalendarFormatter::try_new((&language).into(), T::hms()).ok()?,
            grouped: number(GroupingStrategy::Auto)?,
            plurals: PluralRules::try_new_cardinal((&language).into()).ok()?,
            plain,
            stand_in,
        })
    }

    /// "6 July 1961", the year in the given words.
    pub fn day(&self, date: Civil, year: &str) -> String {
        self.with_year(stand_in(date.month, date.day).map(|date| self.day.format(&date).to_string()), date, year)
    }

    /// "August 1956", the year in the given words.
    pub fn month(&self, date: Civil, year: &str) -> String {
        self.with_year(stand_in(date.month, 1).map(|date| self.month.format(&date).to_string()), date, year)
    }

    /// A year as a date: in some languages it has a word with it.
    pub fn year(&self, date: Civil, year: &str) -> String {
        self.with_year(stand_in(1, 1).map(|date| self.year.format(&date).to_string()), date, year)
    }

    /// "16:40", with the seconds if there are any. What ICU has no clock for (24:00, the leap second) is in figures.
    pub fn time(&self, hour: u8, minute: u8, second: u8) -> String {
        let formatter = if second == 0 { &self.minutes } else { &self.seconds };
        match Time::try_new(hour, minute, second, 0) {
            Ok(time) if second < 60 => formatter.format(&time).to_string(),
            _ if second == 0 => format!("{hour:02}:{minute:02}"),
            _ => format!("{hour:02}:{minute:02}:{second:02}"),
        }
    }

    fn with_year(&self, worded: Option<String>, date: Civil, year: &str) -> String {
        match worded {
            Some(worded) if worded.contains(&self.stand_in) => worded.replacen(&self.stand_in, year, 1),
            // No language of ICU's is known to come here; figures are better than a wrong year.
            _ => format!("{year}-{:02}-{:02}", date.month, date.day),
        }
    }

    /// Short months and days for the axis's ticks, with places for the numbers, and what numbers are made of.
    pub fn numerals(&self) -> Numerals {
        /// A day that no month or year is written like.
        const DAY: u8 = 28;
        let day = self.plain.format(&Decimal::from(DAY)).to_string();
        let dates = (1..=12).filter_map(|month| stand_in(month, DAY));
        let (months, days) = dates
            .map(|date| {
                let month = self.short_month.format(&date).to_string().replacen(&self.stand_in, "{year}", 1);
                let days = self.short_day.format(&date).to_string().replacen(&self.stand_in, "{year}", 1);
                (month, days.replacen(&day, "{day}", 1))
            })
            .unzip();
        let long = self.grouped.format(&Decimal::from(1_234_567)).to_string();
        Numerals {
            months,
            days,
            digits: (0..10).map(|digit| self.plain.format(&Decimal::from(digit)).to_string()).collect(),
            group: long.chars().filter(|char| !char.is_numeric()).take(1).collect(),
        }
    }

    /// The clock by hour, with a place for the minutes.
    pub fn hours(&self) -> Vec<String> {
        /// Minutes that no hour is written like.
        const MINUTE: u8 = 48;
        let minute = self.plain.format(&Decimal::from(MINUTE)).to_string();
        (0..24).map(|hour| self.time(hour, MINUTE, 0).replacen(&minute, "{minute}", 1)).collect()
    }

    /// The number of a year: five digits and more in groups.
    pub fn year_number(&self, year: i64) -> String {
        let formatter = if year < 10_000 { &self.plain } else { &self.grouped };
        formatter.format(&Decimal::from(year)).to_string()
    }

    /// A number of things.
    pub fn number(&self, number: usize) -> String {
        self.grouped.format(&Decimal::from(number)).to_string()
    }

    /// Which plural a number of things takes.
    pub fn plural(&self, number: usize) -> PluralCategory {
        self.plurals.category_for(number)
    }
}

fn stand_in(month: u8, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(STAND_IN, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tag: &str, expected: [&str; 3]) {
        let calendar = Calendar::new(&language(tag).expect(tag)).expect(tag);
        let date = Civil { year: 1961, month: 7, day: 6 };
        let year = calendar.year_number(date.year);
        let found = [calendar.day(date, &year), calendar.month(date, &year), calendar.year(date, &year)];
        assert_eq!(found, expected, "{tag}");
    }

    #[test]
    fn dates_are_worded_in_their_language() {
        check("en", ["6 July 1961", "July 1961", "1961"]);
        check("en-US", ["July 6, 1961", "July 1961", "1961"]);
        check("de", ["6. Juli 1961", "Juli 1961", "1961"]);
        check("fr", ["6 juillet 1961", "juillet 1961", "1961"]);
        check("ja", ["1961年7月6日", "1961年7月", "1961年"]);
        check("ar", ["6 يوليو 1961", "يوليو 1961", "1961"]);
        check("ar-EG", ["٦ يوليو ١٩٦١", "يوليو ١٩٦١", "١٩٦١"]);
    }

    #[test]
    fn scripts_have_their_direction() {
        for (tag, rtl) in
            [("en", false), ("ar", true), ("he", true), ("fa", true), ("ur", true), ("yi", true), ("ps", true)]
                .into_iter()
                .chain([("sd", true), ("ug", true), ("dv", true), ("az-Arab", true), ("ru", false), ("ar-Latn", false)])
        {
            let expected = if rtl { Direction::Rtl } else { Direction::Ltr };
            assert_eq!(direction(&language(tag).expect(tag)), expected, "{tag}");
        }
    }

    #[test]
    fn ticks_are_worded_with_places_for_their_numbers() {
        let check = |tag: &str, month: &str, day: &str, digits: &str, group: &str| {
            let numerals = Calendar::new(&language(tag).expect(tag)).expect(tag).numerals();
            assert_eq!((numerals.months.len(), numerals.days.len()), (12, 12));
            let found = [&numerals.months[2], &numerals.days[2], &numerals.digits, &numerals.group];
            assert_eq!(found, [month, day, digits, group]);
        };
        check("en", "Mar {year}", "{day} Mar {year}", "0123456789", ",");
        check("de", "03/{year}", "{day}.03.{year}", "0123456789", ".");
        check("ar-EG", "٠٣\u{200f}/{year}", "{day}\u{200f}/٠٣\u{200f}/{year}", "٠١٢٣٤٥٦٧٨٩", "٬");
        check("ja", "{year}/03", "{year}/03/{day}", "0123456789", ",");
    }

    #[test]
    fn every_hour_is_worded_with_a_place_for_its_minutes() {
        let check = |tag: &str, midnight: &str, afternoon: &str| {
            let hours = Calendar::new(&language(tag).expect(tag)).expect(tag).hours();
            assert_eq!((hours.len(), &*hours[0], &*hours[16]), (24, midnight, afternoon), "{tag}");
            assert!(hours.iter().all(|hour| hour.contains("{minute}")), "{tag}: {hours:?}");
        };
        check("en", "00:{minute}", "16:{minute}");
        check("en-US", "12:{minute}\u{202f}AM", "4:{minute}\u{202f}PM");
        check("de", "00:{minute}", "16:{minute}");
        check("fi", "0.{minute}", "16.{minute}");
        check("ar-EG", "١٢:{minute} ص", "٤:{minute} م");
        check("ja", "0:{minute}", "16:{minute}");
        check("ko", "오전 12:{minute}", "오후 4:{minute}");
    }

    #[test]
    fn years_of_five_digits_are_grouped() {
        let calendar = Calendar::new(&locale!("en")).expect("English");
        assert_eq!(calendar.year_number(9999), "9999");
        assert_eq!(calendar.year_number(170_000_002), "170,000,002");
    }
}
