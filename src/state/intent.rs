//! What the reader, or the page, wants.

use super::filter::FilterEntry;
use super::hand::Surface;
use super::told::Told;
use super::view_address::ViewAddress;
use crate::document::{EraId, EventId};
use crate::timeline::{Cluster, Px};

/// Something the reader, or the page, did. x runs from the start of the axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// The frame stands over the page for the first time; the page's address names this.
    Appear(ViewAddress),
    /// The axis has another width.
    Resize(Px),

    /// An event is chosen by a control.
    Choose(EventId),
    /// The event before the chosen one is chosen.
    Previous,
    /// The event after it is.
    Next,
    /// A link in the printed words to an event is followed; the browser scrolls by itself.
    FollowLink(EventId),
    /// The page has another address; with `is_back` the reader came back to a place in the history, to which the browser
    /// scrolls by itself.
    FollowAddress {
        /// What the address names.
        address: ViewAddress,
        /// Whether the place in the history has been seen before.
        is_back: bool,
    },
    /// Several events at one mark are parted: by zooming in or, where no zoom parts them, by a list.
    OpenCluster(Cluster),
    /// That list is closed.
    CloseCluster,
    /// The tab stop moves along the axis.
    Walk(Walk),

    /// So many times larger than now (above 1: less time, larger).
    Zoom {
        /// How many times.
        factor: f64,
        /// What stays where it is.
        around: Around,
        /// Whether it is eased.
        is_eased: bool,
    },
    /// The content moves by so much, as by a wheel.
    Pan(Px),
    /// The window moves along the axis, by the overview's keys.
    Move(Pan),
    /// The whole span is shown.
    ShowWhole,
    /// An era is shown, with a little around it; the whole span, where it is shown already.
    ShowEra(EraId),
    /// A finger, a pen or a mouse's button goes down.
    PointerDown {
        /// On what.
        surface: Surface,
        /// The browser's number of the pointer.
        pointer: i32,
        /// Where.
        x: Px,
        /// When, in milliseconds of the page's clock.
        time: f64,
    },
    /// It moves, down or not.
    PointerMove {
        /// The browser's number of the pointer.
        pointer: i32,
        /// Where to.
        x: Px,
        /// When, in milliseconds of the page's clock.
        time: f64,
    },
    /// It goes up, or the browser takes it.
    PointerUp {
        /// The browser's number of the pointer.
        pointer: i32,
        /// Whether the browser has taken it.
        is_cancelled: bool,
        /// When, in milliseconds of the page's clock.
        time: f64,
    },
    /// The content goes on by so much after a movement by hand.
    Glide(Px),
    /// So much of an easing is done, from 0 to 1.
    Advance(f64),
    /// A movement by hand has come to its end.
    Rest,
    /// Crowded stretches of time get more room, or no more.
    SpreadEvenly(bool),

    /// A category or a status is wanted, or no more.
    ToggleFilter(FilterEntry),
    /// A text is looked for.
    Search(String),
    /// The next event, or the one before, of those that were found is chosen; after the last comes the first.
    NextFound {
        /// Whether it is the one before.
        is_back: bool,
    },
    /// All events are wanted again.
    ClearFilter,

    /// The list was opened or closed.
    ListToggled(bool),
    /// The list stands without the axis, or with it.
    ShowList(bool),
    /// In long documents, the list begins at this position among the events that are shown.
    TurnPage(usize),

    /// All answers are opened or, when all stand open, closed.
    ToggleAnswers,
    /// An answer was opened or closed.
    AnswerToggled {
        /// The question's author's id.
        id: String,
        /// Whether it stands open now.
        is_open: bool,
        /// How many do.
        open: usize,
    },

    /// The pointer or the focus has come to a mark or an era, or has left it.
    Tell(Option<Told>),
    /// The tools that a narrow element has no room for are opened, or closed.
    ToggleTools,
    /// It is to be said how the timeline is used, or no more.
    ToggleHelp,

    /// The address of what is shown is to be copied.
    CopyAddress,
    /// It has been, or could not be.
    Copied(bool),
}

/// What stays where it is while the axis is zoomed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Around {
    /// What stands at an x.
    X(Px),
    /// The chosen event if it is seen, else the middle.
    Chosen,
    /// The mark with the tab stop, else the middle.
    Focused,
    /// The middle, as the overview's keys want it.
    Middle,
}

/// Where the tab stop goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To the mark before.
    Back,
    /// To the mark after.
    On,
    /// To the first event.
    First,
    /// To the last event.
    Last,
    /// To the first event of the era before.
    EraBack,
    /// To the first event of the era after.
    EraOn,
}

/// How the window moves along the axis, eased.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pan {
    /// By so many of its lengths.
    By(f64),
    /// To the start of the whole span.
    ToStart,
    /// To its end.
    ToEnd,
    /// It becomes the whole span.
    ToWhole,
}
