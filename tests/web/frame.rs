//! The living frame over a printed page.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDetailsElement;

use super::fixtures::{FIXTURES, default};
use super::support::{
    alive, alive_with, click, counter, data, inside, markup, mount, press, printed, set_fragment, turn,
};

#[wasm_bindgen_test]
async fn a_frame_mounts_over_every_fixture_and_leaves_it_as_it_was() {
    for fixture in FIXTURES {
        let host = printed(fixture.printed);
        let before = markup(&host);
        let mut mount = mount(&host);
        mount.fill(host.clone(), &data(&host)).expect(fixture.name);
        turn().await;
        assert_eq!(host.dataset().get("state").as_deref(), Some("interactive"), "{}", fixture.name);
        let has_timeline = host.query_selector(".explainer-events").unwrap().is_some();
        assert_eq!(inside(&host, ".axis svg").is_some(), has_timeline, "{}", fixture.name);

        mount.clear();
        turn().await;
        assert_eq!(markup(&host), before, "{}", fixture.name);
        assert!(inside(&host, "slot:not([name])").is_some());
        assert!(inside(&host, "[role]").is_none(), "{}", fixture.name);
        host.remove();
    }
}

#[wasm_bindgen_test]
async fn only_attributes_of_printed_words_change() {
    let host = printed(default().printed);
    let words = host.text_content();
    let nodes = host.query_selector_all("*").unwrap().length();
    let mut mount = mount(&host);
    mount.fill(host.clone(), &data(&host)).unwrap();
    turn().await;
    click(&inside(&host, ".steps .on").unwrap());
    turn().await;
    assert_eq!(host.text_content(), words);
    assert_eq!(host.query_selector_all("*").unwrap().length(), nodes);
    assert_eq!(host.query_selector_all("[style]").unwrap().length(), 0);
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_click_on_a_mark_chooses_its_event() {
    let (host, mut mount) = alive(default().printed).await;
    let selected = counter(&host, "news-explainer:select");
    let mark = inside(&host, "[part=mark]").expect("a lone mark");
    let id = mark.get_attribute("data-id").unwrap();
    click(&mark);
    turn().await;
    let current = host.query_selector_all(".explainer-event[aria-current]").unwrap();
    assert_eq!(current.length(), 1);
    let current: web_sys::Element = current.item(0).unwrap().unchecked_into();
    assert_eq!(current.get_attribute("data-id").unwrap(), id);
    let marked = inside(&host, ".mark[aria-current]").expect("a marked mark");
    assert_eq!(marked.get_attribute("data-id").unwrap(), id);
    assert_eq!(selected.get(), 1);
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn keys_move_the_tab_stop_and_choose() {
    let (host, mut mount) = alive(default().printed).await;
    let stop = || inside(&host, ".mark[tabindex=\"0\"]").unwrap();
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
    assert_eq!(host.shadow_root().unwrap().query_selector_all(".mark[tabindex=\"0\"]").unwrap().length(), 1);
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn next_goes_through_every_event_and_stops_at_the_last() {
    let (host, mut mount) = alive(default().printed).await;
    let events = host.query_selector_all(".explainer-event").unwrap();
    let current = || {
        let current = host.query_selector(".explainer-event[aria-current]").unwrap();
        current.and_then(|event| event.get_attribute("data-id"))
    };
    let next = || inside(&host, ".steps .on").unwrap();
    let mut seen: Vec<String> = current().into_iter().collect();
    for _ in 0..events.length() + 2 {
        click(&next());
        turn().await;
        let id = current().expect("a chosen event");
        if seen.last() != Some(&id) {
            seen.push(id);
        }
    }
    let all: Vec<String> = (0..events.length())
        .map(|index| events.item(index).unwrap().unchecked_into::<web_sys::Element>().get_attribute("data-id").unwrap())
        .collect();
    assert_eq!(seen, all);
    assert_eq!(next().get_attribute("aria-disabled").as_deref(), Some("true"));
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn one_button_opens_every_answer_and_closes_them() {
    let (host, mut mount) = alive(default().printed).await;
    let button = || inside(&host, "button.all").unwrap();
    let open = || host.query_selector_all(".explainer-question[open]").unwrap().length();
    let all = host.query_selector_all(".explainer-question").unwrap().length();
    let show = button().text_content();
    click(&button());
    turn().await;
    assert_eq!(open(), all);
    assert_ne!(button().text_content(), show);
    host.query_selector(".explainer-question").unwrap().unwrap().unchecked_into::<HtmlDetailsElement>().set_open(false);
    turn().await;
    assert_eq!(button().text_content(), show);
    click(&button());
    turn().await;
    click(&button());
    turn().await;
    assert_eq!(open(), 0);
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_mount_serves_one_element_after_another() {
    let (first, mut mount) = alive(default().printed).await;
    mount.clear();
    turn().await;
    let room = inside(&first, "div").unwrap();
    first.remove();

    let second = printed(FIXTURES[3].printed);
    let root = second.attach_shadow(&web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Open)).unwrap();
    root.append_child(&room).unwrap();
    mount.fill(second.clone(), &data(&second)).unwrap();
    turn().await;
    assert_eq!(second.dataset().get("state").as_deref(), Some("interactive"));
    click(&inside(&second, ".mark").unwrap());
    turn().await;
    assert_eq!(second.query_selector_all(".explainer-event[aria-current]").unwrap().length(), 1);
    mount.clear();
    second.remove();
}

#[wasm_bindgen_test]
async fn data_that_cannot_be_read_touches_nothing() {
    let host = printed(default().printed);
    let before = markup(&host);
    let mut mount = mount(&host);
    for bad in ["", "{", "{}", "[]", "{\"version\":1}", "{\"version\":2}", "{\"version\":3}"] {
        assert!(mount.fill(host.clone(), bad).is_err(), "{bad}");
    }
    turn().await;
    assert_eq!(markup(&host), before);
    host.remove();
}

#[wasm_bindgen_test]
async fn a_printed_node_that_somebody_removed_is_not_missed() {
    let host = printed(default().printed);
    for selector in [".explainer-legend", ".explainer-event", ".explainer-faq-head"] {
        host.query_selector(selector).unwrap().unwrap().remove();
    }
    let mut mount = mount(&host);
    mount.fill(host.clone(), &data(&host)).unwrap();
    turn().await;
    assert_eq!(host.dataset().get("state").as_deref(), Some("interactive"));
    let next = inside(&host, ".steps .on").unwrap();
    click(&next);
    turn().await;
    click(&next);
    turn().await;
    assert_eq!(host.query_selector_all(".explainer-event[aria-current]").unwrap().length(), 1);
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_filter_hides_what_it_does_not_admit_and_is_said() {
    let (host, mut mount) = alive(default().printed).await;
    let told = counter(&host, "news-explainer:filter");
    let count = |selector: &str| host.query_selector_all(selector).unwrap().length();
    let all = count(".explainer-event");
    assert_eq!((count("[hidden]"), told.get()), (0, 0));
    let entry = || inside(&host, ".filters button.entry").unwrap();
    click(&entry());
    turn().await;
    turn().await;
    assert_eq!(entry().get_attribute("aria-pressed").as_deref(), Some("true"));
    let left = count(".explainer-event:not([hidden])");
    assert!(left > 0 && left < all, "{left} of {all}");
    assert_eq!(count(".explainer-era[hidden] .explainer-event:not([hidden])"), 0);
    assert_eq!(count(".explainer-era:not([hidden]):not(:has(.explainer-event:not([hidden])))"), 0);
    let said = inside(&host, "[role=status]").unwrap().text_content().unwrap();
    assert!(said.contains(&left.to_string()) && said.contains(&all.to_string()), "{said}");
    assert_eq!(told.get(), 1);
    click(&entry());
    turn().await;
    turn().await;
    assert_eq!((count("[hidden]"), told.get()), (0, 2));
    mount.clear();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_frame_that_goes_takes_back_all_it_has_set() {
    let host = printed(default().printed);
    let before = markup(&host);
    let mut mount = alive_with(&host, &data(&host)).await;
    // To an event that the article has a link to.
    for _ in 0..host.query_selector_all(".explainer-event").unwrap().length() {
        if host.query_selector("a[aria-current]").unwrap().is_none() {
            click(&inside(&host, ".steps .on").unwrap());
            turn().await;
        }
    }
    let has = |selector: &str| host.query_selector(selector).unwrap().is_some();
    assert!(has(".explainer-event[aria-current]") && has("a[aria-current]"));
    click(&inside(&host, ".filters button.entry").unwrap());
    turn().await;
    turn().await;
    assert!(has(".explainer-event[aria-current]") && has(".explainer-event[hidden]") && has("[slot]"));
    mount.clear();
    turn().await;
    assert_eq!(markup(&host), before);
    host.remove();
}

#[wasm_bindgen_test]
async fn a_frame_that_was_led_to_an_event_takes_that_back_too() {
    let host = printed(default().printed);
    let before = markup(&host);
    let event = host.query_selector(".explainer-event").unwrap().unwrap();
    set_fragment(&event.id());
    let mut mount = alive_with(&host, &data(&host)).await;
    assert!(event.has_attribute("aria-current"));
    mount.clear();
    turn().await;
    // Gone before it is judged, so that other tests do not meet it.
    host.remove();
    assert!(!event.has_attribute("tabindex"), "it was made focusable, and stays so");
    assert_eq!(markup(&host), before);
}
