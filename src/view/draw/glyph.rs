//! The mark of an event: shape and colour say the category, the fill says the status, a line under it says how well
//! its day is known.

use yew::prelude::*;

use super::el::{el, several, text};
use super::number::px;
use crate::document::{CATEGORY_STYLES, CategoryId, Doubt, Extent, MAX_CATEGORIES, Mark, Status};
use crate::timeline::Px;
use crate::view::palette::{INK, MARKS, PAPER};

/// A shape's outline, and its left half, as SVG paths around the origin, some 14 CSS pixels across.
struct Shape {
    outline: &'static str,
    half: &'static str,
}

/// The shapes, in the order of categories; the last is for events without one.
const SHAPES: [Shape; CATEGORY_STYLES + 1] = [
    Shape { outline: "M0-6.5A6.5 6.5 0 0 1 0 6.5A6.5 6.5 0 0 1 0-6.5Z", half: "M0-6.5A6.5 6.5 0 0 0 0 6.5Z" },
    Shape { outline: "M-6-6H6V6H-6Z", half: "M-6-6H0V6H-6Z" },
    Shape { outline: "M0-8L8 0L0 8L-8 0Z", half: "M0-8L-8 0L0 8Z" },
    Shape { outline: "M0-7.5L8 6.5H-8Z", half: "M0-7.5V6.5H-8Z" },
    Shape { outline: "M0-7.5L7.1-2.3L4.4 6H-4.4L-7.1-2.3Z", half: "M0-7.5L-7.1-2.3L-4.4 6H0Z" },
    Shape { outline: "M-2.6-7H2.6V-2.6H7V2.6H2.6V7H-2.6V2.6H-7V-2.6H-2.6Z", half: "M0-7H-2.6V-2.6H-7V2.6H-2.6V7H0Z" },
    Shape { outline: "M0-5A5 5 0 0 1 0 5A5 5 0 0 1 0-5Z", half: "M0-5A5 5 0 0 0 0 5Z" },
];

/// The width of the row of colours under a number of events.
const CLUSTER_WIDTH: f64 = 20.0;

/// The shapes' classes, by which they have their colours.
const CLASSES: [&str; CATEGORY_STYLES + 1] =
    ["explainer-c0", "explainer-c1", "explainer-c2", "explainer-c3", "explainer-c4", "explainer-c5", "explainer-c6"];
/// The class and the colour of a category.
pub(super) fn category_style(category: Option<CategoryId>) -> (&'static str, &'static str) {
    let index = index(category);
    (CLASSES[index], MARKS[index].light)
}

/// The place of a category in the tables. After the last shape they begin again, with a core.
fn index(category: Option<CategoryId>) -> usize {
    category.map_or(CATEGORY_STYLES, |CategoryId(id)| usize::from(id) % CATEGORY_STYLES)
}

/// Whether the marks of a category have a core: the seventh to twelfth have the shapes and colours of the first six.
pub(super) fn has_core(category: Option<CategoryId>) -> bool {
    category.is_some_and(|CategoryId(id)| usize::from(id) >= CATEGORY_STYLES)
}

/// The word for a status in class names.
pub(in crate::view) fn status_class(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "explainer-confirmed",
        Status::Alleged => "explainer-alleged",
        Status::Disputed => "explainer-disputed",
    }
}

/// How well the day of a mark is known; the line under it says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::view) enum Precision {
    /// The date is what it says.
    Exact,
    /// It is one moment within a longer time: a thin line.
    Within,
    /// It is uncertain, approximate or both: dashes, soft ends or both.
    Doubtful(Doubt),
}

impl Precision {
    /// That of a mark. Doubt goes before length.
    pub fn of(mark: &Mark) -> Precision {
        match (mark.doubt, mark.extent) {
            (Doubt::None, Extent::Within) => Precision::Within,
            (Doubt::None, _) => Precision::Exact,
            (doubt, _) => Precision::Doubtful(doubt),
        }
    }
}

/// The line under a mark.
fn line(precision: Precision) -> Option<Html> {
    let path = |d, dashes: Option<&'static str>, width: Option<&'static str>, opacity: Option<&'static str>| {
        el!("path" {
            "class": "explainer-doubt",
            "d": d,
            "stroke-dasharray": dashes,
            "stroke-opacity": opacity,
            "stroke-width": width,
            "fill": "none",
        })
    };
    let soft = || path("M-11 9.5H-6M6 9.5H11", None, None, Some("0.5"));
    Some(match precision {
        Precision::Exact | Precision::Doubtful(Doubt::None) => return None,
        Precision::Within => path("M-11 9.5H11", None, Some("1"), None),
        Precision::Doubtful(Doubt::Uncertain) => path("M-11 9.5H11", Some("3 2.5"), None, None),
        Precision::Doubtful(Doubt::Approximate) => soft(),
        // Two dashes between the soft ends.
        Precision::Doubtful(Doubt::Both) => several(vec![path("M-4 9.5H4", Some("3 2"), None, None), soft()]),
    })
}

/// The drawing of an event, around the origin of what it stands in.
pub(in crate::view) struct Glyph {
    /// The classes by which it has its colours.
    pub classes: String,
    /// The colour of its strokes.
    pub stroke: &'static str,
    /// How wide they are, in CSS pixels.
    pub stroke_width: &'static str,
    /// What is drawn, from back to front.
    pub parts: Html,
}

impl Glyph {
    /// As an element of its own.
    pub fn group(self) -> Html {
        let Glyph { classes, stroke, stroke_width, parts } = self;
        el!("g" { "class": classes, "stroke": stroke, "stroke-width": stroke_width } parts)
    }
}

/// The drawing of an event.
pub(in crate::view) fn glyph(category: Option<CategoryId>, status: Status, precision: Precision) -> Glyph {
    let shape = &SHAPES[index(category)];
    let (class, colour) = category_style(category);
    let mut parts: Vec<Html> = line(precision).into_iter().collect();
    let fill = if status == Status::Confirmed { colour } else { PAPER.light };
    parts.push(el!("path" { "class": "explainer-shape", "d": shape.outline, "fill": fill }));
    if status == Status::Disputed {
        parts.push(el!("path" {
            "class": "explainer-half",
            "d": shape.half,
            "fill": colour,
            "stroke": "none",
        }));
    }
    if has_core(category) {
        parts.push(el!("circle" { "class": "explainer-core", "r": "2.5", "fill": PAPER.light, "stroke-width": "1.5" }));
    }
    let classes = ["explainer-glyph ", class, " ", status_class(status)].concat();
    Glyph { classes, stroke: colour, stroke_width: "2", parts: several(parts) }
}

/// Several events together: how many more there are, over a row of their categories' colours. `groups` has bit g for the
/// category g, and the bit after the last one for events without.
pub(in crate::view) fn cluster(count: &str, groups: u32) -> Html {
    // Categories that share a colour are one here.
    let colour_of = |group| if group == MAX_CATEGORIES { CATEGORY_STYLES } else { group % CATEGORY_STYLES };
    let has = |colour| (0..=MAX_CATEGORIES).any(|group| groups >> group & 1 == 1 && colour_of(group) == colour);
    let of_groups: Vec<usize> = (0..=CATEGORY_STYLES).filter(|&colour| has(colour)).collect();
    let width = Px(CLUSTER_WIDTH / of_groups.len().max(1) as f64);
    let colours = of_groups.iter().enumerate().map(|(position, &group)| {
        let x = px(Px(-CLUSTER_WIDTH / 2.0) + width * position as f64);
        let (class, colour) = (CLASSES[group], MARKS[group].light);
        el!("rect" { "class": class, "x": x, "y": "5", "width": px(width), "height": "4", "fill": colour })
    });
    el!("g" { "class": "explainer-cluster" }
        several(colours.collect()),
        el!("text" {
            "y": "2",
            "text-anchor": "middle",
            "fill": INK.light,
            "font-size": if count.chars().count() > 2 { "11" } else { "12.5" },
        } text(&["+", count].concat())),
    )
}
