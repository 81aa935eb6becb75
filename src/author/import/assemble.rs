//! Slides as a document of ours: every word of them finds a place, and what finds none is told.

use std::collections::BTreeMap;

use super::Options;
use super::draft::{self, Card, Draft, Event};
use super::eras;
use super::groups::Groups;
use super::html;
use super::markdown::{self, Block, Inline};
use super::media;
use super::slide::{Media, Slide, Slides};
use super::slug::Ids;
use super::when::{UNKNOWN, When, edtf_year, when};
use crate::author::NOWHERE;
use crate::author::dates;
use crate::author::diagnostic::Span;
use crate::author::json::quote;
use crate::author::links;
use crate::author::report::{Finding, Report};

/// The longest title that is made of a text.
const LONGEST_TITLE: usize = 80;

/// A document from slides.
pub fn assemble(report: &Report, slides: &Slides, options: &Options) -> Draft {
    let mut seams = Seams { report, tally: Tally::default(), english: options.is_english() };
    let title = slides.title.as_ref().map(|slide| html::to_line(&slide.headline)).filter(|title| !title.is_empty());
    let mut draft = options.draft(title.as_deref());
    if let Some(slide) = &slides.title {
        draft.lead = seams.lead(slide);
        seams.title_has_no_date(slide);
    }
    for name in &slides.left_over {
        seams.tally.add("field-not-kept", quote(name), NOWHERE);
    }
    let mut ids = Ids::default();
    ids.take(&draft.id, "timeline");
    let groups = Groups::collect(report, &slides.events);
    let whens: Vec<When> = slides.events.iter().map(|slide| seams.when(slide)).collect();
    for (number, (slide, when)) in (1..).zip(slides.events.iter().zip(&whens)) {
        let title = seams.headline(slide, when);
        let (mut body, card) = seams.event(slide);
        let category = slide.group.as_ref().and_then(|group| groups.category(&html::to_line(group)));
        if category.is_none()
            && let Some(group) =
                slide.group.as_ref().map(|group| html::to_line(group)).filter(|group| !group.is_empty())
        {
            let paragraph = markdown::paragraph(&[Inline::Emphasis(vec![Inline::Text(group)])]);
            body = [paragraph, body].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("\n\n");
        }
        draft.timeline.events.push(Event {
            id: ids.take(slide.id.as_deref().unwrap_or(&title), &format!("event-{number}")),
            date: when.edtf.clone(),
            display_date: when.display.clone(),
            title,
            body,
            category,
            media: card.map(draft::Media::Elsewhere),
            ..Event::default()
        });
    }
    draft.timeline.categories = groups.into_categories();
    draft.timeline.eras = eras::eras(report, &slides.eras, seams.english);
    draft.timeline.window = window(&whens);
    seams.tally.report(report);
    draft
}

/// The years that are shown first, where events without a date would have the axis reach over all of history.
fn window(whens: &[When]) -> Option<String> {
    whens.iter().any(|when| when.edtf == UNKNOWN).then_some(())?;
    let known = whens.iter().filter_map(When::bounds).reduce(dates::union)?;
    let [from, to] = [known.earliest, known.latest].map(|day| edtf_year(day.civil().year));
    Some(if from == to { from } else { format!("{from}/{to}") })
}

/// What is said while slides are read.
struct Seams<'r> {
    report: &'r Report,
    tally: Tally,
    english: bool,
}

impl Seams<'_> {
    fn when(&mut self, slide: &Slide) -> When {
        when(self.report, slide.start.as_ref(), slide.end.as_ref(), slide.display.as_deref(), self.english, slide.span)
    }

    fn title_has_no_date(&mut self, slide: &Slide) {
        if let Some(display) = slide.display.as_deref().map(html::to_line).filter(|display| !display.is_empty()) {
            self.report.push(
                Finding::warning("title-date-not-kept", slide.span)
                    .expected("a title without a date")
                    .found(quote(&display))
                    .help("say it in \"standfirst\" if readers need it".to_owned()),
            );
        }
    }

    /// The headline; without one the beginning of the text, or what else there is.
    fn headline(&mut self, slide: &Slide, when: &When) -> String {
        let headline = html::to_line(&slide.headline);
        if !headline.is_empty() {
            return headline;
        }
        let media = slide.media.as_ref();
        let words = [&slide.text, media.map_or(&slide.text, |media| &media.caption)].map(|html| html::to_line(html));
        let words = words.into_iter().find(|words| !words.is_empty()).map(|words| shortened(&words));
        let title = words.unwrap_or_else(|| when.display.clone().unwrap_or_else(|| when.edtf.clone()));
        self.report.push(
            Finding::warning("headline-missing", slide.span)
                .expected("a headline")
                .found(format!("none; it is imported as {}", quote(&title)))
                .help("give the event a title".to_owned()),
        );
        title
    }

    /// The title slide's text, with what is shown beside it as a paragraph at its end: an article's opening has no card.
    fn lead(&mut self, slide: &Slide) -> String {
        let shown = slide.media.as_ref().map(|media| {
            self.address(media, slide.span);
            media::in_text(media)
        });
        self.body(slide, shown.unwrap_or_default())
    }

    /// An event's text, and the card beside it. What can be no card is in the text.
    fn event(&mut self, slide: &Slide) -> (String, Option<Card>) {
        let Some(media) = &slide.media else { return (self.body(slide, Vec::new()), None) };
        match self.address(media, slide.span).filter(|target| links::page(target).is_ok()) {
            Some(target) => {
                let (card, rest) = media::card(media, &target);
                (self.body(slide, rest), Some(card))
            }
            None => (self.body(slide, media::in_text(media)), None),
        }
    }

    fn body(&mut self, slide: &Slide, shown_beside: Vec<Block>) -> String {
        for name in &slide.left_over {
            self.tally.add("field-not-kept", quote(name), slide.span);
        }
        let mut shown = html::read(&slide.text);
        shown.blocks.extend(shown_beside);
        for lost in &shown.lost {
            self.tally.add("html-not-kept", lost.clone(), slide.span);
        }
        markdown::write(&shown.blocks)
    }

    /// The address of what is shown beside a text; one that leads nowhere is told.
    fn address(&mut self, media: &Media, span: Span) -> Option<String> {
        let url = media.url.trim();
        let target = media::target(media);
        match &target {
            Some(target) => self.tally.add(LINKS, html::host(target), span),
            None if url.is_empty() || url.starts_with('<') => {}
            None => self.tally.add("media-not-kept", format!("the address {}", quote(url)), span),
        }
        target
    }
}

/// The beginning of a text: its first sentence, if it is short.
fn shortened(words: &str) -> String {
    let sentence = words.find(". ").map_or(words, |end| &words[..end]);
    let sentence = Some(sentence.trim_end_matches(['.', ' '])).filter(|sentence| !sentence.is_empty()).unwrap_or(words);
    if sentence.chars().count() <= LONGEST_TITLE {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(LONGEST_TITLE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// What is so in many slides is told once.
#[derive(Default)]
struct Tally(BTreeMap<(&'static str, String), (Span, usize)>);

impl Tally {
    fn add(&mut self, code: &'static str, what: String, span: Span) {
        self.0.entry((code, what)).or_insert((span, 0)).1 += 1;
    }

    fn report(self, report: &Report) {
        let (links, others): (Vec<_>, Vec<_>) = self.0.into_iter().partition(|((code, _), _)| *code == LINKS);
        for ((code, what), (span, times)) in others {
            let times = if times == 1 { String::new() } else { format!(", {times} times") };
            let (expected, help) = match code {
                "media-not-kept" => ("the web address of a picture or film", "give the whole address, if it matters"),
                "field-not-kept" => {
                    ("fields that a document has a place for", "say it in the event’s text, if it matters")
                }
                _ => ("the HTML that texts can have", "its words are kept, if it has any; see whether they read well"),
            };
            let found = format!("{what}{times}");
            report.push(Finding::warning(code, span).expected(expected).found(found).help(help.to_owned()));
        }
        if let Some(span) = links.iter().map(|(_, (span, _))| *span).min() {
            let count: usize = links.iter().map(|(_, (_, times))| times).sum();
            let mut hosts: Vec<&str> = links.iter().map(|((_, host), _)| host.as_str()).take(LISTED).collect();
            let more = format!("{} more places", links.len() - hosts.len());
            if links.len() > LISTED {
                hosts.push(&more);
            }
            let found = format!("{count} addresses, which are links now: {}", hosts.join(", "));
            let help = "for a picture of yours, put its file beside the document and name it in \"media\"";
            let finding = Finding::warning(LINKS, span).expected("pictures and films of your own").found(found);
            report.push(finding.help(help.to_owned()));
        }
    }
}

/// Media that became links: told in one finding for all.
const LINKS: &str = "media-as-link";
/// More hosts than these are counted only.
const LISTED: usize = 8;
