//! A compiled document as files: the printed element, and the document for those who load it by address.
//!
//! Native only. The words are printed by the very components that the browser runs (`view::Words`).
//!
//! *Invariant:* knows no DOM and no author's formats.

mod address;
mod element;
mod events;
mod framed;
mod island;
mod jsonml;
mod lines;
mod page;
mod rows;
mod sheet;

use rows::timeline;

pub use address::{Address, NotAnAddress};
pub use element::{Options, element};
pub use events::page_of_events;
pub use framed::{Framed, framed, snippet};
pub use island::island;
pub use lines::{NotPins, Pins, lines};
pub use page::{PageError, fill_page};
pub use sheet::sheet;
