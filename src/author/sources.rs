//! Numbers sources and the references to them, in the order in which they are printed.

use std::collections::{HashMap, HashSet};

use super::format;
use super::ids::Names;
use super::json::{Text, quote};
use super::report::{Finding, Report};
use crate::document::{Citation, SourceId};

/// The sources while a document is compiled. References must be asked for in print order: the first one to a source
/// gives it its number.
pub struct Sources<'d, 's> {
    sources: &'d [format::Source<'s>],
    index: HashMap<&'d str, usize>,
    /// By the author's place.
    ids: Vec<Option<SourceId>>,
    /// By number: the author's place and how often it was referred to.
    numbered: Vec<(usize, u32)>,
}

impl<'d, 's> Sources<'d, 's> {
    /// Sources to which nothing has referred yet.
    pub fn new(sources: &'d [format::Source<'s>]) -> Sources<'d, 's> {
        let index = sources.iter().enumerate().rev().map(|(place, source)| (&*source.id.value, place)).collect();
        Sources { sources, index, ids: vec![None; sources.len()], numbered: Vec::new() }
    }

    /// The next reference to a source, if there is such a source.
    pub fn cite(&mut self, id: &str) -> Option<Citation> {
        let number = self.number(id)?;
        let (_, uses) = &mut self.numbered[number.0 as usize];
        *uses += 1;
        Some(Citation(number, *uses))
    }

    /// The number of a source, by which a link leads to it.
    pub fn number(&mut self, id: &str) -> Option<SourceId> {
        let position = *self.index.get(id)?;
        let number = *self.ids[position].get_or_insert_with(|| {
            self.numbered.push((position, 0));
            SourceId(self.numbered.len() as u32 - 1)
        });
        Some(number)
    }

    /// References to a list of sources. Reports unknown and repeated ones.
    pub fn cite_all(&mut self, report: &Report, names: &Names, ids: &[Text<'_>]) -> Vec<Citation> {
        let mut citations = Vec::new();
        let mut seen = HashSet::new();
        for id in ids {
            if !seen.insert(&id.value) {
                report.push(
                    Finding::warning("repeated-source", id.span())
                        .expected("each source once")
                        .found(format!("{} again", quote(&id.value)))
                        .help("remove it".to_owned()),
                );
                continue;
            }
            match self.cite(&id.value) {
                Some(citation) => citations.push(citation),
                None => names.unknown_source(report, &id.value, id.span()),
            }
        }
        citations
    }

    /// The sources in the order of their numbers, with the number of references; those without any come last, and are
    /// reported.
    pub fn finish(self, report: &Report) -> Vec<(&'d format::Source<'s>, u32)> {
        let Sources { sources, ids, mut numbered, .. } = self;
        // Perhaps one that nothing refers to was meant where another, unknown one is named.
        let quiet = report.has("unknown-source");
        for (place, source) in sources.iter().enumerate() {
            if ids[place].is_some() {
                continue;
            }
            numbered.push((place, 0));
            if !quiet && !source.id.is_empty() {
                report.push(
                    Finding::warning("unused-source", source.id.span())
                        .expected(format!("a reference to every source, such as [^{}] in a text", source.id.value))
                        .found("none to this one")
                        .help("refer to it, or remove it".to_owned()),
                );
            }
        }
        numbered.into_iter().map(|(place, uses)| (&sources[place], uses)).collect()
    }
}
