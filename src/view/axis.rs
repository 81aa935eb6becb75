//! The drawing of a layout as SVG: the same for the still picture and for the living axis.
//!
//! x is written in percent of the width where the picture has to fit a range of widths, and in CSS pixels where the
//! width is known; y is in CSS pixels always. What has a size of its own stands in a nested `<svg>` at its place, so
//! that only places stretch. In a right-to-left document time runs to the left.

use yew::prelude::*;

use super::glyph::Precision;
use super::shape::{several, svg, text, word};
use super::{glyph, number, titles};
use crate::document::{Direction, EventId, Extent, Mark, Status, Timeline, fill};
use crate::timeline::{BUCKET_MIN, Band, Bar, Candidate, Cluster, Form, Layout, Placed, Step, Tick, order, place};

/// How a rectangle over a stretch of the axis looks.
#[derive(Default)]
struct Look {
    class: Option<AttrValue>,
    rx: Option<AttrValue>,
    fill: Option<AttrValue>,
    stroke: Option<AttrValue>,
    stroke_width: Option<AttrValue>,
    dashes: Option<AttrValue>,
    opacity: Option<AttrValue>,
}

/// The opacity of each of four layers that together give a quarter, a half, three quarters and all of a colour.
const LAYERS: [&str; 4] = ["0.25", "0.33", "0.5", "1"];
/// The same for a third of the colour.
const PALE_LAYERS: [&str; 4] = ["0.09", "0.1", "0.11", "0.12"];

/// A layout and what is needed to draw it.
pub(super) struct Drawing<'a> {
    /// The document's marks and names.
    pub timeline: &'a Timeline,
    /// What stands where.
    pub layout: &'a Layout,
    /// Which form it was laid out for.
    pub form: Form,
    /// How many lanes it has room for.
    pub lanes: u8,
    /// The width it was laid out for in CSS pixels.
    pub width: f64,
    /// Whether x is to be written in percent.
    pub stretches: bool,
}

/// Something that can be chosen on the axis.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Target {
    /// A stretch of time.
    Bar(Bar),
    /// A point, or several.
    Cluster(Cluster),
}

impl Target {
    /// The event it stands for, the first of several.
    pub fn event(&self) -> EventId {
        match self {
            Target::Bar(bar) => EventId(bar.event),
            Target::Cluster(cluster) => EventId(cluster.first),
        }
    }

    /// How many events it stands for.
    pub fn count(&self) -> u32 {
        match self {
            Target::Bar(_) => 1,
            Target::Cluster(cluster) => cluster.count,
        }
    }

    /// Its middle in CSS pixels, before mirroring.
    pub fn x(&self) -> f64 {
        match self {
            Target::Bar(bar) => bar.x0 + (bar.x1 - bar.x0) / 2.0,
            Target::Cluster(cluster) => cluster.x,
        }
    }
}

/// What can be chosen on the axis, from the first to the last.
/// What does not stand whole on an axis of this width, or is cut off too short to be hit, is none.
pub(super) fn targets(layout: &Layout, width: f64) -> Vec<Target> {
    let reach = BUCKET_MIN / 2.0;
    let bars = layout.bars.iter().filter(|bar| bar.x1 - bar.x0 >= BUCKET_MIN).map(|&bar| Target::Bar(bar));
    let clusters = layout.clusters.iter().filter(|cluster| cluster.x >= reach && cluster.x <= width - reach);
    let clusters = clusters.map(|&cluster| Target::Cluster(cluster));
    let targets: Vec<Target> = bars.chain(clusters).collect();
    order(targets.iter().map(Target::x)).into_iter().map(|place| targets[place]).collect()
}

impl Drawing<'_> {
    fn is_mirrored(&self) -> bool {
        self.timeline.dir == Direction::Rtl
    }

    /// An x as an attribute.
    fn at(&self, x: f64) -> AttrValue {
        self.length(if self.is_mirrored() { self.width - x } else { x })
    }

    /// A width as an attribute.
    fn length(&self, width: f64) -> AttrValue {
        if self.stretches { number::percent(width, self.width) } else { number::px(width) }
    }

    /// The left edge of a stretch as an attribute.
    fn left(&self, x0: f64, x1: f64) -> AttrValue {
        self.at(if self.is_mirrored() { x1 } else { x0 })
    }

    /// A distance along the reading direction as an attribute.
    fn along(&self, distance: f64) -> AttrValue {
        number::px(if self.is_mirrored() { -distance } else { distance })
    }

    /// Era bands and ticks: what stands behind the marks.
    pub fn ground(&self) -> Html {
        let bands = self.layout.bands.iter().map(|band| self.band(band)).collect();
        // Where the last label ends: one that would touch it is left out.
        let mut taken = 0.0;
        let ticks = self.layout.ticks.iter().map(|tick| self.tick(tick, &mut taken)).collect();
        several(vec![
            svg!("g" { "class": word("explainer-bands") } several(bands)),
            svg!("g" { "class": word("explainer-ticks"), "font-size": word("12.5"), "fill": word("#555b66") }
                self.axis_line(),
                several(ticks),
            ),
        ])
    }

    fn band(&self, band: &Band) -> Html {
        let label = &self.timeline.eras[usize::from(band.era)].label;
        let width = band.x1 - band.x0;
        let (x, length) = (self.left(band.x0, band.x1), self.length(width));
        let height = number::px(self.form.band_height());
        let (class, ground, tint) = if band.era.is_multiple_of(2) {
            ("explainer-even", "#eceef2", "#d5d9e0")
        } else {
            ("explainer-odd", "#f5f6f8", "#e2e5ea")
        };
        let mut parts = vec![
            svg!("rect" { "x": x.clone(), "y": word("0"), "width": length.clone(), "height": number::px(self.axis_y()) }),
            svg!("rect" {
                "class": word("explainer-band"),
                "x": x.clone(),
                "y": word("0"),
                "width": length.clone(),
                "height": height.clone(),
                "fill": word(tint),
            }),
        ];
        if self.form != Form::Narrow && titles::width(label) + 16.0 <= width {
            parts.push(svg!("svg" { "x": x, "y": word("0"), "width": length, "height": height }
                svg!("text" {
                    "x": word(if self.is_mirrored() { "100%" } else { "0" }),
                    "dx": self.along(8.0),
                    "y": word("18.5"),
                    "fill": word("#16181d"),
                    "font-size": word("12.5"),
                } text(label))
            ));
        }
        svg!("g" { "class": word(class), "fill": word(ground) } several(parts))
    }

    fn axis_y(&self) -> f64 {
        self.form.axis_y(self.lanes)
    }

    fn axis_line(&self) -> Html {
        let y = number::px(self.axis_y());
        svg!("line" {
            "class": word("explainer-line"),
            "x1": word("0"),
            "x2": word("100%"),
            "y1": y.clone(),
            "y2": y,
            "stroke": word("#555b66"),
        })
    }

    fn tick(&self, tick: &Tick, taken: &mut f64) -> Html {
        let x = self.at(tick.x);
        let y = self.axis_y();
        let mut parts = vec![svg!("line" {
            "x1": x.clone(),
            "x2": x.clone(),
            "y1": number::px(y),
            "y2": number::px(y + 6.0),
            "stroke": word("#555b66"),
        })];
        let label = self.tick_label(tick);
        // Figures are wider than the average letter.
        let half = titles::width(&label) * 0.6;
        if tick.x - half >= *taken && tick.x + half <= self.width {
            *taken = tick.x + half + 4.0;
            parts.push(svg!("text" { "x": x, "y": number::px(y + 20.0), "text-anchor": word("middle") } text(&label)));
        }
        several(parts)
    }

    /// The words of a tick: they always tell the year.
    fn tick_label(&self, tick: &Tick) -> String {
        let words = &self.timeline.words;
        let civil = tick.day.civil();
        let month = usize::from(civil.month) - 1;
        let year = match tick.step {
            // In steps of a thousand years the one between 1 BCE and 1 does not count.
            Step::Years(step) if step >= 1000 && civil.year < 0 => number::year(words, civil.year + 1),
            _ => number::year(words, civil.year),
        };
        let (pattern, day) = match tick.step {
            Step::Years(_) => return year,
            Step::Months(_) => (words.months.get(month), String::new()),
            Step::Days(_) => (words.days.get(month), number::count(words, i64::from(civil.day))),
        };
        fill(pattern.map_or("{year}", String::as_str), &[("year", &year), ("day", &day)])
    }

    /// A bar or a point, around which the caller puts a link or a button.
    pub fn mark(&self, target: &Target) -> Html {
        match target {
            Target::Bar(bar) => self.bar(bar),
            Target::Cluster(cluster) => self.point(cluster),
        }
    }

    /// A bar: solid for a period; dashed outline for an uncertain one; soft ends for an approximate one; ends that fade
    /// where they are open or unknown; pale with a thin outline where one moment lies within.
    fn bar(&self, bar: &Bar) -> Html {
        let mark = self.timeline.mark(EventId(bar.event));
        let (class, colour) = glyph::category_style(mark.category);
        let y = self.form.lane_y(bar.lane);
        let is_within = mark.extent == Extent::Within;
        let is_solid = mark.status == Status::Confirmed;
        let (fade_start, fade_end) = self.fades(mark, bar);
        let classes = AttrValue::from(["explainer-bar ", class, " ", glyph::status_class(mark.status)].concat());
        let fill = word(if is_solid { colour } else { glyph::PAPER });
        let dashes = mark.doubt.is_uncertain().then(|| word("4 3"));
        let width = word(if is_within { "1" } else { "2" });
        let is_pale = is_within || mark.doubt.is_uncertain();
        let target = Look { class: Some(word("explainer-target")), fill: Some(word("none")), ..Look::default() };
        let target = self.stretch(bar.x0, bar.x1, y, 12.0, target);
        if fade_start + fade_end == 0.0 {
            let body = Look {
                class: Some(classes),
                rx: Some(word("3")),
                fill: Some(fill),
                stroke: Some(word(colour)),
                stroke_width: Some(width),
                dashes,
                opacity: is_pale.then(|| word("0.35")),
            };
            return several(vec![target, self.stretch(bar.x0, bar.x1, y, 5.0, body)]);
        }
        // Four layers, each within the one before: where they all lie over one another the bar has its full colour.
        let opacities = if is_pale { PALE_LAYERS } else { LAYERS };
        let mut parts = Vec::new();
        for (layer, opacity) in (0u8..).zip(opacities) {
            let inset = f64::from(layer) / 3.0;
            // What is pale has its outline where it is fullest.
            let has_outline = layer == 3 && is_pale && is_solid;
            parts.push(self.stretch(
                bar.x0 + fade_start * inset,
                bar.x1 - fade_end * inset,
                y,
                6.0,
                Look {
                    class: Some(word("explainer-half")),
                    rx: Some(word("4")),
                    fill: Some(word(colour)),
                    stroke: (!has_outline).then(|| word("none")),
                    stroke_width: has_outline.then(|| width.clone()),
                    dashes: if has_outline { dashes.clone() } else { None },
                    opacity: Some(word(opacity)),
                },
            ));
        }
        if !is_solid {
            // A hollow bar is a full one with paper on it.
            let inset = |fade: f64| if fade > 0.0 { fade / 3.0 } else { 2.0 };
            let (x0, x1) = (bar.x0 + inset(fade_start), bar.x1 - inset(fade_end));
            let paper = Look { rx: Some(word("2")), stroke: Some(word("none")), ..Look::default() };
            parts.push(self.stretch(x0, x1, y, 4.0, paper));
        }
        let group = svg!("g" { "class": classes, "fill": fill, "stroke": word(colour) } several(parts));
        several(vec![target, group])
    }

    /// Over how many CSS pixels a bar fades at its start and at its end. An end that lies outside the window is not one.
    fn fades(&self, mark: &Mark, bar: &Bar) -> (f64, f64) {
        const SOFT: f64 = 12.0;
        const OPEN: f64 = 36.0;
        let (open_start, open_end) = match mark.extent {
            Extent::OpenStart => (true, false),
            Extent::OpenEnd => (false, true),
            Extent::OpenBoth => (true, true),
            _ => (false, false),
        };
        let soft = if mark.doubt.is_approximate() { SOFT } else { 0.0 };
        let fade = |is_there: bool, is_open: bool| match (is_there, is_open) {
            (false, _) => 0.0,
            // Short bars keep a third of their length in full colour.
            (true, is_open) => (if is_open { OPEN } else { soft }).min((bar.x1 - bar.x0) / 3.0),
        };
        (fade(bar.x0 > 0.0, open_start), fade(bar.x1 < self.width, open_end))
    }

    /// A rectangle over a stretch of the axis, as high as twice `half`.
    fn stretch(&self, x0: f64, x1: f64, y: f64, half: f64, look: Look) -> Html {
        svg!("rect" {
            "class": look.class,
            "x": self.left(x0, x1),
            "y": number::px(y - half),
            "width": self.length((x1 - x0).max(0.0)),
            "height": number::px(2.0 * half),
            "rx": look.rx,
            "fill": look.fill,
            "stroke": look.stroke,
            "stroke-width": look.stroke_width,
            "stroke-dasharray": look.dashes,
            "fill-opacity": look.opacity,
        })
    }

    fn point(&self, cluster: &Cluster) -> Html {
        let mark = self.timeline.mark(EventId(cluster.first));
        let parts = if cluster.count > 1 {
            vec![glyph::cluster(&number::compact(&self.timeline.words, cluster.count))]
        } else {
            vec![
                svg!("circle" { "class": word("explainer-target"), "r": word("12"), "fill": word("none") }),
                glyph::glyph(mark.category, mark.status, Precision::of(mark)),
            ]
        };
        svg!("svg" { "x": self.at(cluster.x), "y": number::px(self.form.mark_y()), "overflow": word("visible") }
            several(parts))
    }

    /// Titles above lone marks and bars, where they fit: the longest alone first, after `first`.
    pub fn titles(&self, targets: &[Target], first: Option<EventId>, title: impl Fn(EventId) -> String) -> Html {
        let rows = self.form.label_rows();
        if rows == 0 {
            return Html::default();
        }
        let lone: Vec<usize> = (0..targets.len()).filter(|&index| has_clear_line(targets, index)).collect();
        let keys = lone.iter().map(|&index| match targets[index].event() {
            event if Some(event) == first => f64::NEG_INFINITY,
            _ => -solitude(targets, index, self.width),
        });
        // More than so many could not find room.
        let lone: Vec<Target> = order(keys).into_iter().take(48).map(|place| targets[lone[place]]).collect();
        let texts: Vec<Vec<String>> = lone.iter().map(|target| titles::lines(&title(target.event()))).collect();
        let candidates: Vec<Candidate> = lone
            .iter()
            .zip(&texts)
            .map(|(target, lines)| Candidate {
                x: target.x(),
                width: lines.iter().map(|line| titles::width(line)).fold(0.0, f64::max),
            })
            .collect();
        let placed = place(&candidates, rows, self.width);
        let titles = placed.iter().map(|at| self.title(&lone[at.index], &texts[at.index], at)).collect();
        svg!("g" { "class": word("explainer-titles"), "font-size": word("12.5"), "fill": word("#16181d") } several(titles))
    }

    fn title(&self, target: &Target, lines: &[String], placed: &Placed) -> Html {
        let top = self.form.label_y(placed.row);
        let mark_top = match target {
            Target::Bar(bar) => self.form.lane_y(bar.lane) - 7.0,
            Target::Cluster(_) => self.form.mark_y() - 12.0,
        };
        let (anchor, dx) = if placed.leftwards { ("end", -5.0) } else { ("start", 5.0) };
        // A single line stands on the lower of the two.
        let skip = if lines.len() == 1 { 1 } else { 0 };
        let lines = lines.iter().enumerate().map(|(index, line)| {
            let y = number::px(12.0 + 15.0 * (index + skip) as f64);
            svg!("text" { "x": self.along(dx), "y": y, "text-anchor": word(anchor) } text(line))
        });
        svg!("svg" { "x": self.at(target.x()), "y": number::px(top), "overflow": word("visible") }
            svg!("line" {
                "class": word("explainer-leader"),
                "y1": word("2"),
                "y2": number::px(mark_top - top),
                "stroke": word("#8b919c"),
            }),
            several(lines.collect()),
        )
    }
}

/// Whether a target is one event, and a line from above reaches it without crossing another mark.
fn has_clear_line(targets: &[Target], index: usize) -> bool {
    match targets[index] {
        Target::Cluster(cluster) => cluster.count == 1,
        Target::Bar(bar) => {
            let x = targets[index].x();
            let is_near = |other: &Target| matches!(other, Target::Cluster(_)) && (other.x() - x).abs() < BUCKET_MIN;
            bar.lane == 0 && !targets.iter().any(is_near)
        }
    }
}

/// How far the nearest neighbours of a target are.
fn solitude(targets: &[Target], index: usize, width: f64) -> f64 {
    let x = targets[index].x();
    let before = index.checked_sub(1).map_or(0.0, |before| targets[before].x());
    let after = targets.get(index + 1).map_or(width, |after| after.x());
    (x - before).min(after - x)
}
