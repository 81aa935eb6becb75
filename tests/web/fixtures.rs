//! Every fixture as the native side printed and published it; `tests/published.rs` keeps these files, and their list, up
//! to date.

use news_explainer::document::Published;

/// A fixture: its name, the printed element, and the published document.
pub struct Fixture {
    pub name: &'static str,
    pub printed: &'static str,
    pub published: &'static str,
}

impl Fixture {
    /// The published document, read.
    pub fn document(&self) -> Published {
        Published::from_json(self.published).expect(self.name)
    }
}

macro_rules! fixtures {
    ($($name:literal),* $(,)?) => {
        pub const FIXTURES: &[Fixture] = &[$(Fixture {
            name: $name,
            printed: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/published/", $name, ".html")),
            published: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/published/", $name, ".json")),
        }),*];
    };
}

include!("fixtures/list.rs");

/// A fixture by its name.
pub fn fixture(name: &str) -> &'static Fixture {
    FIXTURES.iter().find(|fixture| fixture.name == name).expect(name)
}

/// The default explainer.
pub fn default() -> &'static Fixture {
    fixture("default")
}
