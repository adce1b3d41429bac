//! Letters: written from effects, in the language of who gets them, sent by SMTP or put into a folder.

mod job;
mod letter;
mod letters;
mod news;
mod perform;
mod post;

pub use job::Job;
pub use post::{BadPost, Post};
