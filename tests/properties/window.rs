//! The scale, the window and its ticks.

use news_explainer::date::Moment;
use news_explainer::timeline::{DAY, HOUR, Interval, Place, Px, Scale, Step, Viewport, ticks};
use proptest::prelude::*;

use crate::strategies::{any_viewport, day, form, number, scale, viewport};

proptest! {
    #[test]
    fn the_window_rises_and_can_be_inverted(viewport in viewport(), a in day(), days in 1i64..2_000_000) {
        let (a, b) = (Place(a as f64), Place((a + days) as f64));
        prop_assert!(viewport.apply(a) < viewport.apply(b));
        let back = viewport.invert(viewport.apply(a));
        prop_assert!((back - a).abs() < 1e-3, "{:?} became {:?}", a, back);
    }

    #[test]
    fn the_scale_rises_can_be_inverted_and_keeps_the_ends((scale, extent) in scale(), at in -0.2f64..1.2, days in 1i64..100_000) {
        let a = Moment((extent.start + extent.length() * at).0.floor());
        let b = a + days as f64;
        prop_assert!(scale.apply(a) < scale.apply(b), "{:?} {:?}", scale.apply(a), scale.apply(b));
        // A day is at least half a place, so an inverted place is at most twice as wrong as it was rounded.
        let back = scale.invert(scale.apply(a));
        let precision = 1e-6 + (a.0.abs() + extent.start.0.abs() + extent.end.0.abs()) * 1e-14;
        prop_assert!((back - a).abs() <= precision, "{:?} became {:?}", a, back);
        prop_assert_eq!(extent.map(|end| scale.apply(end)), extent.map(|end| Place(end.0)));
        prop_assert!(scale.least(scale.apply(a)) > 0.49);
    }

    #[test]
    fn zooming_and_pinching_keep_the_places_under_the_fingers(
        viewport in viewport(), factor in 0.05f64..20.0, at in 0.0f64..1.0, fingers in prop::array::uniform4(0.0f64..500.0),
    ) {
        let x = viewport.width * at;
        let still = viewport.invert(x);
        let zoomed = viewport.zoom(factor, x);
        prop_assume!(zoomed.is_drawable());
        let is_near = |a: Px, b: Px| (a - b).abs() < Px(1e-3);
        prop_assert!(is_near(zoomed.apply(still), x), "{:?} moved to {:?}", x, zoomed.apply(still));
        // The second finger stands to the right of the first.
        let [a, between, c, then] = fingers;
        let (a, b, c, d) = (Px(a), Px(a + 5.0 + between), Px(c), Px(c + 5.0 + then));
        let pinched = viewport.pinch((a, b), (c, d));
        prop_assert!(is_near(pinched.apply(viewport.invert(a)), c));
        prop_assert!(is_near(pinched.apply(viewport.invert(b)), d));
        prop_assert!(is_near(viewport.pan(a).apply(still), x + a));
    }

    #[test]
    fn a_moved_window_stays_drawable(
        viewport in viewport(), moves in prop::collection::vec((0u8..4, number(), number(), number(), number()), 0..20),
    ) {
        let mut moved = viewport;
        for (kind, a, b, c, d) in moves {
            moved = match kind {
                0 => moved.zoom(a, Px(b)),
                1 => moved.pan(Px(a)),
                2 => moved.around(Place(a)),
                _ => moved.pinch((Px(a), Px(b)), (Px(c), Px(d))),
            };
            prop_assert!(moved.is_drawable(), "{:?}", moved);
        }
    }

    #[test]
    fn a_window_within_limits_is_inside_and_as_long_as_allowed(
        viewport in viewport(), limits in viewport(), least in 0.5f64..1e7, factor in 0.001f64..1000.0, at in 0.0f64..1.0,
    ) {
        let whole = limits.length();
        for inside in [
            viewport.within(&limits, least),
            viewport.within(&limits, least).zoom_within(factor, viewport.width * at, &limits, least),
        ] {
            let Interval { start, end } = inside.window;
            prop_assert!(start >= limits.window.start && end <= limits.window.end, "{:?}", inside);
            prop_assert!(end - start <= whole && end - start >= least.min(whole) - 1e-6, "{:?}", inside);
        }
        let length = viewport.length();
        let inside = viewport.within(&limits, least);
        if length >= least && length <= whole {
            prop_assert!((inside.length() - length).abs() < 1e-6, "it keeps its length");
        }
    }

    #[test]
    fn moving_any_window_by_anything_never_panics(a in any_viewport(), b in any_viewport(), t in number(), x in number()) {
        let bits = |viewport: Viewport| viewport.window.start.0.to_bits();
        prop_assert!(a.is_drawable() || bits(a.zoom(t, Px(x))) == bits(a));
        let (t_px, x_px) = (Px(t), Px(x));
        let _ = (a.pan(x_px), a.pinch((t_px, x_px), (x_px, t_px)), a.within(&b, t), a.zoom_within(t, x_px, &b, 1.0));
        let _ = (a.around(Place(x)), Viewport::between(a, b, t));
    }

    #[test]
    fn ticks_rise_stand_on_their_step_and_have_room(
        (scale, extent) in scale(), is_even in any::<bool>(), at in -0.1f64..1.1, power in 1i32..12, part in 0.01f64..1.0,
        width in 200.0f64..2000.0, years in 20.0f64..80.0, more in 0.0f64..30.0,
    ) {
        let scale = if is_even { scale } else { Scale::linear(DAY) };
        let time = extent.length();
        let start = Place((extent.start + time * at).0);
        // Powers make short windows as likely as long ones.
        let window = Interval::new(start, start + (time * part.powi(power)).max(1.0));
        let viewport = Viewport { window, width: Px(width) };
        let spacing = |step| Px(match step {
            Step::Years(_) => years,
            Step::Months(_) => years + more,
            Step::Days(_) | Step::Minutes(_) => years + 2.0 * more,
        });
        let ticks = ticks(&viewport, &scale, &spacing);
        for tick in &ticks {
            prop_assert_eq!((tick.step.floor(tick.day), tick.minute), (tick.day, 0));
            prop_assert!((-1e-6..=viewport.width.0 + 1e-6).contains(&tick.x.0));
        }
        for pair in ticks.windows(2) {
            prop_assert!(pair[0].day < pair[1].day);
            let room = (spacing(pair[0].step) + spacing(pair[1].step)) / 2.0;
            prop_assert!(pair[1].x - pair[0].x >= room - Px(1e-3), "{:?}", pair);
        }
        if !scale.is_even() {
            prop_assert!(ticks.iter().all(|tick| tick.step == ticks[0].step));
        }
        prop_assert!(ticks.len() as f64 <= viewport.width.0 / years + 1.0, "{} ticks", ticks.len());
    }

    #[test]
    fn ticks_of_hours_are_counted_from_midnight_and_one_fits_into_any_window(
        start in 19_856.0f64..19_862.0, hours in 1.0f64..72.0, form in form(), more in 0.0f64..900.0,
    ) {
        let width = form.narrowest() + Px(more);
        let viewport = Viewport { window: Interval::new(Place(start), Place(start + hours * HOUR)), width };
        let ticks = ticks(&viewport, &Scale::linear(HOUR), &|step| form.tick_spacing(step));
        prop_assert!(!ticks.is_empty());
        for tick in &ticks {
            match tick.step {
                Step::Minutes(step) => prop_assert_eq!(tick.minute % step, 0),
                _ => prop_assert_eq!(tick.minute, 0),
            }
            prop_assert_eq!(tick.x, viewport.apply(Place(tick.day.at(u32::from(tick.minute) * 60).0)));
        }
        for pair in ticks.windows(2) {
            prop_assert!((pair[0].day, pair[0].minute) < (pair[1].day, pair[1].minute));
            prop_assert!(pair[1].x - pair[0].x >= form.tick_spacing(pair[1].step) - Px(1e-6));
        }
        // Days alone have none of them.
        let days = news_explainer::timeline::ticks(&viewport, &Scale::linear(DAY), &|step| form.tick_spacing(step));
        prop_assert!(days.iter().all(|tick| tick.minute == 0 && !matches!(tick.step, Step::Minutes(_))));
    }
}
