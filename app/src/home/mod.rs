//! The home page: what this is, who takes part, what is next and what is new.

pub mod api;
pub mod compose;
mod home_page;

pub use home_page::HomePage;
