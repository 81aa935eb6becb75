//! Days, and the dates of the invented events.

use news_explainer::author::compile;
use news_explainer::date::{Bounds, Civil, Day, days_in_month};
use news_explainer::document::Extent;
use proptest::prelude::*;

use crate::many_events::many_events;
use crate::strategies::day;

proptest! {
    #[test]
    fn days_and_civil_dates_are_the_same_thing(number in -800_000_000i64..800_000_000) {
        let civil = Day(number).civil();
        prop_assert!((1..=12).contains(&civil.month));
        prop_assert!((1..=days_in_month(civil.year, civil.month)).contains(&civil.day));
        prop_assert_eq!(Day::from_civil(civil), Day(number));
        prop_assert!(Day(number + 1).civil() > civil);
    }

    #[test]
    fn a_new_year_is_the_first_of_january(year in -2_000_000i64..2_000_000) {
        prop_assert_eq!(Day::new_year(year).civil(), Civil { year, month: 1, day: 1 });
    }

    #[test]
    fn bounds_contain_their_ends(a in day(), b in day()) {
        let bounds = Bounds::new(Day(a), Day(b));
        prop_assert!(bounds.contains(Day(a)) && bounds.contains(Day(b)));
        prop_assert!(bounds.days() >= 1);
    }

    #[test]
    fn the_dates_of_invented_events_are_what_the_author_reads(seed in any::<u64>()) {
        let invented = many_events(3, seed);
        let events: Vec<String> = invented
            .iter()
            .enumerate()
            .map(|(id, event)| format!(r#"{{"id":"e{id}","date":"{}","title":"{}"}}"#, event.date, event.title))
            .collect();
        let source = format!(
            r#"{{"id":"invented","lang":"en","title":"Invented","kind":"explainer","published":"2023-12-31",
            "as_of":"2023-12-31","timeline":{{"events":[{}]}}}}"#,
            events.join(",")
        );
        let compiled = compile(&source).map_err(|diagnostics| TestCaseError::fail(diagnostics.to_string()))?;
        for (id, event) in invented.iter().enumerate() {
            let timeline = &compiled.document.timeline;
            let mark = timeline.mark(timeline.event(&format!("e{id}")).expect("an event"));
            prop_assert_eq!(mark.bounds, Bounds::new(event.first, event.last), "{}", event.date);
            prop_assert_eq!(mark.extent == Extent::Day, event.is_day, "{}", event.date);
        }
    }
}
