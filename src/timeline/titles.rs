//! Titles above the marks, where they fit.
//!
//! A title stands in at most two short lines, after the thin line that leads down to its mark or, near the end of the
//! axis, before it. Titles of lone marks are tried first where most room is around them; one that fits nowhere is left
//! out.
//!
//! The widths of texts are estimates because the picture is drawn where no browser is. They err on the wide side, so
//! that titles keep apart in any face.

use super::text::{ems, pieces, without_last};
use super::{BUCKET_MIN, Px, Target, order};

/// The size of type on the axis.
pub const TYPE_SIZE: Px = Px(12.5);
/// A line holds at most about this many ems.
const LINE: f64 = 14.0;
/// Air between two titles, and between a title and another title's line.
const AIR: Px = Px(10.0);
/// From the line that leads to the mark to the text.
pub const INDENT: Px = Px(5.0);
/// More titles than so many could not find room.
const MOST: usize = 48;

/// A title that found its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// The position of its mark among the targets.
    pub target: usize,
    /// Its text, in one or two lines.
    pub lines: Vec<String>,
    /// Its row, from 0 at the top.
    pub row: usize,
    /// Whether it stands before the line that leads to its mark, and not after it.
    pub is_before: bool,
}

/// A title that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    /// x of its mark.
    x: Px,
    width: Px,
}

/// Where a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Placed {
    candidate: usize,
    row: usize,
    is_before: bool,
}

/// The titles that find room above marks that stand alone, in so many rows on an axis of this width. The title of the
/// event `first` is placed before all others.
pub fn titles(
    targets: &[Target],
    first: Option<u32>,
    rows: usize,
    width: Px,
    title: impl Fn(u32) -> String,
) -> Vec<Title> {
    if rows == 0 {
        return Vec::new();
    }
    let alone: Vec<usize> = (0..targets.len()).filter(|&target| has_clear_line(targets, target)).collect();
    let keys = alone.iter().map(|&target| match targets[target].event() {
        event if Some(event) == first => f64::NEG_INFINITY,
        _ => -solitude(targets, target, width).0,
    });
    let alone: Vec<usize> = order(keys).into_iter().take(MOST).map(|position| alone[position]).collect();
    let mut texts: Vec<Vec<String>> = alone.iter().map(|&target| lines(&title(targets[target].event()))).collect();
    let candidates: Vec<Candidate> = alone
        .iter()
        .zip(&texts)
        .map(|(&target, lines)| Candidate {
            x: targets[target].x(),
            width: lines.iter().map(|line| text_width(line)).fold(Px(0.0), Px::max),
        })
        .collect();
    let placed = place(&candidates, rows, width);
    placed
        .into_iter()
        .map(|Placed { candidate, row, is_before }| Title {
            target: alone[candidate],
            lines: std::mem::take(&mut texts[candidate]),
            row,
            is_before,
        })
        .collect()
}

/// Whether a target is one event, and a line from above reaches it without crossing another mark.
fn has_clear_line(targets: &[Target], target: usize) -> bool {
    match targets[target] {
        Target::Cluster(cluster) => cluster.count == 1,
        Target::Bar(bar) => {
            let x = targets[target].x();
            let is_near = |other: &Target| matches!(other, Target::Cluster(_)) && (other.x() - x).abs() < BUCKET_MIN;
            bar.lane == 0 && !targets.iter().any(is_near)
        }
    }
}

/// How far the nearest neighbours of a target are.
fn solitude(targets: &[Target], target: usize, width: Px) -> Px {
    let x = targets[target].x();
    let before = target.checked_sub(1).map_or(Px(0.0), |before| targets[before].x());
    let after = targets.get(target + 1).map_or(width, |after| after.x());
    (x - before).min(after - x)
}

/// Places titles from the lowest row up or from the highest down, whichever has room for more of them.
fn place(candidates: &[Candidate], rows: usize, width: Px) -> Vec<Placed> {
    let (up, down) = (attempt(candidates, rows, width, true), attempt(candidates, rows, width, false));
    if down.len() > up.len() { down } else { up }
}

fn attempt(candidates: &[Candidate], rows: usize, width: Px, is_lowest_first: bool) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (number, &candidate) in candidates.iter().enumerate() {
        for option in 0..2 * rows {
            let row = if is_lowest_first { rows - 1 - option / 2 } else { option / 2 };
            let title = Placed { candidate: number, row, is_before: option % 2 == 1 };
            let (start, end) = reach(candidate, title);
            if start < Px(0.0) || end > width {
                continue;
            }
            let is_free = placed.iter().all(|&other| {
                let neighbour = candidates[other.candidate];
                let (other_start, other_end) = reach(neighbour, other);
                let boxes_apart = other.row != row || end + AIR <= other_start || other_end + AIR <= start;
                // A line runs from its row down to the marks, through every row below its own.
                let clear_of_line = other.row >= row || neighbour.x <= start - AIR || neighbour.x >= end + AIR;
                let line_clear = row >= other.row || candidate.x <= other_start - AIR || candidate.x >= other_end + AIR;
                boxes_apart && clear_of_line && line_clear
            });
            if is_free {
                placed.push(title);
                break;
            }
        }
    }
    placed
}

/// Where a title begins and ends.
fn reach(candidate: Candidate, title: Placed) -> (Px, Px) {
    let reach = INDENT + candidate.width;
    if title.is_before { (candidate.x - reach, candidate.x) } else { (candidate.x, candidate.x + reach) }
}

/// An estimate of the width of a text at [`TYPE_SIZE`].
pub fn text_width(text: &str) -> Px {
    TYPE_SIZE * ems(text)
}

/// Breaks a title into at most two lines; one that is too long ends in an ellipsis.
fn lines(title: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
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
            break;
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
        // A single word may be longer than a line.
        while ems(line) > LINE + 2.0 {
            line.truncate(without_last(line).len());
            if ems(line) <= LINE + 1.0 {
                line.push('…');
                break;
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Bar, Cluster, Interval};

    fn check(candidates: &[(f64, f64)], expected: &[(usize, usize, bool)]) {
        let candidates: Vec<Candidate> =
            candidates.iter().map(|&(x, width)| Candidate { x: Px(x), width: Px(width) }).collect();
        let placed = place(&candidates, 2, Px(500.0));
        let found: Vec<(usize, usize, bool)> =
            placed.iter().map(|placed| (placed.candidate, placed.row, placed.is_before)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_stand_in_the_lowest_row_unless_others_find_room_below_them() {
        check(&[(0.0, 100.0), (200.0, 100.0)], &[(0, 1, false), (1, 1, false)]);
        check(&[(200.0, 100.0), (150.0, 100.0)], &[(0, 1, false), (1, 1, true)]);
        check(&[(0.0, 100.0), (200.0, 100.0), (50.0, 60.0)], &[(0, 0, false), (1, 0, false), (2, 1, false)]);
    }

    #[test]
    fn a_title_near_the_end_of_the_axis_stands_before_its_line() {
        check(&[(480.0, 100.0)], &[(0, 1, true)]);
    }

    #[test]
    fn a_line_never_runs_through_a_title_below() {
        // The second fits only below the first, where its line crosses nothing.
        check(&[(100.0, 300.0), (250.0, 50.0)], &[(0, 0, false), (1, 1, false)]);
        // The third would fit a row of its own, but either its line or another's would cross a title.
        check(&[(100.0, 300.0), (250.0, 50.0), (270.0, 100.0)], &[(0, 0, false), (1, 1, false)]);
    }

    #[test]
    fn only_marks_that_stand_alone_have_titles_and_the_wanted_one_comes_first() {
        let cluster = |first, x, count| {
            let middles = Interval::default();
            Target::Cluster(Cluster { first, last: first, count, x: Px(x), middles, holds_bars: false, bucket: 0 })
        };
        let bar = |event, lane, start, end| Target::Bar(Bar { event, lane, x: Interval::new(Px(start), Px(end)) });
        let targets = [
            cluster(0, 20.0, 3),
            cluster(1, 100.0, 1),
            cluster(2, 130.0, 1),
            bar(3, 0, 300.0, 340.0),
            bar(4, 1, 300.0, 400.0),
        ];
        let of = |first| -> Vec<u32> {
            let titles = titles(&targets, first, 1, Px(500.0), |event| format!("Event {event}"));
            titles.iter().map(|title| targets[title.target].event()).collect()
        };
        assert_eq!(of(None), [1, 3]);
        assert_eq!(of(Some(2)), [2, 1, 3]);
        assert!(titles(&targets, None, 0, Px(500.0), |_| String::new()).is_empty());
    }

    fn check_lines(title: &str, expected: &[&str]) {
        assert_eq!(lines(title), expected);
    }

    #[test]
    fn titles_break_between_words() {
        check_lines("Korean War", &["Korean War"]);
        check_lines("Moscow and Pyongyang sign a defence pact", &["Moscow and Pyongyang", "sign a defence pact"]);
    }

    #[test]
    fn long_titles_end_in_an_ellipsis() {
        check_lines(
            "The Security Council imposes its first sanctions on the North",
            &["The Security Council", "imposes its first…"],
        );
        check_lines(
            "新しい橋が開き、川の両岸の町がはじめて一つの道で結ばれた。",
            &["新しい橋が開き、川の両岸の", "町がはじめて一つの道で結ば…"],
        );
        let family = "👩🏽\u{200d}🚀".repeat(30);
        assert!(lines(&family).iter().all(|line| line.trim_end_matches('…').len() % 15 == 0), "none is cut in two");
        assert!(lines(&"Donaudampfschifffahrtsgesellschaft".repeat(3)).iter().all(|line| ems(line) <= LINE + 2.0));
    }
}
