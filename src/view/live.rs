//! The living frame: slots for the printed parts, and between them the controls.
//!
//! The frame stands in the element's shadow root; the words stay where they were printed and are only sent to slots.
//! Its state is one [`crate::state::State`]: `life` keeps it, hears the page, and runs what follows from a change once
//! it is drawn. Every component gets, as props, what it draws and a callback for intents.

mod axis;
mod axis_events;
mod button;
mod cluster_list;
mod era_buttons;
mod filters;
mod find;
mod frame;
mod hearing;
mod life;
mod mark_label;
mod notes;
mod overview;
mod pages;
mod questions_button;
mod scene;
mod status;
mod steps;
mod timeline_controls;
mod toolbar;
mod wording;

pub use frame::{Room, RoomProps};
pub use scene::Scene;
