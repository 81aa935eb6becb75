//! The pointers that are down, so that one can drag and two can pinch.

use crate::timeline::{Interval, Place, Px, Viewport};

/// A pointer has to move so far before it drags: less is a click.
const SLACK: Px = Px(4.0);
/// A pointer that has not moved for so many milliseconds has come to rest.
const STILL: f64 = 60.0;
/// Reach of a handle to either side of the window's edge on the overview: two make a target of 24.
pub const GRIP: Px = Px(12.0);

/// What a pointer can be down on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// The axis: its content is dragged.
    Axis,
    /// The overview: the window on it is dragged, or one of its edges.
    Overview,
}

/// What of the window a pointer on the overview holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grip {
    Start,
    Whole,
    End,
}

/// The pointers that are down on one surface, at most two.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hand {
    down: Vec<Pointer>,
    held: Option<(Surface, Grip)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Pointer {
    id: i32,
    began: Px,
    x: Px,
    drags: bool,
    /// When it moved last, milliseconds, and how fast, CSS pixels a millisecond.
    moved: f64,
    speed: f64,
}

/// A movement of one pointer, or of two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drag {
    pub surface: Surface,
    pub grip: Grip,
    /// Where the two were; a single pointer is both of a pair.
    pub from: (Px, Px),
    /// Where they are.
    pub to: (Px, Px),
    /// Whether the moved pointer drags since this very movement.
    pub is_first: bool,
}

/// A pointer that went up.
pub(super) struct Release {
    pub surface: Surface,
    pub grip: Grip,
    pub x: Px,
    /// Whether it has dragged, and none is left.
    pub ends_drag: bool,
    /// Whether none has dragged: a click.
    pub is_click: bool,
    /// How fast it was, CSS pixels a millisecond; 0 where it had come to rest.
    pub speed: f64,
}

impl Hand {
    /// One goes down on a surface. On the overview the window has these edges.
    pub(super) fn press(&mut self, surface: Surface, id: i32, x: Px, time: f64, edges: Interval<Px>) {
        self.down.retain(|pointer| pointer.id != id);
        if self.down.is_empty() {
            let grip = if surface == Surface::Axis { Grip::Whole } else { grip(x, edges) };
            self.held = Some((surface, grip));
        }
        let is_same = self.held.is_some_and(|(held, _)| held == surface);
        if is_same && self.down.len() < 2 {
            self.down.push(Pointer { id, began: x, x, drags: false, moved: time, speed: 0.0 });
        }
    }

    /// One moves; `None` while it has hardly moved, or is not down.
    pub(super) fn drag(&mut self, id: i32, x: Px, time: f64) -> Option<Drag> {
        let (surface, grip) = self.held?;
        let are_two = self.down.len() == 2;
        let moved = self.down.iter().position(|pointer| pointer.id == id)?;
        let ends = |down: &[Pointer]| (down[0].x, down[down.len() - 1].x);
        let from = ends(&self.down);
        let pointer = &mut self.down[moved];
        if !pointer.drags && !are_two && (x - pointer.began).abs() < SLACK {
            return None;
        }
        let is_first = !pointer.drags;
        // Two movements together tell more than the last alone.
        let speed = (x - pointer.x).0 / (time - pointer.moved).max(1.0);
        (pointer.speed, pointer.moved) = ((pointer.speed + speed) / 2.0, time);
        (pointer.drags, pointer.x) = (true, x);
        Some(Drag { surface, grip, from, to: ends(&self.down), is_first })
    }

    /// One goes up, or is taken by the browser.
    pub(super) fn release(&mut self, id: i32, time: f64) -> Option<Release> {
        let (surface, grip) = self.held?;
        let position = self.down.iter().position(|pointer| pointer.id == id)?;
        let is_click = !self.down.iter().any(|pointer| pointer.drags);
        let Pointer { drags, x, moved, speed, .. } = self.down.remove(position);
        let speed = if time - moved < STILL { speed } else { 0.0 };
        Some(Release { surface, grip, x, ends_drag: drags && self.down.is_empty(), is_click, speed })
    }
}

/// What is held at an x of the overview, where the window lies so.
fn grip(x: Px, window: Interval<Px>) -> Grip {
    // In a short window the handles lie outside, and its middle moves it.
    let inside = GRIP.min(window.length() / 4.0);
    if x > window.start - GRIP && x < window.start + inside {
        Grip::Start
    } else if x < window.end + GRIP && x > window.end - inside {
        Grip::End
    } else {
        Grip::Whole
    }
}

/// The window after a drag on the overview, which shows `whole`.
pub(super) fn dragged_on_overview(drag: &Drag, window: Viewport, whole: &Viewport) -> Interval<Place> {
    let Interval { start, end } = window.window;
    let place = whole.invert(drag.to.0);
    match drag.grip {
        Grip::Start => Interval::new(place, end),
        Grip::End => Interval::new(start, place),
        Grip::Whole => {
            let places = (drag.to.0 - drag.from.0).0 / whole.px_per_place();
            Interval::new(start + places, end + places)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_is_held_by_its_edges_or_its_middle() {
        let window = Interval::new(Px(100.0), Px(300.0));
        for (x, held) in [
            (50.0, Grip::Whole),
            (89.0, Grip::Start),
            (111.0, Grip::Start),
            (200.0, Grip::Whole),
            (289.0, Grip::End),
            (311.0, Grip::End),
        ] {
            assert_eq!(grip(Px(x), window), held, "{x}");
        }
        // The middle of a short one can be held, too.
        assert_eq!(grip(Px(104.0), Interval::new(Px(100.0), Px(108.0))), Grip::Whole);
    }
}
