//! Sheets, TimelineJS's and ours.

use news_explainer::author::import;
use serde_json::{Value, json};

use crate::{codes, imported};

#[test]
fn timelinejs_s_sheet_is_imported() {
    let sheet = "year,Month,DAY,Time,End Year,End Month,End Day,Headline,Text,Media,Media Caption,Type,Group\r\n\
                 ,,,,,,,A bridge,\"Seventy <b>years</b>\r\nof it\",,,title,\r\n\
                 \"1,952\",6,14,,,,,Opens,,youtu.be/x,\"A \"\"film\"\"\",,Works\r\n\
                 1987,10,16,3:30 PM,,,,Flood,,,,,\r\n\
                 1950,,,,1987,,,Old,,,,era,\r\n";
    let (imported, _, document) = imported(sheet);
    assert_eq!(codes(&imported.warnings), ["media-as-link 4:1"]);
    assert_eq!(document["title"], "A bridge");
    assert_eq!(document["lead"], "Seventy **years** of it");
    let events = &document["timeline"]["events"];
    assert_eq!(events[0]["date"], "1952-06-14");
    let card = json!({ "link": "https://youtu.be/x", "title": "youtu.be", "caption": "A \"film\"" });
    assert_eq!((&events[0]["media"], &events[0]["body"]), (&card, &Value::Null));
    assert_eq!(events[0]["category"], "works");
    assert_eq!(events[1]["date"], "1987-10-16T15:30:00");
    assert_eq!(document["timeline"]["eras"], json!([{ "id": "old", "label": "Old", "period": "1950/1987" }]));
}

#[test]
fn cells_pasted_from_a_spreadsheet_are_imported() {
    let (_, _, document) = imported("Start Date\tEnd Date\tHeadline\n1/2/1962\t\tA\n16.10.1962\t3/1963\tB\n");
    assert_eq!(document["timeline"]["events"][0]["date"], "1962-01-02");
    assert_eq!(document["timeline"]["events"][1]["date"], "1962-10-16/1963-03");
}

#[test]
fn an_ambiguous_date_is_told_where_it_stands() {
    let (imported, ..) = imported("Start Date,Headline\n13/2/1962,A\n1/2/1962,B\n1962-01-02,C\n");
    assert_eq!(codes(&imported.warnings), ["ambiguous-date 3:1"]);
    let words = imported.warnings.to_string();
    assert!(words.contains("1962-01-02, month first; if 1962-02-01 was meant, import with --day-first"), "{words}");
}

#[test]
fn our_sheet_is_imported() {
    let sheet = "type,date,end,title,body,category,status,source,source2,claim1_by,claim1_says,claim1_source,claim2_by,claim2_stance,claim2_says\n\
                 title,,,A bridge,It *stood*.,,,,,,,,,,\n\
                 era,1950,1986,Old,,,,,,,,,,,\n\
                 ,1952-06-14,,Opens,,The Works,,News | Opening | https://news.example/a | 1952,,,,,,,\n\
                 ,1987,1988,Flood,,The Works,Alleged,https://a.example/b,News | Opening | https://news.example/a | 1952,Town,It was old.,https://a.example/b,Builder,denies,It was new.\n\
                 question,,,Why?,Because.,,,,,,,,,,\n\
                 section,,,How,So.,,,,,,,,,,\n\
                 term,,,Pier,A leg.,,,,,,,,,,\n";
    let (imported, _, document) = imported(sheet);
    assert_eq!(codes(&imported.warnings), [""; 0], "{}", imported.warnings);
    assert_eq!((document["title"].as_str(), document["lead"].as_str()), (Some("A bridge"), Some("It *stood*.")));
    assert_eq!(
        document["sources"][0],
        json!({ "id": "news-1952", "publisher": "News", "title": "Opening", "date": "1952", "url": "https://news.example/a" })
    );
    let flood = &document["timeline"]["events"][1];
    assert_eq!(flood["date"], "1987/1988");
    assert_eq!((flood["status"].as_str(), flood["category"].as_str()), (Some("alleged"), Some("the-works")));
    assert_eq!(flood["sources"], json!(["a-example", "news-1952"]));
    assert_eq!(
        flood["claims"][0],
        json!({ "by": "Town", "stance": "asserts", "says": "It was old.", "sources": ["a-example"] })
    );
    assert_eq!(flood["claims"][1]["stance"], "denies");
    assert_eq!(document["faq"][0]["answer"], "Because.");
    assert_eq!(document["glossary"][0]["term"], "Pier");
    assert_eq!(document["sections"][0]["heading"], "How");
}

#[test]
fn what_is_wrong_in_a_sheet_is_told_by_its_line() {
    let (imported, ..) = imported("date,title,staus,status\nsoon,A,x,\n1962,,,confimed\n,C,,\n");
    let expected = [
        "unknown-column 2:1",
        "date-not-understood 2:1",
        "headline-missing 3:1",
        "unknown-value 3:8",
        "date-missing 4:1",
    ];
    assert_eq!(codes(&imported.warnings), expected, "{}", imported.warnings);
}

#[test]
fn a_workbook_is_imported_as_it_is_saved() {
    let csv = import::workbook(include_bytes!("../corpora/sheets/bridge.xlsx")).expect("a workbook");
    let (imported, _, document) = imported(&csv);
    let events = document["timeline"]["events"].as_array().expect("events");
    let dates: Vec<&str> = events.iter().map(|event| event["date"].as_str().expect("a date")).collect();
    assert_eq!(dates, ["1952", "1987-10-13", "1987-10/1989", "XXXX"]);
    assert_eq!(events[0]["body"], "Two lines,\n\nin \"one\" cell");
    assert_eq!(codes(&imported.warnings), ["date-not-understood 5:1"], "the line is the sheet's row");
    assert!(import::workbook(b"PK\x03\x04").is_err());
}
