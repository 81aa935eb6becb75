//! How dates are worded, mostly in English.

use super::*;
use crate::author::calendar;
use crate::author::labels;

fn word(language: &str, text: &str) -> DateText {
    let locale = calendar::language(language).expect(language);
    let calendar = Calendar::new(&locale).expect(language);
    let labels = labels::of_language(locale.id.language.as_str());
    let words = labels.map_or_else(labels::signs, |labels| &labels.dates);
    let as_of = Some(Day(19_672));
    Wording { calendar: &calendar, words, as_of, shows_zones: false }.word(&edtf::parse(text).expect(text))
}

fn check(text: &str, expected: &str) {
    assert_eq!(word("en", text).plain(), expected, "{text}");
}

#[test]
fn precision_is_kept() {
    check("1961-07-06", "6 July 1961");
    check("1956-08", "August 1956");
    check("1965", "1965");
    check("195X", "1950s");
    check("19XX", "between 1900 and 1999");
    check("XXXX", "date unknown");
    check("XXXX-12-25", "25 December (year unknown)");
    check("XXXX-02-29", "29 February (year unknown)");
    check("1985-XX", "a month in 1985");
    check("1985-04-XX", "a day in April 1985");
    check("1985-XX-XX", "a day in 1985");
    check("2004-06-1X", "between 10 June 2004 and 19 June 2004");
    check("1X99-12", "December (a year between 1099 and 1999)");
    check("156X-12-25", "25 December (a year between 1560 and 1569)");
    check("XXXX-12-XX", "a day in December (year unknown)");
    check("1XXX-XX", "between January 1000 and December 1999");
    check("1950S2", "about 1950 (between 1900 and 1999)");
    check("XXXX-XX-17", "day 17 of a month (year unknown)");
    check("184X-XX-17", "day 17 of a month (a year between 1840 and 1849)");
    check("1842-XX-17", "day 17 of a month in 1842");
    check("1842-X2-31", "31 December 1842");
    check("1842-X0-10", "10 October 1842");
    check("XXXX-0X-17", "date unknown");
    check("184X-22", "summer (a year between 1840 and 1849)");
}

#[test]
fn doubts_are_words() {
    check("1996?", "1996, uncertain");
    check("1950~", "about 1950");
    check("1950%", "about 1950, uncertain");
    check("1996-09-10?", "10 September 1996, uncertain");
    check("195X~", "about 1950s");
    check("17XX~", "between 1700 and 1799, approximate");
    check("17XX%", "between 1700 and 1799, approximate and uncertain");
    check("17XX?", "between 1700 and 1799, uncertain");
    check("1742-XX~", "a month in 1742, approximate");
    check("2004?-06-11", "11 June 2004, year uncertain");
    check("2004-06~-11", "11 June 2004, year and month approximate");
    check("2004?-~06", "June 2004, month approximate, year uncertain");
    check("2004-06-%11", "11 June 2004, day approximate and uncertain");
}

#[test]
fn intervals_keep_both_ends() {
    check("1950-06-25/1953-07-27", "25 June 1950 – 27 July 1953");
    check("2023-09-13/2023-09-17", "13–17 September 2023");
    check("2023-10-28/2023-11-09", "28 October – 9 November 2023");
    check("2023-10/2023-11", "October–November 2023");
    check("2023-10-28~/2023-11-09", "about 28 October 2023 – 9 November 2023");
    check("0007-07-01/0007-07-09", "1–9 July 7 CE");
    check("1950~/1953?", "about 1950 – 1953, uncertain");
    check("../1948", "until 1948");
    check("1948/..", "since 1948");
    check("1948~/..", "since about 1948");
    check("2030/..", "from 2030");
    check("../..", "at all known times");
    check("/..", "date unknown");
    check("2003-22/2003-22", "summer 2003");
    check("2021-03-04/2021-03-04", "4 March 2021");
    check("/1948", "until 1948, beginning unknown");
    check("1948/", "from 1948, end unknown");
    check("..1948/1950", "1948 or earlier – 1950");
    check("1948/1950..", "1948 – 1950 or later");
}

#[test]
fn seasons_and_quarters_are_words() {
    check("1984-21", "spring 1984");
    check("1984-24", "winter 1984");
    check("1984-33", "first quarter of 1984");
    check("1984-41", "second half of 1984");
    check("1984-22~", "about summer 1984");
}

#[test]
fn years_before_our_era_and_long_ones_are_words() {
    check("-0043", "44 BCE");
    check("0000", "1 BCE");
    check("-0043-03-15", "15 March 44 BCE");
    check("Y-170000002", "170,000,003 BCE");
    check("Y17E7", "170,000,000");
    check("Y-12000000000", "12 billion BCE");
    check("Y-13800000000", "13.8 billion BCE");
    check("Y-13798000000", "13,798,000,001 BCE");
    check("Y-66000000", "66 million BCE");
    check("Y-2500000", "2.5 million BCE");
    check("Y-2588000", "2,588,001 BCE");
    check("-9999", "10,000 BCE");
    check("0033", "33 CE");
    check("0007-07", "July 7 CE");
    check("0099/0101", "99 CE – 101");
    check("0476", "476");
    check("-004X", "between 50 BCE and 41 BCE");
    check("-020X-03", "March (a year between 210 BCE and 201 BCE)");
    check("-1859S5", "1860 BCE");
}

#[test]
fn sets_are_lists() {
    check("[1984,1986]", "1984 or 1986");
    check("{1984,1986}", "1984 and 1986");
    check("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672");
    check("{1667,1668,1670..1672}", "1667, 1668 and 1670 to 1672");
    check("[..1984]", "1984 or earlier");
    check("[1984..]", "1984 or later");
}

#[test]
fn clocks_are_told() {
    check("2021-03-04T16:40:00", "4 March 2021, 16:40");
    check("2021-03-04T09:05:07+02:00", "4 March 2021, 09:05:07");
    check("-0479-09-29T06:00:00", "29 September 480 BCE, 06:00");
    check("2021-03-04T24:00:00", "4 March 2021, 24:00");
    assert_eq!(word("en-US", "2021-03-04T16:40:00").plain(), "March 4, 2021, 4:40\u{202f}PM");
    assert_eq!(word("ja", "2021-03-04T16:40:00").plain(), "2021年3月4日, 16:40");
}

#[test]
fn zones_are_told_where_there_are_several() {
    let calendar = Calendar::new(&calendar::language("en").expect("English")).expect("English");
    let words = &labels::english().dates;
    let wording = Wording { calendar: &calendar, words, as_of: None, shows_zones: true };
    let zoned = |text: &str| wording.word(&edtf::parse(text).expect(text)).plain();
    assert_eq!(zoned("2021-03-04T16:40:00+02:00"), "4 March 2021, 16:40 (UTC+2)");
    assert_eq!(zoned("2021-03-04T16:40:00-03:30"), "4 March 2021, 16:40 (UTC-3:30)");
    assert_eq!(zoned("2021-03-04T16:40:00Z"), "4 March 2021, 16:40 (UTC)");
    assert_eq!(zoned("2021-03-04T16:40:00"), "4 March 2021, 16:40");
}

#[test]
fn american_english_puts_the_month_first() {
    assert_eq!(word("en-US", "1961-07-06").plain(), "July 6, 1961");
    assert_eq!(word("en-US", "-0043-03-15").plain(), "March 15, 44 BCE");
}

#[test]
fn only_dates_that_html_can_express_have_a_value() {
    let values = |text: &str| {
        let date = word("en", text);
        date.parts.into_iter().filter_map(|part| part.datetime).collect::<Vec<_>>()
    };
    assert_eq!(values("1961-07-06"), ["1961-07-06"]);
    assert_eq!(values("1956-08"), ["1956-08"]);
    assert_eq!(values("0033"), ["0033"]);
    assert_eq!(values("2021-03-04T16:40:00"), ["2021-03-04T16:40:00"]);
    assert_eq!(values("2021-03-04T16:40:00+02"), ["2021-03-04T16:40:00+02:00"]);
    assert_eq!(values("2021-03-04T16:40:00Z"), ["2021-03-04T16:40:00Z"]);
    assert_eq!(values("1950-06-25/1953-07-27"), ["1950-06-25", "1953-07-27"]);
    assert_eq!(values("[1984,1986]"), ["1984", "1986"]);
    assert_eq!(values("1948/.."), ["1948"]);
    for text in [
        "2021-03-04T24:00:00",
        "1996?",
        "1950~",
        "195X",
        "1984-21",
        "-0043",
        "0000",
        "Y17E7",
        "1985-XX",
        "1950S2",
        "2004?-06-11",
    ] {
        assert_eq!(values(text), [""; 0], "{text}");
    }
}

#[test]
fn without_words_of_its_own_a_date_is_in_one_language_all_the_same() {
    for (language, text, expected) in [
        ("pl", "1850~", "≈ 1850"),
        ("pl", "1850-04?", "kwiecień 1850 (?)"),
        ("pl", "1850?-04-02", "2 kwietnia 1850 (?)"),
        ("pl", "185X", "1850 – 1859"),
        ("pl", "18XX~", "≈ 1800 – 1899"),
        ("pl", "1850-XX", "1850"),
        ("pl", "XXXX", "?"),
        ("pl", "XXXX-04-02", "2 kwietnia ????"),
        ("pl", "1850-21", "marzec 1850 – maj 1850"),
        ("pl", "1850/..", "1850 – …"),
        ("pl", "../1850", "… – 1850"),
        ("pl", "/1850", "? – 1850"),
        ("pl", "[1850,1852]", "1850 / 1852"),
        ("pl", "{1850,1852}", "1850 + 1852"),
        ("pl", "-0043-03-15", "15 marca 44 p.n.e."),
        ("de", "-0043", "44 v. Chr."),
        ("de", "0064", "64 n. Chr."),
        ("es", "0064-07-19", "19 de julio de 64 d. C."),
        ("de", "2021-03-04T16:40:00", "4. März 2021, 16:40"),
    ] {
        assert_eq!(word(language, text).plain().replace('\u{a0}', " "), expected, "{language} {text}");
    }
}
