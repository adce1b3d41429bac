//! Letters: written from effects, in the language of who gets them, sent by SMTP or put into a folder.

mod job;
mod letter;
mod letters;
mod news;
mod post;

pub use job::run;
pub use post::{BadPost, Post};
