//! Files: the documents of an entry, and the media library.

pub mod compose;
mod documents;
mod form;
mod item;
mod library;
mod media_file;
mod view;

pub use documents::{Documents, FileLine};
pub use library::parameters;
pub use view::{MediaRequest, Refused, sentence};
