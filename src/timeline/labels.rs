//! Titles above the marks, where they fit.
//!
//! A title stands to the right of the thin line that leads down to its mark (near the right edge, to the left of it).
//! Titles are tried in the order given, the lowest row first; one that fits nowhere is left out.

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
pub(crate) const INDENT: f64 = 5.0;

/// Places titles in `rows` rows on `width` CSS pixels.
pub fn place(candidates: &[Candidate], rows: usize, width: f64) -> Vec<Placed> {
    let mut placed: Vec<(Placed, f64, f64, f64)> = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let options = (0..rows).rev().flat_map(|row| [(row, false), (row, true)]);
        for (row, leftwards) in options {
            let reach = INDENT + candidate.width;
            let (x0, x1) =
                if leftwards { (candidate.x - reach, candidate.x) } else { (candidate.x, candidate.x + reach) };
            if x0 < 0.0 || x1 > width {
                continue;
            }
            let free = placed.iter().all(|&(other, other_x, other_x0, other_x1)| {
                let boxes_apart = other.row != row || x1 + AIR <= other_x0 || other_x1 + AIR <= x0;
                // A line runs from its row down to the marks, through every row below its own.
                let clear_of_line = other.row >= row || other_x <= x0 - AIR || other_x >= x1 + AIR;
                let line_clear = row >= other.row || candidate.x <= other_x0 - AIR || candidate.x >= other_x1 + AIR;
                boxes_apart && clear_of_line && line_clear
            });
            if free {
                placed.push((Placed { index, row, leftwards }, candidate.x, x0, x1));
                break;
            }
        }
    }
    placed.into_iter().map(|(placed, ..)| placed).collect()
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
    fn titles_stand_in_the_lowest_row_that_is_free() {
        check(&[(0.0, 100.0), (200.0, 100.0), (50.0, 60.0)], &[(0, 1, false), (1, 1, false)]);
        check(&[(200.0, 100.0), (150.0, 100.0)], &[(0, 1, false), (1, 1, true)]);
    }

    #[test]
    fn a_title_near_the_right_edge_stands_to_the_left() {
        check(&[(480.0, 100.0)], &[(0, 1, true)]);
    }

    #[test]
    fn a_line_never_runs_through_a_title_below() {
        // The second would fit the upper row, but its line would cross the first title.
        check(&[(100.0, 300.0), (250.0, 50.0)], &[(0, 1, false)]);
    }
}
