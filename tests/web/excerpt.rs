//! The part of a long list that is written beside the printed one.

use news_explainer::document::{EventId, Rows};
use news_explainer::dom::Printed;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::fixtures::default;
use super::support::{alive_with, click, data, inside, markup, printed, turn};

const HOST: &str = r##"<news-explainer><section id="doc" class="explainer-head">Head</section><section class="explainer-events" lang="ko" dir="ltr"><ol><li class="explainer-event" id="doc--e0" data-id="e0"><h4 class="explainer-event-title">Printed</h4></li></ol></section></news-explainer>"##;

fn item(number: u32) -> String {
    format!(
        r##"["li",{{"class":"explainer-event","id":"doc--e{number}","data-id":"e{number}"}},["h4",{{"class":"explainer-event-title"}},"Event {number}"],["p",["a",{{"href":"#doc--e0"}},"first"]]]"##
    )
}

fn rows(items: impl Iterator<Item = String>) -> Rows {
    let lines = |name: &str| (0..9).map(|number| format!("{name} {number}")).collect();
    Rows { titles: lines("Event"), dates: lines("Day"), items: items.collect() }
}

#[wasm_bindgen_test]
fn an_excerpt_is_written_changed_and_taken_away() {
    let host = printed(HOST);
    let before = markup(&host);
    let page = Printed::find(&host, ["e0"].into_iter());
    let rows = rows((0..9).map(item));

    page.write_excerpt("doc", &rows, &[0, 3, 8]).expect("items that can be read");
    let excerpts = || host.query_selector_all(":scope > [slot=excerpt]").unwrap();
    assert_eq!(excerpts().length(), 1);
    let excerpt = host.query_selector("[slot=excerpt]").unwrap().unwrap();
    assert_eq!(excerpt.get_attribute("lang").as_deref(), Some("ko"));
    let ids = |excerpt: &Element| -> Vec<String> {
        let items = excerpt.query_selector_all("li").unwrap();
        (0..items.length()).map(|index| items.item(index).unwrap().unchecked_into::<Element>().id()).collect()
    };
    assert_eq!(ids(&excerpt), ["", "doc--e3", "doc--e8"], "what is printed keeps its id for itself");
    assert_eq!(page.title(EventId(3)), "Event 3");
    page.set_current(Some((EventId(8), "e8")));
    assert!(page.is_current(EventId(8)));

    page.write_excerpt("doc", &rows, &[4]).expect("items that can be read");
    assert_eq!(excerpts().length(), 1);
    assert_eq!(ids(&host.query_selector("[slot=excerpt]").unwrap().unwrap()), ["doc--e4"]);
    page.set_current(None);
    page.clear_excerpt();
    assert_eq!(markup(&host), before);
    host.remove();
}

#[wasm_bindgen_test]
fn an_excerpt_that_could_not_have_been_printed_is_not_written() {
    for bad in ["", "[", r#"["li",{"onclick":"x"}]"#, r#"["script",{},"x"]"#, r#"["li",["a",{"href":"javascript:x"}]]"#]
    {
        let host = printed(HOST);
        let before = markup(&host);
        let page = Printed::find(&host, ["e0"].into_iter());
        let rows = rows([item(0), bad.to_owned()].into_iter());
        assert!(page.write_excerpt("doc", &rows, &[0, 1]).is_none(), "{bad}");
        assert_eq!(markup(&host), before, "{bad}");
        host.remove();
    }
}

#[wasm_bindgen_test]
async fn a_long_document_shows_an_excerpt_and_leaves_no_trace_of_it() {
    let host = printed(default().printed);
    let before = markup(&host);
    let events = host.query_selector_all(".explainer-event").unwrap().length();
    // The data block of a document with more events than are printed has their items.
    let lines = |line: &dyn Fn(u32) -> String| (0..events).map(line).collect::<Vec<_>>().join("\n");
    let items = lines(&|number| item(number).replace("doc--", "north-korea-russia--"));
    let rows = format!(
        "\"rows\":{{\"titles\":{:?},\"dates\":{:?},\"items\":{{\"lines\":{items:?},\"shared\":\"\"}}}},\"words\":{{",
        lines(&|number| format!("Event {number}")),
        lines(&|number| format!("Day {number}")),
    );
    let text = data(&host).replacen("\"words\":{", &rows, 1);
    let mut mount = alive_with(&host, &text).await;
    let shown = || host.query_selector_all("[slot=excerpt] .explainer-event").unwrap().length();
    assert_eq!(shown(), events);
    let mark = inside(&host, "[part=mark]").expect("a lone mark");
    assert!(mark.get_attribute("aria-label").unwrap().contains(": Event "));
    click(&mark);
    turn().await;
    assert_eq!(host.query_selector_all("[slot=excerpt] .explainer-event[aria-current]").unwrap().length(), 1);
    click(&inside(&host, ".filters button.entry").expect("a filter"));
    turn().await;
    turn().await;
    assert!(shown() < events && shown() > 0, "{} of {events}", shown());
    mount.clear();
    turn().await;
    assert_eq!(markup(&host), before);
    host.remove();
}
