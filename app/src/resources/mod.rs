//! Blog, news, media and e-campus: what their lists and pages say beyond what every entry has.

mod article;
pub mod compose;
mod courses;
pub mod linked_data;
mod media;
mod picture;
mod reading;

pub use courses::{cost, course_facts};
