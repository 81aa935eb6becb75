//! What is said of files that are not as they should be; the events live.

use news_explainer::author::import::Format;
use serde_json::{Value, json};

use crate::{codes, import, imported};

#[track_caller]
fn broken(source: &str, expected: &[&str]) {
    let found = import(source, Format::TimelineJs).expect_err("no document");
    assert_eq!(codes(&found), expected, "{found}");
}

#[test]
fn broken_json_is_told_with_line_and_column() {
    broken("{\n  \"events\": [\n    {},\n  ]\n}", &["json-syntax 4:3"]);
    broken("---\n---\n{% for a in b %}", &["json-syntax 1:1"]);
    broken("{\n{% if a %}\n\"scale\": 1 {% endif %} }", &["json-syntax 2:1"]);
    broken("", &["json-syntax 1:1"]);
    broken("{\"events\": []}", &["no-events 1:1"]);
}

/// The event that a date spoils is one of two, and the other one is as it was.
#[track_caller]
fn one_bad(date: serde_json::Value, edtf: &str, expected: &[&str]) {
    let file = json!({ "events": [
        { "start_date": date, "text": { "headline": "Bad" } },
        { "start_date": { "year": 1962, "month": "", "day": null }, "text": { "headline": "Good" } },
    ]});
    let (imported, _, document) = imported(&file.to_string());
    let codes: Vec<&str> = imported.warnings.iter().map(|one| one.code).collect();
    assert_eq!(codes, expected);
    assert_eq!(document["timeline"]["events"][0]["date"], edtf);
    assert_eq!(document["timeline"]["events"][1]["date"], "1962");
}

#[test]
fn one_bad_date_costs_nothing_but_itself() {
    one_bad(json!({ "year": "1962?" }), "1962?", &["date-not-understood"]);
    one_bad(json!({ "year": "500 BC" }), "-0499", &["date-not-understood"]);
    one_bad(json!({ "year": "+1962" }), "XXXX", &["date-not-understood"]);
    one_bad(json!({ "year": "" }), "XXXX", &["date-missing"]);
    one_bad(json!(null), "XXXX", &["date-missing"]);
    one_bad(json!({ "year": "2001", "month": "02", "day": "30" }), "2001-03-02", &["no-such-day"]);
    one_bad(json!({ "year": 1962.7 }), "1962", &[]);
    one_bad(json!("1962-10-16"), "1962-10-16", &[]);
    one_bad(json!({ "year": "-100000000000" }), "Y-20000000000", &["beyond-the-axis"]);
}

#[test]
fn the_words_for_a_date_are_kept() {
    let file = json!({ "events": [
        { "start_date": { "year": 1962, "month": 10 }, "display_date": "Autumn <b>1962</b>", "text": { "headline": "A" } },
        { "start_date": { "year": 1963, "display_date": "early <img src=x onerror=alert(1)>1963" }, "text": { "headline": "B" } },
        { "start_date": { "year": 1964, "display_date": "A" }, "end_date": { "year": 1965 }, "text": { "headline": "C" } },
    ]});
    let (imported, compiled, _) = imported(&file.to_string());
    let words: Vec<String> = compiled.document.content.events.iter().map(|event| event.date.plain()).collect();
    assert_eq!(words, ["Autumn 1962", "early 1963", "A – 1965"]);
    // A machine still reads the month.
    let datetime = compiled.document.content.events[0].date.parts[0].datetime.as_deref();
    assert_eq!(datetime, Some("1962-10"));
    assert!(imported.warnings.is_empty(), "{}", imported.warnings);
}

#[test]
fn eras_follow_one_another_and_what_is_cut_is_told() {
    let era = |from: i64, to: i64, label: &str| json!({ "start_date": { "year": from }, "end_date": { "year": to }, "text": { "headline": label } });
    let file = json!({
        "eras": [era(1987, 2024, "Third"), era(1950, 1987, "First"), era(2000, 2010, "Over"), era(2000, 2010, "Same")],
        "events": [{ "start_date": { "year": 1962 }, "text": { "headline": "A" } }],
    });
    let (imported, _, document) = imported(&file.to_string());
    let periods: Vec<&str> =
        document["timeline"]["eras"].as_array().unwrap().iter().map(|era| era["period"].as_str().unwrap()).collect();
    assert_eq!(periods, ["1950/1986", "1987/1999", "2000/2010"]);
    let codes: Vec<&str> = imported.warnings.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["era-shortened", "era-not-kept"]);
}

#[test]
fn groups_that_are_too_many_stand_in_the_texts() {
    let events: Vec<_> = (0..9).map(|number| json!({ "start_date": { "year": 1960 + number }, "group": format!("Group {number}"), "text": { "headline": "A" } })).collect();
    let (imported, _, document) = imported(&json!({ "events": events }).to_string());
    let limit = news_explainer::document::MAX_CATEGORIES;
    assert_eq!(document["timeline"]["categories"].as_array().map(Vec::len), Some(limit.min(9)));
    for (number, event) in document["timeline"]["events"].as_array().unwrap().iter().enumerate() {
        let is_kept = event["category"] == format!("group-{number}") || event["body"] == format!("*Group {number}*");
        assert!(is_kept, "{event}");
    }
    assert_eq!(imported.warnings.len(), usize::from(limit < 9));
}

#[test]
fn ids_are_kept_as_far_as_ids_go() {
    let event = |id: &str, headline: &str| json!({ "unique_id": id, "start_date": { "year": 1 }, "text": { "headline": headline } });
    let file =
        json!({ "events": [event("My Id", "a"), event("my-id", "b"), event("", "Été 1962"), event("", "朝鮮")] });
    let (_, _, document) = imported(&file.to_string());
    let ids: Vec<&str> =
        document["timeline"]["events"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["my-id", "my-id-2", "ete-1962", "event-4"]);
}

#[test]
fn dirt_of_real_files_does_not_matter() {
    let file = "\u{feff}{\r\n\"events\": [{\"start_date\": {\"year\": \"0033\", \"month\": \"04\", \"day\": \"03\"},\
                \"end_date\": {\"year\": \"\"}, \"media\": {}, \"text\": null, \"_private\": \"x\"}, 5, null]}\r\n";
    let (imported, compiled, document) = imported(file);
    assert_eq!(imported.events, 1);
    assert_eq!(compiled.document.content.events[0].date.plain(), "April 3, 33 CE");
    assert_eq!(document["timeline"]["events"][0]["title"], "0033-04-03");
    let codes: Vec<&str> = imported.warnings.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["headline-missing", "field-not-kept"]);
}

#[test]
fn nothing_is_left_out_in_silence() {
    let file = json!({ "options": { "lang": "de" }, "events": [{
        "start_date": { "year": 1962 }, "text": "Plain words", "media": "https://a.example/b.jpg", "background": { "url": null, "color": "#fff" },
    }, {
        "start_date": { "year": 1963 }, "text": { "headline": "A", "note": "x" }, "media": { "url": "", "thumbnail": "t.png" }, "autolink": false,
    }] });
    let (imported, _, document) = imported(&file.to_string());
    let told = imported.warnings.to_string();
    for name in ["options", "background", "text.note", "media.thumbnail"] {
        assert!(told.contains(&format!("found {name:?}")), "{name}\n{told}");
    }
    assert_eq!(document["timeline"]["events"][0]["title"], "Plain words");
    assert_eq!(document["timeline"]["events"][0]["body"], "Plain words");
    let card = json!({ "link": "https://a.example/b.jpg", "title": "a.example" });
    assert_eq!(document["timeline"]["events"][0]["media"], card);
}

#[test]
fn what_is_shown_beside_an_event_becomes_a_card_with_all_its_words() {
    let beside = |media: Value| {
        let file = json!({ "title": { "text": { "headline": "T" }, "media": media.clone() },
            "events": [{ "start_date": { "year": 1962 }, "text": { "headline": "H" }, "media": media }] });
        let (_, compiled, document) = imported(&file.to_string());
        let shown = compiled.document.content.events[0].card.is_some();
        assert_eq!(shown, document["timeline"]["events"][0]["media"].is_object());
        (document["timeline"]["events"][0].clone(), document["lead"].clone())
    };
    let (event, lead) = beside(json!({ "url": "//film.example/1", "title": "A film", "alt": "A man <b>dances</b>",
        "caption": "<p>In the <em>rain</em></p><ul><li>twice</li></ul>", "credit": "Archive", "link": "https://more.example/" }));
    assert_eq!(
        event["media"],
        json!({ "link": "https://film.example/1", "title": "A film",
        "caption": "In the *rain* · A man **dances** · [more.example](<https://more.example/>)", "credit": "Archive" })
    );
    assert_eq!(event["body"], "- twice");
    assert!(lead.as_str().is_some_and(|lead| lead.contains("[film.example](<https://film.example/1>)")), "{lead}");
    // A credit with a link is no plain line.
    let (event, _) =
        beside(json!({ "url": "https://film.example/1", "credit": "<a href='https://a.example/'>Archive</a>" }));
    assert_eq!(event["media"]["caption"], "[Archive](<https://a.example/>)");
    assert_eq!(event["media"]["credit"], Value::Null);
    // What is no address of the web is told in words.
    let (event, _) = beside(json!({ "url": "<blockquote>Words</blockquote>", "caption": "C" }));
    assert_eq!((&event["media"], &event["body"]), (&Value::Null, &json!("> Words\n\nC")));
    let (event, _) = beside(json!({ "url": "javascript:alert(1)", "caption": "C" }));
    assert_eq!((&event["media"], &event["body"]), (&Value::Null, &json!("C")));
}

#[test]
fn a_file_of_version_2_may_be_a_script() {
    let (_, _, document) = imported(
        "storyjs_jsonp_data = \n{\"timeline\": {\"headline\": \"H\", \"date\": [{\"startDate\": \"1963,8,9\", \"headline\": \"A\"}]}};\n",
    );
    assert_eq!(document["timeline"]["events"][0]["date"], "1963-08-09");
    broken("storyjs_jsonp_data = {\n\"timeline\": 5,}", &["json-syntax 2:15"]);
}
