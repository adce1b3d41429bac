//! Accounts: asking for one, signing in, what is a person's own, and who decides on people.

mod account_page;
mod actions;
mod closing;
pub mod compose;
mod dashboard;
pub mod dashboard_compose;
mod dashboard_page;
mod forms;
pub mod import;
mod participant;
mod participant_filter;
mod participants;
mod parts;
mod people;
mod profile;
mod questions;
mod seat_rules;
mod seen;
mod sign_in_again;
mod today;
pub mod view;
pub mod visit;

pub use account_page::AccountPage;
pub use dashboard_page::DashboardPage;
pub use forms::{KEPT, TRAP};
pub use parts::{Done, Field, Summary, writes_limited};
pub use seen::{Replaced, Seen};
pub use sign_in_again::{AGAIN_EMAIL, AGAIN_PASSWORD};
