//! Yew components: the printed words and the living frame around them.
//!
//! [`mod@print`] is the tree of the words, the same on the newsroom's machine and, by address, in the browser. [`live`] is
//! the tree of what reacts: it reads [`crate::state`] and sends it intents. Both draw with `draw`.
//!
//! *Invariant:* knows no JSON, no files, no clocks and no random numbers; contains no literal text, since every word is
//! the document's.

mod draw;
pub mod live;
mod long_list;
pub mod palette;
pub mod print;

pub use long_list::LongList;
