//! Titles above the marks, where they fit.
//!
//! A title stands to the right of the thin line that leads down to its mark (near the right edge, to the left of it).
//! Titles are tried in the order given; one that fits nowhere is left out.

/// A title that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// x of its mark in CSS pixels.
    pub x: f64,
    /// Its width in CSS pixels.
    pub width: f64,
}

/// A title that got one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which candidate.
    pub index: usize,
    /// Its row, from 0 at the top.
    pub row: usize,
    /// Whether it stands to the left of its line.
    pub leftwards: bool,
}

/// Air between two titles, and between a title and another title's line, CSS pixels.
const AIR: f64 = 10.0;
/// From the line to the text, CSS pixels.
const INDENT: f64 = 5.0;

/// Places titles in `rows` rows on `width` CSS pixels: from the lowest row up or from the highest down, whichever has room
/// for more of them.
pub fn place(candidates: &[Candidate], rows: usize, width: f64) -> Vec<Placed> {
    let (up, down) = (attempt(candidates, rows, width, true), attempt(candidates, rows, width, false));
    if down.len() > up.len() { down } else { up }
}

fn attempt(candidates: &[Candidate], rows: usize, width: f64, lowest_first: bool) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::new();
    for (index, &candidate) in candidates.iter().enumerate() {
        for option in 0..2 * rows {
            let row = if lowest_first { rows - 1 - option / 2 } else { option / 2 };
            let title = Placed { index, row, leftwards: option % 2 == 1 };
            let (x0, x1) = reach(candidate, title);
            if x0 < 0.0 || x1 > width {
                continue;
            }
            let free = placed.iter().all(|&other| {
                let place = candidates[other.index];
                let (other_x0, other_x1) = reach(place, other);
                let boxes_apart = other.row != row || x1 + AIR <= other_x0 || other_x1 + AIR <= x0;
                // A line runs from its row down to the marks, through every row below its own.
                let clear_of_line = other.row >= row || place.x <= x0 - AIR || place.x >= x1 + AIR;
                let line_clear = row >= other.row || candidate.x <= other_x0 - AIR || candidate.x >= other_x1 + AIR;
                boxes_apart && clear_of_line && line_clear
            });
            if free {
                placed.push(title);
                break;
            }
        }
    }
    placed
}

/// The left and the right edge of a title in CSS pixels.
fn reach(candidate: Candidate, title: Placed) -> (f64, f64) {
    let reach = INDENT + candidate.width;
    if title.leftwards { (candidate.x - reach, candidate.x) } else { (candidate.x, candidate.x + reach) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(candidates: &[(f64, f64)], expected: &[(usize, usize, bool)]) {
        let candidates: Vec<Candidate> = candidates.iter().map(|&(x, width)| Candidate { x, width }).collect();
        let found: Vec<(usize, usize, bool)> =
            place(&candidates, 2, 500.0).iter().map(|placed| (placed.index, placed.row, placed.leftwards)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_stand_in_the_lowest_row_unless_others_find_room_below_them() {
        check(&[(0.0, 100.0), (200.0, 100.0)], &[(0, 1, false), (1, 1, false)]);
        check(&[(200.0, 100.0), (150.0, 100.0)], &[(0, 1, false), (1, 1, true)]);
        check(&[(0.0, 100.0), (200.0, 100.0), (50.0, 60.0)], &[(0, 0, false), (1, 0, false), (2, 1, false)]);
    }

    #[test]
    fn a_title_near_the_right_edge_stands_to_the_left() {
        check(&[(480.0, 100.0)], &[(0, 1, true)]);
    }

    #[test]
    fn a_line_never_runs_through_a_title_below() {
        // The second fits only below the first, where its line crosses nothing.
        check(&[(100.0, 300.0), (250.0, 50.0)], &[(0, 0, false), (1, 1, false)]);
        // The third would fit a row of its own, but either its line or another's would cross a title.
        check(&[(100.0, 300.0), (250.0, 50.0), (270.0, 100.0)], &[(0, 0, false), (1, 1, false)]);
    }
}
