//! Entries of every kind that has no page of its own design: their lists and their pages.

pub mod compose;
pub mod content;
mod entry_page;
mod figures;
pub mod filters;
mod interest;
mod list_page;
pub mod list_parts;
pub mod present;
mod referred;
pub mod related;
mod shown;
mod tombstone;
pub mod view;

pub use content::ContactLine;
pub use entry_page::{EntryPage, EntryTop};
pub use figures::{FigureCards, FigureList, FigureView, anchor};
pub use list_page::ListPage;
pub use list_parts::{ByNetworkAndCountry, Choice, Fold, ListData, ListEnd, ListFiles, YearField, network_options};
pub use referred::{CardView, Figures, Referred, referred};
pub use shown::{Instead, Shown, find};
