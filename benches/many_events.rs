//! Many invented events, the same for the same seed: four eras from 1900 to 2023, and a third of the events in
//! the last two years.
//!
//! Used by the benchmarks, and by `examples/many_events.rs`, which prints it as an author's document.

use news_explainer::date::{Civil, Day};

/// An invented event.
pub struct Event {
    /// Its date in EDTF.
    pub date: String,
    /// The first day it may lie on, or on which it begins.
    pub first: Day,
    /// The last.
    pub last: Day,
    /// Whether it is a known day.
    pub is_day: bool,
    /// A short title, unlike any other.
    pub title: String,
    /// Which of four categories.
    pub category: usize,
    /// An author's status other than `confirmed`.
    pub status: Option<&'static str>,
}

/// The names of the four categories.
pub const CATEGORIES: [&str; 4] = ["trade", "transport", "science", "government"];
/// The names and periods of the four eras.
pub const ERAS: [(&str, &str, &str); 4] = [
    ("early", "Early years", "1900/1913"),
    ("between", "Between the wars", "1914/1945"),
    ("growth", "Growth", "1946/1973"),
    ("recent", "Recent years", "1974/2023"),
];

const WHO: [&str; 8] = ["Port", "Railway", "Council", "Observatory", "Chamber", "Shipyard", "University", "Court"];
const WHAT: [&str; 8] =
    ["opens a branch", "signs a deal", "reports", "raises tariffs", "appeals", "builds", "closes", "holds a vote"];

/// Numbers that look random: xorshift64*.
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub fn new(seed: u64) -> Dice {
        Dice(seed | 1)
    }

    /// A number below `sides`, which is not 0.
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides
    }
}

/// The seed of the events that are measured and printed.
pub const SEED: u64 = 1961;

/// So many events, in no order.
pub fn many_events(count: usize, seed: u64) -> Vec<Event> {
    let mut dice = Dice::new(seed);
    (0..count).map(|index| event(&mut dice, index)).collect()
}

fn event(dice: &mut Dice, index: usize) -> Event {
    let new_year = |year: i64| Day::new_year(year).0;
    // A third of them in the last two years.
    let (from, to) =
        if dice.below(3) == 0 { (new_year(2022), new_year(2024)) } else { (new_year(1900), new_year(2022)) };
    let day = Day(from + dice.below((to - from) as u64) as i64);
    let (date, first, last, is_day) = date(dice, day);
    let (who, what) = (WHO[dice.below(8) as usize], WHAT[dice.below(8) as usize]);
    Event {
        date,
        first,
        last,
        is_day,
        title: format!("{who} {what} ({})", index + 1),
        category: dice.below(4) as usize,
        status: match dice.below(20) {
            0 => Some("alleged"),
            1 => Some("disputed"),
            _ => None,
        },
    }
}

/// A date on or around a day: 3 in 100 are periods, 10 are approximate or uncertain.
fn date(dice: &mut Dice, day: Day) -> (String, Day, Day, bool) {
    let Civil { year, month, .. } = day.civil();
    let month_text = format!("{year}-{month:02}");
    let first_of_month = Day::from_civil(Civil { year, month, day: 1 });
    let next_month =
        if month == 12 { Civil { year: year + 1, month: 1, day: 1 } } else { Civil { year, month: month + 1, day: 1 } };
    let last_of_month = Day(Day::from_civil(next_month).0 - 1);
    let (new_year, new_years_eve) = (Day::new_year(year), Day(Day::new_year(year + 1).0 - 1));
    match dice.below(100) {
        0..3 => {
            let last = Day((day.0 + 2 + dice.below(900) as i64).min(Day::new_year(2024).0 - 1).max(day.0 + 1));
            (format!("{}/{}", iso(day), iso(last)), day, last, false)
        }
        3..6 => (format!("{year}~"), new_year, new_years_eve, false),
        6..9 => (format!("{month_text}?"), first_of_month, last_of_month, false),
        9..13 => (format!("{}~", iso(day)), day, day, true),
        _ => (iso(day), day, day, true),
    }
}

fn iso(day: Day) -> String {
    let Civil { year, month, day } = day.civil();
    format!("{year}-{month:02}-{day:02}")
}
