//! What has to happen to the page once a new state is drawn.

use super::hand::Surface;
use crate::document::EventId;
use crate::timeline::Px;

/// Something to be done to the page after a state is drawn. They are run in the order in which they were asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The printed page marks the chosen event, and the links to it, as the current one.
    MarkCurrent,
    /// The printed page shows the events that the filter leaves, and marks what was looked for.
    ShowFiltered,
    /// The page scrolls to an event, which gets the focus.
    ScrollTo(EventId),
    /// The page scrolls to an event in the open list; a card is in sight without.
    ShowInList(EventId),
    /// The page scrolls to what its address leads to, where the browser could not: the words came after the page.
    ScrollToTarget,
    /// The focus goes to the axis's tab stop.
    FocusAxis,
    /// The focus goes to the list of a cluster.
    FocusCluster,
    /// The focus goes to the search field.
    FocusSearch,
    /// From now on a pointer is the surface's, also outside it, and ends in no click on a mark.
    CapturePointer {
        /// On what it went down.
        surface: Surface,
        /// The browser's number of it.
        pointer: i32,
    },
    /// Frames are asked for, each of which advances the easing, until it is done.
    StartEasing,
    /// Unless the reader wants no motion, the content goes on by so much.
    Glide(Px),
    /// As [`Effect::StartEasing`], for longer.
    StartGliding,
    /// The movement by hand ends when nothing has moved for a while.
    AwaitRest,
    /// The list of all events is opened or closed.
    OpenList(bool),
    /// All answers are opened or closed.
    OpenAnswers(bool),
    /// The page's address names an event.
    WriteAddress(EventId),
    /// The address of what is shown goes to the clipboard.
    CopyAddress,
    /// The host page is told.
    Notify(Notice),
}

/// What the host page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The frame is up.
    Ready,
    /// The reader chose an event.
    Select(EventId),
    /// The reader opened or closed the question with this author's id.
    Toggle {
        /// The author's id.
        id: String,
        /// Whether it stands open now.
        is_open: bool,
    },
    /// The reader narrowed the events down, or widened them again, to so many.
    Filter(usize),
}
