//! Files: the documents of an entry, and the media library.

pub mod compose;
mod documents;
mod form;
mod item;
mod lead;
mod library;
mod live;
mod media_file;
mod view;

pub use documents::{DocumentRows, Documents, FileLine};
pub use lead::{Lead, LeadView, lead_address, lead_alt};
pub use library::parameters;
pub use live::Uploads;
pub use view::{MediaRequest, Refused, sentence};
