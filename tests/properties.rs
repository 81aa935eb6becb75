//! Properties of the lower floors, for any input.
#![cfg(not(target_arch = "wasm32"))]

#[path = "properties/calendar.rs"]
mod calendar;
#[path = "properties/layout.rs"]
mod layout;
#[path = "../benches/many_events.rs"]
#[allow(dead_code, reason = "only its dates are tested here")]
mod many_events;
#[path = "properties/reading.rs"]
mod reading;
#[path = "properties/state.rs"]
mod state;
#[path = "properties/strategies.rs"]
mod strategies;
#[path = "properties/window.rs"]
mod window;
