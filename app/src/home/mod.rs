//! The home page: what this is, who takes part, what is next and what is new.

pub mod compose;
mod home_page;
mod sections;
pub mod view;

pub use home_page::HomePage;
