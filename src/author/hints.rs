//! What an editor probably meant by a date that is not EDTF.

mod clock;
mod draft;
mod numbers;
mod spans;
mod words;

use super::edtf;

/// A date in EDTF, near to what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// As EDTF; valid.
    pub edtf: String,
    /// In words, where what was written may mean several dates.
    pub meaning: Option<String>,
    /// Whether it is what was meant, so that it may be written without asking.
    pub is_certain: bool,
}

impl Hint {
    fn certain(edtf: impl Into<String>) -> Hint {
        Hint { edtf: edtf.into(), meaning: None, is_certain: true }
    }

    fn likely(edtf: impl Into<String>) -> Hint {
        Hint { is_certain: false, ..Hint::certain(edtf) }
    }

    fn meaning(edtf: impl Into<String>, meaning: impl Into<String>) -> Hint {
        Hint { meaning: Some(meaning.into()), ..Hint::likely(edtf) }
    }

    /// The same as certain, with something done to its EDTF.
    fn map(self, change: impl FnOnce(String) -> String) -> Hint {
        Hint { edtf: change(self.edtf), ..self }
    }

    /// One of two dates: as certain as the other.
    fn with(self, other: &Hint) -> Hint {
        Hint { is_certain: self.is_certain && other.is_certain, ..self }
    }

    fn is_valid(&self) -> bool {
        edtf::parse(&self.edtf).is_ok()
    }
}

/// Longer texts are no dates.
const LONGEST: usize = 80;

/// What may have been meant: one date, or several where nobody can tell. Nothing where nothing can be seen in it.
pub fn hints(written: &str) -> Vec<Hint> {
    if written.len() > LONGEST {
        return Vec::new();
    }
    let plain = normalised(written);
    if plain != written && edtf::parse(&plain).is_ok() {
        return vec![Hint::certain(plain)];
    }
    let readings = [draft::draft, clock::clock, spans::span, single].iter().find_map(|read| read(&plain));
    let one = readings.filter(Hint::is_valid).map(|hint| vec![hint]);
    one.unwrap_or_else(|| numbers::either(&plain).into_iter().filter(Hint::is_valid).collect())
}

/// One date, without an interval around it.
fn single(written: &str) -> Option<Hint> {
    let written = written.trim().trim_end_matches(',');
    if edtf::parse(written).is_ok_and(|edtf| matches!(edtf, edtf_core::Edtf::Date(_))) {
        return Some(Hint::certain(written));
    }
    const READINGS: [fn(&str) -> Option<Hint>; 9] = [
        words::doubt,
        words::vague,
        words::decade,
        words::century,
        words::division,
        numbers::numbers,
        numbers::named_month,
        numbers::era,
        numbers::long_year,
    ];
    READINGS.iter().filter_map(|read| read(written)).find(Hint::is_valid)
}

/// A text with one kind of digits, dashes and spaces.
fn normalised(written: &str) -> String {
    /// The zeros of the scripts that have digits of their own and are in use on the web.
    const ZEROS: [char; 9] = ['٠', '۰', '०', '০', '੦', '૦', '௦', '๐', '０'];
    let plain = written.trim().chars().map(|character| match character {
        '–' | '—' | '‒' | '‐' | '‑' | '−' | '－' => '-',
        '’' | '‘' => '\'',
        '？' => '?',
        '～' => '~',
        '／' => '/',
        '：' => ':',
        '，' => ',',
        space if space.is_whitespace() => ' ',
        other => {
            let digit = |zero: &char| u32::from(other).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
            ZEROS.iter().find_map(digit).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(other)
        }
    });
    plain.collect()
}

/// Whether a text is digits and nothing else.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An astronomical year in EDTF.
fn year(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is expected: one certain date as it is, a likely one with "?" before it, several with what they mean.
    fn check(written: &str, expected: &[&str]) {
        let worded = hints(written).into_iter().map(|hint| match hint {
            Hint { edtf, meaning: Some(meaning), .. } => format!("{edtf} = {meaning}"),
            Hint { edtf, is_certain: true, .. } => edtf,
            Hint { edtf, .. } => format!("? {edtf}"),
        });
        assert_eq!(worded.collect::<Vec<_>>(), expected, "{written:?}");
    }

    #[test]
    fn the_draft_of_2012_is_read() {
        check("187u", &["187X"]);
        check("18uu", &["18XX"]);
        check("1871-uu", &["1871-XX"]);
        check("187u-05-uu", &["187X-05-XX"]);
        check("1871-05-10/unknown", &["1871-05-10/"]);
        check("1871-05/open", &["1871-05/.."]);
        check("unknown/1871-05-10", &["/1871-05-10"]);
        check("open/1871", &["../1871"]);
        check("unknown/open", &["/.."]);
        check("1871-05?~", &["1871-05%"]);
        check("1871~?", &["1871%"]);
        check("y-25e6", &["Y-25E6"]);
        check("y45000", &["Y45000"]);
        check("y4512e3p2", &["Y4512E3S2"]);
        check("1983-22^southernHemisphere", &["1983-30"]);
        check("1983-24^northernHemisphere", &["1983-28"]);
        check("[1871, 1873..1875]", &["[1871,1873..1875]"]);
        check("{1871 ,1873-05}", &["{1871,1873-05}"]);
        check("1871-(05)~", &["1871-~05"]);
        check("1871-(05-10)?", &["1871-?05-?10"]);
        check("1871-05-10T11:30:00z", &["1871-05-10T11:30:00Z"]);
        check("187x", &["187X"]);
    }

    #[test]
    fn dates_as_people_write_them_are_read() {
        check(" 1961 ", &["1961"]);
        check("c. 1830", &["1830~"]);
        check("ca 1830", &["1830~"]);
        check("circa July 1830", &["1830-07~"]);
        check("um 1830", &["1830~"]);
        check("1830 (?)", &["1830?"]);
        check("probably 1830", &["1830?"]);
        check("maybe 1830", &["1830?"]);
        check("1830 ca.", &["1830~"]);
        check("mid-1830s", &["? 183X"]);
        check("undated", &["? XXXX"]);
        check("Sunday, 6 July 2019", &["2019-07-06"]);
        check("1830s", &["183X"]);
        check("the 1830’s", &["183X"]);
        check("about the 1830s", &["183X~"]);
        check("19th century", &["? 18XX"]);
        check("2nd century BC", &["? -01XX"]);
        check("spring of 1830", &["1830-21"]);
        check("Fall 1830", &["1830-23"]);
        check("Q3 2019", &["2019-35"]);
        check("2019-Q3", &["2019-35"]);
        check("second half of 2019", &["2019-41"]);
        check("2019-7-6", &["2019-07-06"]);
        check("2019/07/06", &["2019-07-06"]);
        check("6.7.2019", &["2019-07-06"]);
        check("07/2019", &["2019-07"]);
        check("20190706", &["2019-07-06"]);
        check("201907", &["? 2019-07"]);
        check("45000", &["Y45000"]);
        check("6 July 2019", &["2019-07-06"]);
        check("Jul. 6th, 2019", &["2019-07-06"]);
        check("Sept 2019", &["2019-09"]);
        check("6. Juli 2019", &["2019-07-06"]);
        check("6 de julio de 2019", &["2019-07-06"]);
        check("1er juillet 2019", &["2019-07-01"]);
        check("２０１９年７月６日", &["2019-07-06"]);
        check("٢٠١٩-٠٧-٠٦", &["2019-07-06"]);
    }

    #[test]
    fn years_of_either_era_are_read() {
        check("300 BC", &["-0299"]);
        check("1 BCE", &["0000"]);
        check("c. 300 B.C.", &["-0299~"]);
        check("12000 BC", &["Y-11999"]);
        check("29 September 480 BC", &["-0479-09-29"]);
        check("AD 64", &["0064"]);
        check("19 July 64 CE", &["0064-07-19"]);
        check("1300-1200 BC", &["-1299/-1199"]);
        check("264 BC to 146 BC", &["-0263/-0145"]);
    }

    #[test]
    fn spans_are_read() {
        check("1830-1833", &["1830/1833"]);
        check("1830–1833", &["1830/1833"]);
        check("1830-33", &["1830/1833"]);
        check("1830/33", &["1830/1833"]);
        check("25 June 1830 to 27 July 1833", &["1830-06-25/1833-07-27"]);
        check("6–9 July 1830", &["1830-07-06/1830-07-09"]);
        check("25 June to 27 July 1830", &["1830-06-25/1830-07-27"]);
        check("from 1830 until c. 1833", &["1830/1833~"]);
        check("c. 1830-1833", &["? 1830~/1833"]);
        check("1830-present", &["1830/.."]);
        check("1830–", &["1830/.."]);
        check("since March 1830", &["1830-03/.."]);
        check("until 1830", &["../1830"]);
        check("before 1830", &["? [..1830]"]);
        check("after 1830", &["? [1830..]"]);
        check("between 1830 and 1833", &["? [1830..1833]"]);
        check("1830 or 1833", &["[1830,1833]"]);
    }

    #[test]
    fn clocks_are_read() {
        check("2021-03-04 16:40", &["2021-03-04T16:40:00"]);
        check("2021-03-04T9:05", &["2021-03-04T09:05:00"]);
        check("2021-03-04T16:40:05.123Z", &["2021-03-04T16:40:05Z"]);
        check("2021-03-04T16:40:05+0530", &["2021-03-04T16:40:05+05:30"]);
        check("2021-03-04 16:40 UTC", &["2021-03-04T16:40:00Z"]);
        check("4 March 2021, 4:40 pm", &["2021-03-04T16:40:00"]);
        check("12:15 am, 4 March 2021", &["2021-03-04T00:15:00"]);
        check("March 2021 16:40", &[]);
        check(
            "2021-03-04T16:40:00/2021-03-04T18:00:00",
            &["2021-03-04T16:40:00 = when it began", "2021-03-04 = the day"],
        );
        check("2021-03-04T16:40:00/2021-03-06T18:00:00", &["? 2021-03-04/2021-03-06"]);
    }

    #[test]
    fn what_may_mean_several_dates_is_told_with_each() {
        check("12/11/2019", &["2019-11-12 = 12 November", "2019-12-11 = 11 December"]);
        check("12-11-2019", &["2019-11-12 = 12 November", "2019-12-11 = 11 December"]);
        check("25/11/2019", &["2019-11-25"]);
        check("11/25/2019", &["2019-11-25"]);
        check("11/11/2019", &["2019-11-11"]);
        check("187", &["187X = the decade", "0187 = the year 187"]);
        check("18", &["18XX = 1800 to 1899", "0018 = the year 18"]);
        check("1800s", &["180X = the decade", "18XX = 1800 to 1899"]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic_and_every_hint_is_valid(
            written in "((c. )?[0-9]{1,4}|[-/:.,~?^()\\[\\] ]|[uxTZpms]|年|日|・|ü|BC|AD|may| to | or |since |between | and |century|open){0,9}",
        ) {
            proptest::prop_assert!(hints(&written).iter().all(Hint::is_valid), "{written}");
        }
    }

    #[test]
    fn nothing_is_guessed_from_other_words() {
        for written in
            ["yesterday", "", "1961-07-06-05", "31 June 1961", "1/2/3", "/", "12/13/14", "marzipan 1900", "x"]
        {
            check(written, &[]);
        }
    }
}
