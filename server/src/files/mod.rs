//! Files: uploading, describing, throwing away, and serving them by their rules.

mod picture;
pub(crate) mod sent;
mod serve;
pub mod text;
pub mod upload;

pub use serve::{document, picture};
