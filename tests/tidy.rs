//! House rules that a compiler does not hold: imports only go down the floors and in no circle, files stay small, and what is
//! banned stays out.
#![cfg(not(target_arch = "wasm32"))]

#[path = "tidy/bans.rs"]
mod bans;
#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/floors.rs"]
mod floors;
#[path = "tidy/lock_files.rs"]
mod lock_files;
#[path = "tidy/sheets.rs"]
mod sheets;
#[path = "tidy/sources.rs"]
mod sources;
