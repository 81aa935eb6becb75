//! Every fixture as the native side printed and published it; `tests/published.rs` keeps these files up to date.

/// A fixture: its name, the printed element, and the published document.
pub struct Fixture {
    pub name: &'static str,
    pub printed: &'static str,
    pub published: &'static str,
}

macro_rules! fixtures {
    ($($name:literal),* $(,)?) => {
        pub const FIXTURES: &[Fixture] = &[$(Fixture {
            name: $name,
            printed: include_str!(concat!("../published/", $name, ".html")),
            published: include_str!(concat!("../published/", $name, ".json")),
        }),*];
    };
}

fixtures!(
    "default",
    "minimal",
    "no-timeline",
    "one-event",
    "approximate-dates",
    "crowded-year",
    "long-words",
    "right-to-left",
    "five-hundred",
    "everything",
    "deep-time",
    "even-scale",
);

/// The default explainer.
pub fn default() -> &'static Fixture {
    &FIXTURES[0]
}
