//! A compiled document as files: the printed element, pages around it, and the document for those who load it by address.
//!
//! Native only. The words are printed by the very components that the browser runs ([`crate::view::print`]).
//!
//! *Invariant:* knows no DOM and no author's formats; no HTML is put together but by Yew.

mod address;
mod document_json;
mod element;
mod framed;
mod head_lines;
mod oembed;
mod page;
mod page_of_events;
mod pins;
mod plain_text;
mod render;
mod script_json;
mod standalone;
mod structured;

pub use address::{NotAnAddress, address, whole_address};
pub use document_json::{LONGEST, document_json, too_long};
pub use element::{Loading, Options, element};
pub use framed::{Framed, Theme, framed, snippet};
pub use head_lines::{Head, head_lines, preloads};
pub use oembed::oembed;
pub use page::{PageError, fill_page};
pub use page_of_events::page_of_events;
pub use pins::{NotPins, Pins};
pub use script_json::script_json;
pub use standalone::{Standalone, plain, standalone};
pub use structured::{Structured, structured};
