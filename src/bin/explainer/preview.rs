//! The document that `explainer serve` shows: its last version without errors, and what is wrong with the present one.

use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use news_explainer::author::{self, Compiled};
use news_explainer::publish::{self, Head, Pins, Standalone, Structured};
use serde::Serialize;

use crate::check::{Problem, problems};
use crate::file;
use crate::resize;

/// The document, its pages and its faults.
pub struct Preview {
    pins: Pins,
    shown: Mutex<Shown>,
    changed: Condvar,
}

/// What is shown now.
#[derive(Clone)]
pub struct Shown {
    /// The page.
    pub page: String,
    /// The document as it is fetched by address.
    pub json: String,
    /// Which version of the page it is, from 1; 0 while there is none.
    version: u64,
    /// What is wrong, as JSON.
    state: State,
}

/// What the page is told.
#[derive(Clone, Default, Serialize)]
struct State {
    /// Counts every change.
    number: i64,
    /// Which version of the page is shown.
    page: u64,
    file: String,
    error: Option<String>,
    diagnostics: Vec<Problem>,
}

/// So long a page is kept waiting for news; then it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

impl Preview {
    /// The document in a file.
    pub fn new(file: &Path, pins: Pins) -> Preview {
        let nothing = include_str!("../../../assets/preview/nothing.html").to_owned();
        let shown = Shown { page: nothing, json: "{}".to_owned(), version: 0, state: State::default() };
        let preview = Preview { pins, shown: Mutex::new(shown), changed: Condvar::new() };
        preview.refresh(file);
        preview
    }

    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is shown now.
    pub fn shown(&self) -> Shown {
        self.lock().clone()
    }

    /// Reads the file anew.
    pub fn refresh(&self, file: &Path) {
        let mut state = State { file: file.display().to_string(), ..State::default() };
        let mut compiled = None;
        match file::read(file).and_then(|bytes| file::text(file, bytes)) {
            Err(error) => state.error = Some(error),
            Ok(source) => match author::compile_beside(&source, &resize::sizes_beside(file)) {
                Ok(good) => {
                    state.diagnostics = problems(&good.warnings);
                    state.error = file::too_long(file, &good, &source);
                    compiled = Some(good).filter(|_| state.error.is_none());
                }
                Err(found) => state.diagnostics = problems(&found),
            },
        }
        let mut shown = self.lock();
        if let Some(compiled) = compiled {
            let json = publish::document_json(&compiled.document, None);
            // A change of nothing that is read needs no new page.
            if json != shown.json {
                shown.version += 1;
                shown.page = self.page(compiled, shown.version);
                shown.json = json;
            }
        }
        state.number = shown.state.number + 1;
        state.page = shown.version;
        shown.state = state;
        self.changed.notify_all();
    }

    fn page(&self, compiled: Compiled, version: u64) -> String {
        let Compiled { document, authors, .. } = compiled;
        let options = Standalone {
            head: Head { pins: self.pins.clone(), ..Head::default() },
            sheet: "/_preview/page.css".to_owned(),
            structured: Structured { authors, ..Structured::default() },
            extra: Some(["/_preview/preview.css".to_owned(), format!("/_preview/preview.js?page={version}")]),
            ..Standalone::default()
        };
        publish::standalone(&document, &options)
    }

    /// What is wrong, as JSON, as soon as it is another state than the one with this number.
    pub fn state(&self, since: i64) -> String {
        let shown = self.lock();
        let same = |shown: &mut Shown| shown.state.number == since;
        let (shown, _) = self.changed.wait_timeout_while(shown, PATIENCE, same).unwrap_or_else(PoisonError::into_inner);
        serde_json::to_string(&shown.state).expect("plain data")
    }
}
