//! The small Markdown of the text fields: paragraphs, emphasis, strong, links, lists, quotes, `[text](#id)` and
//! `[^source-id]`. Anything else is reported where it stands.
//!
//! References to sources are the parser's older footnote syntax, in which a reference needs no definition: the
//! definitions are the document's sources.

mod cjk;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};

use super::ids::Names;
use super::json::{Text, quote};
use super::links;
use super::report::{Finding, Report};
use super::sources::Sources;
use crate::document::{Block, Blocks, Inline, Inlines, Link, Part};

/// Deeper nesting than this is nobody's prose. A list in a list counts as four.
const MAX_NESTING: usize = 16;

/// What is needed to resolve what a text points to.
pub struct Context<'c, 'd, 's> {
    /// Where findings go.
    pub report: &'c Report,
    /// What links may point to.
    pub names: &'c Names,
    /// What references may point to.
    pub sources: &'c mut Sources<'d, 's>,
}

/// A text of any number of blocks.
pub fn blocks(ctx: &mut Context<'_, '_, '_>, text: &Text<'_>) -> Blocks {
    if text.is_empty() {
        return Blocks::default();
    }
    // Tables are switched on to be found and refused; without that they would be printed as they are typed.
    let options = Options::ENABLE_OLD_FOOTNOTES | Options::ENABLE_TABLES;
    let disguised = cjk::disguised(&text.value);
    let parser = Parser::new_ext(disguised.as_deref().unwrap_or(&text.value), options);
    let findings = ctx.report.len();
    let definitions: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    let disguised = disguised.as_deref();
    let open = vec![Frame::new(Kind::Root)];
    let mut builder = Builder { ctx, text, disguised, open, skipping: 0, settled: Vec::new(), asterisk: None };
    for span in definitions {
        builder.refuse(span, "a link definition", "write the address with the link, as in [text](https://…)");
    }
    for (event, range) in parser.into_offset_iter() {
        builder.event(event, range);
    }
    let blocks = builder.finish();
    if !blocks.iter().any(is_readable) && ctx.report.len() == findings {
        ctx.report.push(
            Finding::error("empty-text", text.span())
                .expected("a text with words in it")
                .found(format!("{}, which is none when printed", quote(&text.value))),
        );
    }
    blocks
}

fn is_readable(block: &Block) -> bool {
    match block {
        Block::Paragraph(inlines) => !inlines.is_empty(),
        Block::Bullets(items) | Block::Numbers(items) => items.iter().any(|item| item.iter().any(is_readable)),
        Block::Quote(blocks) => blocks.iter().any(is_readable),
    }
}

/// A text of one paragraph.
pub fn inlines(ctx: &mut Context<'_, '_, '_>, text: &Text<'_>) -> Inlines {
    match &*blocks(ctx, text) {
        [] => Inlines::default(),
        [Block::Paragraph(inlines)] => inlines.clone(),
        _ => {
            ctx.report.push(
                Finding::error("not-one-paragraph", text.span())
                    .expected("a single paragraph")
                    .found("more than one, a list or a quote"),
            );
            Inlines::default()
        }
    }
}

/// What is being built, from the whole text inwards.
struct Builder<'b, 'c, 'd, 's, 't> {
    ctx: &'b mut Context<'c, 'd, 's>,
    text: &'b Text<'t>,
    /// The text as it was parsed, where that is another: see [`cjk`].
    disguised: Option<&'b str>,
    open: Vec<Frame>,
    /// How many elements that are refused are open; their contents are passed over.
    skipping: usize,
    /// Where links stand, and what has been refused.
    settled: Vec<Range<usize>>,
    /// Where an asterisk that is printed ends, if the last characters were one.
    asterisk: Option<usize>,
}

struct Frame {
    kind: Kind,
    items: Vec<Blocks>,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
}

enum Kind {
    Root,
    Paragraph,
    Quote,
    Bullets,
    Numbers,
    Item,
    Emphasis,
    Strong,
    /// `None` where the target was refused.
    Link(Option<Link>, Range<usize>),
}

impl Frame {
    fn new(kind: Kind) -> Frame {
        Frame { kind, items: Vec::new(), blocks: Vec::new(), inlines: Vec::new() }
    }

    /// Makes a paragraph of loose inlines: items of a tight list have no paragraphs of their own.
    fn settle(&mut self) {
        if !self.inlines.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.inlines).into()));
        }
    }

    fn block(&mut self, block: Block) {
        self.settle();
        self.blocks.push(block);
    }

    fn text(&mut self, more: &str) {
        match self.inlines.last_mut() {
            Some(Inline::Text(text)) => text.push_str(more),
            _ => self.inlines.push(Inline::Text(more.to_owned())),
        }
    }
}

impl Builder<'_, '_, '_, '_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if self.skipping > 0 {
            match event {
                Event::Start(_) => self.skipping += 1,
                Event::End(_) => self.skipping -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(),
            Event::Text(text) => self.characters(&text, range),
            Event::SoftBreak => self.top().text(" "),
            Event::FootnoteReference(id) => {
                let (text, disguised) = (self.text, self.disguised);
                self.cite(cjk::undisguised(&text.value, disguised, &range, &id), range);
            }
            Event::HardBreak => {
                self.refuse(
                    range,
                    "a hard line break",
                    "remove the spaces or backslash before it, or begin a paragraph",
                );
            }
            Event::Code(_) => self.refuse(range, "code", "remove the backticks"),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse(range, "HTML", "write a < that is meant as text as \\<");
            }
            Event::Rule => self.refuse(range, "a horizontal rule", "remove it"),
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {
                self.refuse(range, "an extension of Markdown", "remove it");
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Paragraph => Ok(Kind::Paragraph),
            Tag::BlockQuote(_) => Ok(Kind::Quote),
            Tag::List(None) => Ok(Kind::Bullets),
            Tag::List(Some(first)) => {
                if first != 1 {
                    self.report_start(first, range.clone());
                }
                Ok(Kind::Numbers)
            }
            Tag::Item => Ok(Kind::Item),
            Tag::Emphasis => Ok(Kind::Emphasis),
            Tag::Strong => Ok(Kind::Strong),
            Tag::Link { link_type, dest_url, title, .. } => {
                let (text, disguised) = (self.text, self.disguised);
                let dest_url = cjk::undisguised(&text.value, disguised, &range, &dest_url);
                self.settled.push(range.clone());
                if !title.is_empty() {
                    self.report_title(&title, range.clone());
                }
                Ok(Kind::Link(self.link(link_type, dest_url, range.clone()), range.clone()))
            }
            Tag::Heading { .. } => Err(("a heading", "make it a section, or a paragraph in strong type")),
            Tag::CodeBlock(_) => {
                Err(("a block of code", "remove the fence, or the spaces at the beginning of the line"))
            }
            Tag::HtmlBlock => Err(("HTML", "write a < that is meant as text as \\<")),
            Tag::Image { .. } => Err(("a picture", "give an event a picture with \"media\"")),
            Tag::FootnoteDefinition(_) => Err(("a footnote", "add a source to \"sources\" instead")),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => Err(("a table", "make it a list")),
            _ => Err(("an extension of Markdown", "remove it")),
        };
        match kind {
            Ok(_) if self.open.len() > MAX_NESTING => {
                self.report_nesting(range);
                self.skipping = 1;
            }
            Ok(kind) => self.open.push(Frame::new(kind)),
            Err((found, help)) => {
                self.refuse(range, found, help);
                self.skipping = 1;
            }
        }
    }

    fn end(&mut self) {
        // The root is never closed: every end has its beginning.
        if self.open.len() < 2 {
            return;
        }
        let Some(mut frame) = self.open.pop() else { return };
        match frame.kind {
            Kind::Root => {}
            Kind::Paragraph => self.top().block(Block::Paragraph(frame.inlines.into())),
            Kind::Quote => {
                frame.settle();
                self.top().block(Block::Quote(frame.blocks.into()));
            }
            Kind::Bullets => self.top().block(Block::Bullets(frame.items)),
            Kind::Numbers => self.top().block(Block::Numbers(frame.items)),
            Kind::Item => {
                frame.settle();
                self.top().items.push(frame.blocks.into());
            }
            Kind::Emphasis => self.top().inlines.push(Inline::Emphasis(frame.inlines.into())),
            Kind::Strong => self.top().inlines.push(Inline::Strong(frame.inlines.into())),
            Kind::Link(link, range) => {
                if frame.inlines.is_empty() {
                    self.report_empty_link(range);
                }
                if let Some(link) = link {
                    self.top().inlines.push(Inline::Link((link, frame.inlines.into())));
                }
            }
        }
    }

    fn top(&mut self) -> &mut Frame {
        if self.open.is_empty() {
            self.open.push(Frame::new(Kind::Root));
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    /// Plain characters. An entity such as `&#7;` may stand for one that cannot be read.
    fn characters(&mut self, text: &str, range: Range<usize>) {
        let (whole, disguised) = (self.text, self.disguised);
        let text = cjk::undisguised(&whole.value, disguised, &range, text);
        let control = text.chars().find(|character| character.is_control() && !matches!(character, '\t' | '\n' | '\r'));
        if let Some(control) = control
            && self.text.value.get(range.clone()).is_some_and(|written| written != text)
        {
            self.ctx.report.push(
                Finding::error("control-character", self.text.span_of(range.clone()))
                    .expected("text without control characters")
                    .found(format!("the character U+{:04X}", u32::from(control)))
                    .help("remove it".to_owned()),
            );
        }
        // The parser gives asterisks one by one; an escaped one does not stand next to another.
        let is_next = text.starts_with('*') && self.asterisk == Some(range.start);
        if is_next {
            self.report_asterisks(range.start - 1..range.start + 1);
        }
        self.asterisk = (text.ends_with('*') && !is_next).then_some(range.end);
        self.top().text(text);
    }

    /// Asterisks that are printed. Two may well be meant as they are; that is why it is no error.
    fn report_asterisks(&mut self, range: Range<usize>) {
        self.ctx.report.push(
            Finding::warning("broken-emphasis", self.text.span_of(range))
                .expected("** before and after words that are to be strong")
                .found("asterisks that are printed as they are typed")
                .help(
                    "let no space stand within them, and a space or punctuation outside; write \\*\\* if they are meant"
                        .to_owned(),
                ),
        );
    }

    fn cite(&mut self, id: &str, range: Range<usize>) {
        match self.ctx.sources.cite(id) {
            Some(citation) => self.top().inlines.push(Inline::Cite(citation)),
            None => self.ctx.names.unknown_source(self.ctx.report, id, self.text.span_of(range)),
        }
    }

    fn link(&mut self, link_type: LinkType, target: &str, range: Range<usize>) -> Option<Link> {
        let span = self.text.span_of(range);
        if let Some(id) = target.strip_prefix('#') {
            // An event whose date could not be read has no number; that has been reported.
            let is_known = self.ctx.names.check_target(self.ctx.report, id, span);
            let part = self.ctx.names.part(id).or_else(|| self.ctx.sources.number(id).map(Part::Source));
            return part.filter(|_| is_known).map(Link::Here);
        }
        let target = if link_type == LinkType::Email { format!("mailto:{target}") } else { target.to_owned() };
        match links::web(&target) {
            Ok(address) => address.try_into().ok().map(Link::Web),
            Err(refusal) => {
                self.ctx.report.push(
                    Finding::error(refusal.code, span)
                        .expected(links::EXPECTED)
                        .found(format!("{}, {}", quote(&target), refusal.found))
                        .help(refusal.help),
                );
                None
            }
        }
    }

    fn refuse(&mut self, range: Range<usize>, found: &str, help: &str) {
        self.settled.push(range.clone());
        self.ctx.report.push(
            Finding::error("markdown-not-allowed", self.text.span_of(range))
                .expected("paragraphs, emphasis, strong, links, lists and quotes")
                .found(found)
                .help(help.to_owned()),
        );
    }

    fn report_start(&mut self, first: u64, range: Range<usize>) {
        self.ctx.report.push(
            Finding::error("list-start", self.text.span_of(range))
                .expected("a numbered list that begins with 1")
                .found(format!("one that begins with {first}"))
                .help(format!("number it from 1, or write {first}\\. if no list is meant")),
        );
    }

    fn report_title(&mut self, title: &str, range: Range<usize>) {
        self.ctx.report.push(
            Finding::error("markdown-not-allowed", self.text.span_of(range))
                .expected("a link without a title")
                .found(format!("the title {}", quote(title)))
                .help("say it in the text".to_owned()),
        );
    }

    fn report_empty_link(&mut self, range: Range<usize>) {
        self.ctx.report.push(
            Finding::error("empty-link", self.text.span_of(range))
                .expected("words between the brackets of a link")
                .found("none")
                .help("say where the link leads".to_owned()),
        );
    }

    fn report_nesting(&mut self, range: Range<usize>) {
        self.ctx.report.push(
            Finding::error("nesting-too-deep", self.text.span_of(range))
                .expected("lists, quotes and emphasis that are not nested this deep")
                .found(format!("more than {MAX_NESTING} levels"))
                .help("make it simpler".to_owned()),
        );
    }

    /// Reports what looks like a link and is none: an address with a space in it, a reference among the words.
    fn report_broken_links(&mut self) {
        self.settled.sort_by_key(|range| range.start);
        let mut settled = self.settled.iter().peekable();
        // Ranges lie within one another or apart, so that the furthest end tells whether any of them is still open.
        let mut settled_to = 0;
        for (at, joint) in self.text.value.match_indices("](") {
            while let Some(range) = settled.next_if(|range| range.start <= at) {
                settled_to = settled_to.max(range.end);
            }
            if at < settled_to || self.text.value[..at].ends_with('\\') {
                continue;
            }
            self.ctx.report.push(
                Finding::error("broken-link", self.text.span_of(at..at + joint.len()))
                    .expected("a whole link, as in [text](https://…)")
                    .found("one that would be printed as it is typed")
                    .help(
                        "write its address without spaces, and [^…] after it; write \\]( if no link is meant"
                            .to_owned(),
                    ),
            );
        }
    }

    fn finish(mut self) -> Blocks {
        self.report_broken_links();
        let Some(mut root) = self.open.drain(..).next() else { return Blocks::default() };
        root.settle();
        root.blocks.into()
    }
}
