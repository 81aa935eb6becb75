//! Titles beside the marks, where they fit.
//!
//! A title stands in one or two short lines: after its mark or before it, or higher, at a thin line that leads down to the
//! mark. Those of marks with most room around them are tried first; a title is cut only where the whole of it fits
//! nowhere, and left out where not even that fits.
//!
//! The widths of texts are estimates because the picture is drawn where no browser is. They err on the wide side, so
//! that titles keep apart in any face.

use super::text::{ems, pieces, without_last};
use super::{BUCKET_MIN, Form, Interval, Px, Room, Target, order};

/// The size of type on the axis.
pub const TYPE_SIZE: Px = Px(12.5);
/// From line to line of a title.
pub const LINE_HEIGHT: Px = Px(15.0);
/// A line of a title that is cut holds at most about this many ems.
const LINE: f64 = 14.0;
/// A line of a whole title holds at most this many.
const LONGEST_LINE: f64 = 20.0;
/// A title of at most so many ems stands in one line.
const SHORT: f64 = 8.0;
/// Air between two titles, and between a title and another title's line.
const AIR: Px = Px(10.0);
/// From the middle of a mark to the title beside it.
const BESIDE: Px = Px(13.0);
/// Browsers draw a text a little wider than from its beginning to its end. With that a title beside its mark begins where the
/// mark ends: so a printed picture, whose marks go apart as it grows, brings no mark of the next row over it.
const EDGE: Px = Px(1.0);
/// From the line that leads to the mark to the title.
const INDENT: Px = Px(5.0);
/// How much higher each further place for a title is.
const HIGHER: Px = Px(12.0);
/// More titles than so many could not find room.
const MOST: usize = 32;

/// A title that found its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// The position of its mark among the targets.
    pub target: usize,
    /// Its text, in one or two lines.
    pub lines: Vec<String>,
    /// y of its top.
    pub top: Px,
    /// From the x of its mark to its text, in the direction in which it stands.
    pub indent: Px,
    /// Whether it stands before its mark, and not after it.
    pub is_before: bool,
    /// Where the line that leads to its mark ends, if it has one. It begins at the title's top.
    pub leader: Option<Px>,
}

/// A part of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Box {
    left: Px,
    right: Px,
    top: Px,
    bottom: Px,
}

impl Box {
    fn overlaps(&self, other: &Box) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// With so much air on either side.
    fn with_air(self, air: Px) -> Box {
        Box { left: self.left - air, right: self.right + air, ..self }
    }
}

/// What a title takes of the axis.
#[derive(Clone, Copy, Debug)]
struct Taken {
    text: Box,
    leader: Option<Box>,
}

/// The titles that find room on an axis of this width. The title of the event `first` is placed before all others.
pub fn titles(
    targets: &[Target],
    first: Option<u32>,
    (form, room): (Form, Room),
    width: Px,
    title: &dyn Fn(u32) -> String,
) -> Vec<Title> {
    let alone: Vec<usize> = (0..targets.len()).filter(|&target| targets[target].cluster().is_none()).collect();
    let keys = alone.iter().map(|&target| match targets[target].event() {
        event if Some(event) == first => f64::NEG_INFINITY,
        _ => -solitude(targets, target, width).0,
    });
    let marks: Vec<Box> = targets.iter().map(|target| mark_box(target, form, room)).collect();
    let mut taken: Vec<Taken> = Vec::new();
    let mut found = Vec::new();
    for position in order(keys).into_iter().take(MOST) {
        let target = alone[position];
        let words = title(targets[target].event());
        let placed = [whole(&words), cut(&words)].into_iter().flatten().find_map(|lines| {
            let (taken_by, title) = place(&targets[target], lines, (form, room), width, &marks, &taken)?;
            Some((taken_by, Title { target, ..title }))
        });
        if let Some((taken_by, title)) = placed {
            taken.push(taken_by);
            found.push(title);
        }
    }
    found
}

/// What a mark takes, as it is hit.
fn mark_box(target: &Target, form: Form, room: Room) -> Box {
    let half = BUCKET_MIN / 2.0;
    let around = |x: Px| Interval::new(x - half, x + half);
    let (x, y) = match target {
        Target::Bar(bar) => (bar.x, form.lane_y(room, bar.lane)),
        Target::Point(point) => (around(point.x), form.mark_y(room, point.row)),
        Target::Cluster(cluster) => (around(cluster.x), form.mark_y(room, cluster.row)),
    };
    Box { left: x.start, right: x.end, top: y - half, bottom: y + half }
}

/// How far the nearest neighbours of a target are.
fn solitude(targets: &[Target], target: usize, width: Px) -> Px {
    let x = targets[target].x();
    let before = target.checked_sub(1).map_or(Px(0.0), |before| targets[before].x());
    let after = targets.get(target + 1).map_or(width, |after| after.x());
    (x - before).min(after - x)
}

/// The first place that is free for the title of a target: beside it, then above it.
fn place(
    target: &Target,
    lines: Vec<String>,
    (form, room): (Form, Room),
    width: Px,
    marks: &[Box],
    taken: &[Taken],
) -> Option<(Taken, Title)> {
    let x = target.x();
    let own = mark_box(target, form, room);
    let text_width = lines.iter().map(|line| text_width(line)).fold(Px(0.0), Px::max);
    let height = LINE_HEIGHT * lines.len() as f64;
    let mark_top = match target {
        Target::Bar(bar) => form.bar_top(room, bar.lane),
        _ => own.top,
    };
    let is_other = |mark: &&Box| **mark != own;
    let is_free = |title: &Taken| {
        title.text.left >= Px(0.0)
            && title.text.right <= width
            && !marks.iter().filter(is_other).any(|mark| mark.overlaps(&title.text))
            && !title.leader.is_some_and(|leader| marks.iter().filter(is_other).any(|mark| mark.overlaps(&leader)))
            && taken.iter().all(|other| {
                let crosses =
                    |line: Option<Box>, text: Box| line.is_some_and(|line| text.with_air(AIR).overlaps(&line));
                !other.text.with_air(AIR).overlaps(&title.text)
                    && !crosses(other.leader, title.text)
                    && !crosses(title.leader, other.text)
            })
    };
    let is_bar = matches!(target, Target::Bar(_));
    let mut beside = (!is_bar).then(|| (own.top + own.bottom - height) / 2.0);
    let mut above = own.top - height;
    loop {
        let (top, indent, has_leader) = match beside.take() {
            Some(top) => (top, BESIDE, false),
            None if above >= form.marks_top() => {
                above = above - HIGHER;
                (above + HIGHER, INDENT, true)
            }
            None => return None,
        };
        for is_before in [false, true] {
            let (left, right) =
                if is_before { (x - indent - text_width, x - indent) } else { (x + indent, x + indent + text_width) };
            let text = Box { left, right, top, bottom: top + height }.with_air(EDGE);
            let leader = has_leader.then_some(Box { left: x, right: x + Px(1.0), top, bottom: mark_top });
            let found = Taken { text, leader };
            if is_free(&found) {
                let leader = has_leader.then_some(mark_top);
                return Some((found, Title { target: 0, lines, top, indent, is_before, leader }));
            }
        }
    }
}

/// An estimate of the width of a text at [`TYPE_SIZE`].
pub fn text_width(text: &str) -> Px {
    TYPE_SIZE * ems(text)
}

/// The whole of a title, in one line if it is short, else in two of about the same length; nothing where they would be
/// too long.
fn whole(title: &str) -> Option<Vec<String>> {
    let longest = |(before, after): &(&str, &str)| ems(before).max(ems(after));
    let ends = pieces(title).scan(0, |end, piece| {
        *end += piece.len();
        Some(*end)
    });
    let breaks = ends.filter(|end| *end < title.len());
    let breaks = breaks.filter_map(|end| Some((title.get(..end)?.trim_end(), title.get(end..)?)));
    let lines = match breaks.min_by(|a, b| longest(a).total_cmp(&longest(b))) {
        Some((before, after)) if ems(title) > SHORT => vec![before.to_owned(), after.to_owned()],
        _ => vec![title.to_owned()],
    };
    lines.iter().all(|line| ems(line) <= LONGEST_LINE).then_some(lines)
}

/// As much of a title as finds room in two lines, ending in an ellipsis; nothing where nothing has to be cut.
fn cut(title: &str) -> Option<Vec<String>> {
    let mut lines = vec![String::new()];
    let mut is_cut = false;
    for piece in pieces(title) {
        let last = lines.len() - 1;
        let line = &mut lines[last];
        if line.is_empty() || ems(line) + ems(piece.trim_end()) <= LINE {
            line.push_str(piece);
        } else if last == 0 {
            lines.push(piece.to_owned());
        } else {
            line.truncate(line.trim_end().len());
            line.push('…');
            is_cut = true;
            break;
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
        // A single word may be longer than a line.
        while ems(line) > LINE + 2.0 {
            line.truncate(without_last(line).len());
            is_cut = true;
            if ems(line) <= LINE + 1.0 {
                line.push('…');
                break;
            }
        }
    }
    is_cut.then_some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Bar, Cluster, Place, Point};

    const FORM: Form = Form::Wide;
    const ROOM: Room = Room { rows: 6, lanes: 2 };

    fn point(event: u32, x: f64, row: u8) -> Target {
        Target::Point(Point { event, x: Px(x), row })
    }

    fn check(targets: &[Target], first: Option<u32>, title: impl Fn(u32) -> String) -> Vec<Title> {
        titles(targets, first, (FORM, ROOM), Px(500.0), &title)
    }

    fn short(event: u32) -> String {
        format!("Event {event}")
    }

    #[test]
    fn a_title_stands_beside_its_mark_and_near_the_end_of_the_axis_before_it() {
        let found = check(&[point(0, 20.0, 0), point(1, 480.0, 0)], None, short);
        let sides: Vec<(usize, bool, bool)> =
            found.iter().map(|title| (title.target, title.is_before, title.leader.is_some())).collect();
        assert_eq!(sides, [(0, false, false), (1, true, false)]);
        assert_eq!(found[0].top + LINE_HEIGHT / 2.0, FORM.mark_y(ROOM, 0));
    }

    #[test]
    fn where_the_next_mark_is_near_a_title_stands_above_and_a_line_leads_to_its_mark() {
        let targets = [point(0, 200.0, 0), point(1, 226.0, 0), point(2, 252.0, 0)];
        let found = check(&targets, Some(1), |event| format!("A title of event {event} that is not so short"));
        let middle = found.iter().find(|title| title.target == 1).expect("a title of the one in the middle");
        assert_eq!(middle.leader, Some(FORM.mark_y(ROOM, 0) - BUCKET_MIN / 2.0));
        assert_eq!(middle.lines.len(), 2);
    }

    #[test]
    fn no_line_leads_through_another_mark() {
        // The lowest of a column has marks above it and beside it.
        let targets = [point(0, 176.0, 0), point(1, 200.0, 0), point(2, 201.0, 1), point(3, 225.0, 0)];
        let found = check(&targets, Some(1), |_| "Too long to stand between its neighbours".to_owned());
        assert!(found.iter().all(|title| title.target != 1), "{found:?}");
    }

    #[test]
    fn no_title_stands_over_a_bar() {
        let bar = |event, lane, start, end| Target::Bar(Bar { event, lane, x: Interval::new(Px(start), Px(end)) });
        let bars = [bar(0, 0, 150.0, 200.0), bar(1, 1, 160.0, 210.0)];
        let found = check(&bars, Some(1), |_| "A title of two lines".to_owned());
        let bottom = |title: &Title| title.top + LINE_HEIGHT * title.lines.len() as f64;
        assert!(found.iter().all(|title| bottom(title) <= mark_box(&bars[0], FORM, ROOM).top), "{found:?}");
        assert_eq!(found.iter().map(|title| title.target).collect::<Vec<_>>(), [0]);
        // Where its line would go through the other one it has none.
        let found = check(&[bar(0, 0, 100.0, 300.0), bar(1, 1, 180.0, 300.0)], Some(1), short);
        assert_eq!(found.iter().map(|title| title.target).collect::<Vec<_>>(), [0]);
    }

    #[test]
    fn only_marks_of_one_event_have_titles() {
        let cluster = Cluster {
            first: 0,
            last: 1,
            count: 2,
            x: Px(20.0),
            middle: Px(20.0),
            row: 0,
            middles: Interval::new(Place(0.0), Place(1.0)),
            can_split: true,
            groups: 1,
            bucket: 0,
        };
        let bar = Target::Bar(Bar { event: 3, lane: 1, x: Interval::new(Px(300.0), Px(340.0)) });
        let targets = [Target::Cluster(cluster), point(2, 130.0, 0), bar];
        let found = check(&targets, None, short);
        let of: Vec<usize> = found.iter().map(|title| title.target).collect();
        assert_eq!(of, [2, 1]);
        assert!(found[0].leader.is_some(), "a bar has its title above");
    }

    #[test]
    fn a_title_is_whole_where_that_fits_somewhere() {
        assert_eq!(whole("Korean War"), Some(vec!["Korean War".to_owned()]));
        let two = |first: &str, second: &str| Some(vec![first.to_owned(), second.to_owned()]);
        let pact = "Moscow and Pyongyang sign a defence pact";
        assert_eq!(whole(pact), two("Moscow and Pyongyang", "sign a defence pact"));
        assert_eq!(cut(pact), None, "nothing has to be cut");
        let long = "The Security Council imposes its first sanctions on the North Korean government";
        assert_eq!(whole(long), None);
        assert_eq!(cut(long), two("The Security Council", "imposes its first…"));
        let word = "Donaudampfschifffahrtsgesellschaft".repeat(3);
        assert!(cut(&word).expect("cut").iter().all(|line| ems(line) <= LINE + 2.0));
    }
}
