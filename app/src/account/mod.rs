//! Accounts. Members and staff sign in here once accounts exist; until then the pages say so.

mod pages;

pub use pages::{LoginPage, RegisterPage};
