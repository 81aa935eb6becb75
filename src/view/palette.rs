//! The colours, once for all: in drawings as attributes, for paper and for pages without our style sheet, and in
//! `assets/styles/tokens.css` as custom properties, which `tests/tokens.rs` writes from this table.

/// A colour, on light ground and on dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// The end of its custom property's name, after `--explainer-`.
    pub name: &'static str,
    /// On light ground, and on paper.
    pub light: &'static str,
    /// On dark ground.
    pub dark: &'static str,
    /// Where the reader has colours of their own: the system colour in its place (CSS Color 4, 6.2).
    pub system: &'static str,
}

const fn colour(name: &'static str, light: &'static str, dark: &'static str, system: &'static str) -> Colour {
    Colour { name, light, dark, system }
}

/// Text.
pub const INK: Colour = colour("ink", "#16181d", "#e9eaec", "CanvasText");
/// What everything stands on.
pub const PAPER: Colour = colour("paper", "#ffffff", "#14161a", "Canvas");
/// Text that matters less.
pub const QUIET: Colour = colour("quiet", "#555b66", "#a3a9b4", "CanvasText");
/// Thin lines between parts.
pub const HAIRLINE: Colour = colour("hairline", "#d9dce1", "#2e323a", "CanvasText");
/// The ground of the timeline, in every other era.
pub const GROUND: Colour = colour("ground", "#f5f6f8", "#1b1e24", "Canvas");
/// The ground in the eras between.
pub const GROUND_2: Colour = colour("ground-2", "#eceef2", "#20242b", "Canvas");
/// An era's band over [`GROUND`].
pub const BAND: Colour = colour("band", "#e2e5ea", "#2a2f38", "Canvas");
/// An era's band over [`GROUND_2`].
pub const BAND_2: Colour = colour("band-2", "#d5d9e0", "#343a45", "Canvas");
/// Links, focus, and what is chosen.
pub const ACCENT: Colour = colour("accent", "#0b5cad", "#7cb7ff", "LinkText");

/// One colour a shape of categories, in the order of categories, after Okabe and Ito; the last is for events without one. Each has a
/// contrast of at least 3:1 to the ground.
pub const MARKS: [Colour; crate::document::CATEGORY_STYLES + 1] = [
    colour("category-0", "#0072b2", "#4aa8e0", "CanvasText"),
    colour("category-1", "#d55e00", "#f0803c", "CanvasText"),
    colour("category-2", "#00875f", "#2fb98c", "CanvasText"),
    colour("category-3", "#a64d86", "#d487b8", "CanvasText"),
    colour("category-4", "#7a5c00", "#d9b53f", "CanvasText"),
    colour("category-5", "#5b5fc7", "#9a9df0", "CanvasText"),
    colour("category-6", "#555b66", "#a3a9b4", "CanvasText"),
];

/// All of them.
pub fn colours() -> impl Iterator<Item = Colour> {
    [INK, PAPER, QUIET, HAIRLINE, GROUND, GROUND_2, BAND, BAND_2, ACCENT].into_iter().chain(MARKS)
}
