//! The living frame over a printed page.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDetailsElement;

use super::fixtures::{FIXTURES, default, fixture};
use super::support::{Framed, Placed, click, heard, markup, press, set_fragment, turn};

#[wasm_bindgen_test]
async fn a_frame_comes_up_over_every_fixture_and_leaves_it_as_it_was() {
    for fixture in FIXTURES {
        let host = Placed::printed(fixture.printed);
        let (before, reading) = (markup(&host), host.reading());
        let mut framed = Framed::with(host, &reading).await;
        let has_timeline = framed.count(".explainer-events") > 0;
        assert_eq!(framed.count_inside(".axis svg") > 0, has_timeline, "{}", fixture.name);

        framed.clear().await;
        assert_eq!(markup(&framed), before, "{}", fixture.name);
        assert_eq!(
            (framed.count_inside("slot:not([name])"), framed.count_inside("[role]")),
            (1, 0),
            "{}",
            fixture.name
        );
    }
}

#[wasm_bindgen_test]
async fn only_attributes_of_printed_words_change() {
    let host = Placed::printed(default().printed);
    let (words, nodes, reading) = (host.text_content(), host.count("*"), host.reading());
    let framed = Framed::with(host, &reading).await;
    click(&framed.inside(".steps .next"));
    turn().await;
    assert_eq!(framed.text_content(), words);
    assert_eq!((framed.count("*"), framed.count("[style]")), (nodes, 0));
}

#[wasm_bindgen_test]
async fn a_click_on_a_mark_chooses_its_event() {
    let framed = Framed::new(default().printed).await;
    let selected = heard(&framed, "news-explainer:select");
    let mark = framed.inside("[part=mark]");
    let id = mark.get_attribute("data-id").unwrap();
    click(&mark);
    turn().await;
    let current = framed.all(".explainer-event[aria-current]");
    assert_eq!(current.len(), 1);
    assert_eq!(current[0].get_attribute("data-id").unwrap(), id);
    assert_eq!(framed.inside(".mark[aria-current]").get_attribute("data-id").unwrap(), id);
    assert_eq!(*selected.borrow(), [format!("{{\"id\":\"{id}\"}}")]);
}

#[wasm_bindgen_test]
async fn keys_move_the_tab_stop_and_choose() {
    let framed = Framed::new(default().printed).await;
    let stop = || framed.inside(".mark[tabindex=\"0\"]");
    let first = stop();
    assert!(press(&first, "End", true), "a key with Ctrl is the browser's");
    assert!(press(&first, "x", false), "other keys are the page's");
    assert!(!press(&first, "End", false));
    turn().await;
    assert_ne!(stop().get_attribute("data-id"), first.get_attribute("data-id"));
    // A cluster would zoom in.
    while stop().get_attribute("part").as_deref() != Some("mark") {
        assert!(!press(&stop(), "ArrowLeft", false));
        turn().await;
    }
    assert!(!press(&stop(), "Enter", false));
    turn().await;
    assert_eq!(stop().get_attribute("aria-current").as_deref(), Some("true"));
    assert_eq!(framed.count_inside(".mark[tabindex=\"0\"]"), 1);
}

#[wasm_bindgen_test]
async fn next_goes_through_every_event_and_stops_at_the_last() {
    let framed = Framed::new(default().printed).await;
    let ids = |selector: &str| -> Vec<String> {
        framed.all(selector).iter().filter_map(|event| event.get_attribute("data-id")).collect()
    };
    let current = || ids(".explainer-event[aria-current]").pop();
    let next = || framed.inside(".steps .next");
    let all = ids(".explainer-event");
    // From the first one on, wherever the document begins.
    for _ in &all {
        click(&framed.inside(".steps .previous"));
        turn().await;
    }
    let mut seen: Vec<String> = current().into_iter().collect();
    for _ in 0..all.len() + 2 {
        click(&next());
        turn().await;
        let id = current().expect("a chosen event");
        if seen.last() != Some(&id) {
            seen.push(id);
        }
    }
    assert_eq!(seen, all);
    assert_eq!(next().get_attribute("aria-disabled").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn one_button_opens_every_answer_and_closes_them() {
    let framed = Framed::new(default().printed).await;
    let toggled = heard(&framed, "news-explainer:toggle");
    let button = || framed.inside("button.all");
    let open = || framed.count(".explainer-question[open]");
    let all = framed.count(".explainer-question");
    let show = button().text_content();
    click(&button());
    turn().await;
    assert_eq!(open(), all);
    assert_ne!(button().text_content(), show);
    framed.first(".explainer-question").unchecked_into::<HtmlDetailsElement>().set_open(false);
    turn().await;
    assert_eq!(button().text_content(), show);
    assert!(toggled.borrow().last().is_some_and(|detail| detail.contains("\"open\":false")), "{toggled:?}");
    click(&button());
    turn().await;
    click(&button());
    turn().await;
    assert_eq!(open(), 0);
}

#[wasm_bindgen_test]
async fn a_mount_serves_one_element_after_another() {
    let first = Framed::new(default().printed).await;
    let second = first.move_to(Placed::printed(fixture("even-scale").printed)).await;
    click(&second.inside(".mark"));
    turn().await;
    assert_eq!(second.count(".explainer-event[aria-current]"), 1);
}

#[wasm_bindgen_test]
async fn a_printed_node_that_somebody_removed_is_not_missed() {
    let host = Placed::printed(default().printed);
    for selector in [".explainer-legend", ".explainer-event", ".explainer-faq-head"] {
        host.first(selector).remove();
    }
    let reading = host.reading();
    let framed = Framed::with(host, &reading).await;
    for _ in 0..2 {
        click(&framed.inside(".steps .next"));
        turn().await;
    }
    assert_eq!(framed.count(".explainer-event[aria-current]"), 1);
}

#[wasm_bindgen_test]
async fn a_filter_hides_what_it_does_not_admit_and_is_said() {
    let framed = Framed::new(default().printed).await;
    let told = heard(&framed, "news-explainer:filter");
    let all = framed.count(".explainer-event");
    assert_eq!((framed.count(":is(.explainer-event, .explainer-era)[hidden]"), told.borrow().len()), (0, 0));
    let entry = || framed.inside(".filters button.entry");
    click(&entry());
    turn().await;
    turn().await;
    assert_eq!(entry().get_attribute("aria-pressed").as_deref(), Some("true"));
    let left = framed.count(".explainer-event:not([hidden])");
    assert!(left > 0 && left < all, "{left} of {all}");
    assert_eq!(framed.count(".explainer-era[hidden] .explainer-event:not([hidden])"), 0);
    assert_eq!(framed.count(".explainer-era:not([hidden]):not(:has(.explainer-event:not([hidden])))"), 0);
    let said = framed.inside("[role=status]").text_content().unwrap();
    assert!(said.contains(&left.to_string()) && said.contains(&all.to_string()), "{said}");
    assert_eq!(*told.borrow(), [format!("{{\"shown\":{left},\"total\":{all}}}")]);
    click(&entry());
    turn().await;
    turn().await;
    assert_eq!((framed.count(":is(.explainer-event, .explainer-era)[hidden]"), told.borrow().len()), (0, 2));
}

#[wasm_bindgen_test]
async fn a_frame_that_goes_takes_back_all_it_has_set() {
    let host = Placed::printed(default().printed);
    let (before, reading) = (markup(&host), host.reading());
    let mut framed = Framed::with(host, &reading).await;
    // To an event that the article has a link to.
    for _ in 0..framed.count(".explainer-event") {
        if framed.count("a[aria-current]") == 0 {
            click(&framed.inside(".steps .next"));
            turn().await;
        }
    }
    assert!(framed.count(".explainer-event[aria-current]") == 1 && framed.count("a[aria-current]") > 0);
    click(&framed.inside(".filters button.entry"));
    turn().await;
    turn().await;
    for selector in [".explainer-event[aria-current]", ".explainer-event[hidden]", "[slot]"] {
        assert!(framed.count(selector) > 0, "{selector}");
    }
    framed.clear().await;
    assert_eq!(markup(&framed), before);
}

#[wasm_bindgen_test]
async fn a_frame_that_was_led_to_an_event_takes_that_back_too() {
    let host = Placed::printed(default().printed);
    let (before, reading) = (markup(&host), host.reading());
    let event = host.first(".explainer-event");
    set_fragment(&event.id());
    let mut framed = Framed::with(host, &reading).await;
    assert!(event.has_attribute("aria-current"));
    framed.clear().await;
    assert!(!event.has_attribute("tabindex"), "it was made focusable, and stays so");
    assert_eq!(markup(&framed), before);
}
