//! What Markdown becomes.

use news_explainer::author;
use news_explainer::document::{Block, Blocks, Citation, Document, Inline, Link};
use serde_json::json;

use crate::support::{compiled, diagnostics, document};

/// A text as a small notation: `<p>…`, with links as `[words→target]` and references as `^1.2`.
fn notation(document: &Document, blocks: &[Block]) -> String {
    let inlines = |all: &[Inline]| run(document, all);
    let item = |item: &Blocks| format!("<li>{}</li>", notation(document, item));
    let items = |items: &[Blocks]| items.iter().map(item).collect::<String>();
    let one = |block: &Block| match block {
        Block::Paragraph(all) => format!("<p>{}</p>", inlines(all)),
        Block::Bullets(all) => format!("<ul>{}</ul>", items(all)),
        Block::Numbers(all) => format!("<ol>{}</ol>", items(all)),
        Block::Quote(inner) => format!("<q>{}</q>", notation(document, inner)),
    };
    blocks.iter().map(one).collect()
}

/// The same of a run of text.
fn run(document: &Document, all: &[Inline]) -> String {
    let inlines = |all: &[Inline]| run(document, all);
    let one = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Emphasis(inner) => format!("<em>{}</em>", inlines(inner)),
        Inline::Strong(inner) => format!("<b>{}</b>", inlines(inner)),
        Inline::Link((Link::Web(target), inner)) => format!("[{}→{}]", inlines(inner), target.as_str()),
        Inline::Link((Link::Here(part), inner)) => format!("[{}→#{}]", inlines(inner), document.id_of(*part)),
        Inline::Cite(Citation(source, nth)) => format!("^{}.{nth}", source.0 + 1),
    };
    all.iter().map(one).collect()
}

fn lead(markdown: &str) -> String {
    let source = |id: &str| json!({ "id": id, "publisher": "P", "title": "S" });
    let faq = [json!({ "id": "why", "question": "Q", "answer": "A" })];
    let sources = ["s", "t-2"].map(source);
    document(json!({ "lead": markdown, "faq": faq, "sources": sources }))
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    let document = compiled(&lead(markdown)).document;
    assert_eq!(notation(&document, &document.content.lead), expected, "{markdown:?}");
}

#[test]
fn paragraphs_and_emphasis() {
    check("One\ntwo.\n\nThree.", "<p>One two.</p><p>Three.</p>");
    check("*a **b** c* __d__", "<p><em>a <b>b</b> c</em> <b>d</b></p>");
    check("2 * 3 * 4, snake_case_word, C:\\\\x", "<p>2 * 3 * 4, snake_case_word, C:\\x</p>");
}

#[test]
fn emphasis_is_seen_beside_the_punctuation_of_scripts_without_spaces() {
    check("次は**「本番」**だ。", "<p>次は<b>「本番」</b>だ。</p>");
    check("**危険。**近づくな。", "<p><b>危険。</b>近づくな。</p>");
    check("这是**“新桥”**工程，*（暂定）*完工。", "<p>这是<b>“新桥”</b>工程，<em>（暂定）</em>完工。</p>");
    check("**시장(남쪽)**은 **‘임대’**로", "<p><b>시장(남쪽)</b>은 <b>‘임대’</b>로</p>");
    check("ตลาด**“เก่า”**ปิด", "<p>ตลาด<b>“เก่า”</b>ปิด</p>");
    check("**「甲」**[^s]と*[『乙』](#why)*を", "<p><b>「甲」</b>^1.1と<em>[『乙』→#why]</em>を</p>");
    check("\\*\\*「甲」\\*\\*乙", "<p>**「甲」**乙</p>");
    check(
        "[**「甲」**乙](https://example.org/「*」の)",
        "<p>[<b>「甲」</b>乙→https://example.org/%E3%80%8C*%E3%80%8D%E3%81%AE]</p>",
    );
}

#[test]
fn asterisks_that_would_be_printed_are_told() {
    let said = diagnostics(&lead("It is **very **bad and **(so)**called."));
    let told = said.lines().filter(|line| line.starts_with("warning[broken-emphasis]")).count();
    assert!(told >= 1, "{said}");
    assert_eq!(diagnostics(&lead("2 ** 3 is 8.")).matches("broken-emphasis").count(), 0);
    assert_eq!(diagnostics(&lead("It is **very** \\*\\*bad.")).matches("broken-emphasis").count(), 0);
}

#[test]
fn text_stays_as_it_is_typed() {
    check("“Quotes” -- and... 'so' $5 ~5 ~~x~~", "<p>“Quotes” -- and... 'so' $5 ~5 ~~x~~</p>");
    check("AT&amp;T &lt; 5 < 6 & 7 > 6", "<p>AT&T < 5 < 6 & 7 > 6</p>");
    check("[sic] and [x][y] and \\[^s] and \\*so\\*", "<p>[sic] and [x][y] and [^s] and *so*</p>");
}

#[test]
fn lists_tight_and_loose_and_nested() {
    check("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    check("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    check(
        "- a *b*\n  1. c\n  2. d\n- e",
        "<ul><li><p>a <em>b</em></p><ol><li><p>c</p></li><li><p>d</p></li></ol></li><li><p>e</p></li></ul>",
    );
    check("> a\n>\n> > b", "<q><p>a</p><q><p>b</p></q></q>");
}

#[test]
fn links_and_references() {
    check("[*a* b](https://example.org/?x=1&y=2)", "<p>[<em>a</em> b→https://example.org/?x=1&y=2]</p>");
    check(
        "<https://example.org> <desk@example.org>",
        "<p>[https://example.org→https://example.org/] [desk@example.org→mailto:desk@example.org]</p>",
    );
    check("[a](#why) [b](#s)", "<p>[a→#why] [b→#s]</p>");
    check("a[^t-2][^s] b![^s]", "<p>a^1.1^2.1 b!^2.2</p>");
    check("- a[^s]\n> b[^s]", "<ul><li><p>a^1.1</p></li></ul><q><p>b^1.2</p></q>");
    check("*a[^s]* **b[^s]**", "<p><em>a^1.1</em> <b>b^1.2</b></p>");
}

#[test]
fn places_within_a_text_are_places_in_the_file() {
    let source = lead("é \"x\"\n\n\u{1f600} `code`");
    let found = author::compile(&source).expect_err("code is refused");
    let found = found.iter().next().expect("a diagnostic");
    assert_eq!(&source[found.span.start..found.span.end], "`code`");
    assert_eq!(found.column, source[..found.span.start].chars().count() + 1);
    assert_eq!(found.path, "lead");
}

#[test]
fn bombs_are_refused_quickly() {
    let bombs = [
        "> ".repeat(60_000) + "x",
        "- ".repeat(20_000) + "x",
        "*".repeat(60_000) + "x",
        "*a **b ".repeat(20_000),
        "[".repeat(60_000),
        "[^".repeat(60_000),
        "<b>".repeat(60_000),
        "![".repeat(60_000),
        "a[^s]".repeat(20_000),
        "x".repeat(1 << 20),
    ];
    for bomb in bombs {
        let start = std::time::Instant::now();
        let found = diagnostics(&lead(&bomb));
        // Generous: a debug build on a busy machine.
        assert!(start.elapsed().as_secs() < 20, "{:?}: {:?}", &bomb[..10], start.elapsed());
        drop(found);
    }
}
