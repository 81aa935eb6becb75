//! The drawing of a layout as SVG: the same for the still picture and for the living axis.
//!
//! x is written in percent of the width where the picture has to fit a range of widths, and in CSS pixels where the
//! width is known; y is in CSS pixels always. What has a size of its own stands in a nested `<svg>` at its place, so
//! that only places stretch. In a right-to-left document time runs to the left.

use yew::prelude::*;

use super::shape::{several, svg, text, word};
use super::{glyph, number, titles};
use crate::document::{Direction, EventId, Extent, Mark, Status, Timeline, fill};
use crate::timeline::{
    BUCKET_MIN, Band, Bar, Candidate, Cluster, Form, Layout, Marks, Placed, Step, Tick, order, place,
};

/// A layout and what is needed to draw it.
pub(super) struct Drawing<'a> {
    /// The document's marks and names.
    pub timeline: &'a Timeline,
    /// The same as the axis sees them.
    pub marks: &'a Marks,
    /// What stands where.
    pub layout: &'a Layout,
    /// Which form it was laid out for.
    pub form: Form,
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

    /// Its middle in CSS pixels, before mirroring.
    pub fn x(&self) -> f64 {
        match self {
            Target::Bar(bar) => bar.x0 + (bar.x1 - bar.x0) / 2.0,
            Target::Cluster(cluster) => cluster.x,
        }
    }
}

/// What can be chosen on the axis, from the first to the last.
pub(super) fn targets(layout: &Layout) -> Vec<Target> {
    let bars = layout.bars.iter().map(|&bar| Target::Bar(bar));
    let clusters = layout.clusters.iter().map(|&cluster| Target::Cluster(cluster));
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
        self.form.axis_y(self.marks.lanes())
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

    /// The words of a tick. Finer ticks than years are told by numbers until the controls can zoom to them.
    fn tick_label(&self, tick: &Tick) -> String {
        let civil = tick.day.civil();
        let year = if civil.year > 0 {
            civil.year.to_string()
        } else {
            fill(&self.timeline.words.year_bce, &[("year", &(1 - civil.year).to_string())])
        };
        let two = |number: u8| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
        match self.layout.step {
            Some(Step::Months(_)) => [year, two(civil.month)].concat(),
            Some(Step::Days(_)) => [year, two(civil.month), two(civil.day)].concat(),
            _ => year,
        }
    }

    /// A bar or a point, around which the caller puts a link or a button.
    pub fn mark(&self, target: &Target) -> Html {
        match target {
            Target::Bar(bar) => self.bar(bar),
            Target::Cluster(cluster) => self.point(cluster),
        }
    }

    fn bar(&self, bar: &Bar) -> Html {
        let mark = self.timeline.mark(EventId(bar.event));
        let (class, colour) = glyph::category_style(mark.category);
        let y = self.form.lane_y(bar.lane);
        let (x, length) = (self.left(bar.x0, bar.x1), self.length(bar.x1 - bar.x0));
        let soft = mark.extent != Extent::Period || mark.doubtful;
        let classes =
            ["explainer-bar ", class, " ", glyph::status_class(mark.status), if soft { " explainer-soft" } else { "" }];
        several(vec![
            svg!("rect" {
                "class": word("explainer-target"),
                "x": x.clone(),
                "y": number::px(y - 12.0),
                "width": length.clone(),
                "height": word("24"),
                "fill": word("none"),
            }),
            svg!("rect" {
                "class": AttrValue::from(classes.concat()),
                "x": x,
                "y": number::px(y - 5.0),
                "width": length,
                "height": word("10"),
                "rx": word("3"),
                "fill": word(if mark.status == Status::Confirmed { colour } else { glyph::PAPER }),
                "stroke": word(colour),
                "stroke-width": word("2"),
                "stroke-dasharray": soft.then(|| word("4 3")),
                "fill-opacity": soft.then(|| word("0.35")),
            }),
        ])
    }

    fn point(&self, cluster: &Cluster) -> Html {
        let mark = self.timeline.mark(EventId(cluster.first));
        let glyph = if cluster.count > 1 {
            glyph::cluster(cluster.count)
        } else {
            glyph::glyph(mark.category, mark.status, mark.is_doubtful())
        };
        svg!("svg" { "x": self.at(cluster.x), "y": number::px(self.form.mark_y()), "overflow": word("visible") }
            svg!("circle" { "class": word("explainer-target"), "r": word("12"), "fill": word("none") }),
            glyph,
        )
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

impl Mark {
    /// Whether its mark says that the day is not known.
    pub(super) fn is_doubtful(&self) -> bool {
        self.doubtful || self.extent == Extent::Within
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
