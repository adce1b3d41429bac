//! What several pages share.

mod body;
mod chips;
mod clipboard;
mod copy;
mod drawn;
mod filter_form;
mod head;
mod icon;
mod in_place;
mod item;
pub mod linked_data;
mod loaded;
mod pager;
mod problems;
mod table;
mod toggle;

pub use body::{Body, BodyView, ParallelBody};
pub use chips::{Chips, NetworkChip};
pub use copy::{CopyButton, offer_to_copy};
pub use drawn::{Drawings, Drawn, Inert, Renewable};
pub use filter_form::FilterForm;
pub use head::{Crumb, DocumentHead, HeadWritten, Heading, PageHead, Published, Tag, alternate, into_head};
pub use icon::{Icon, Pictogram};
pub use in_place::send_in_place;
pub use item::{Badge, Badges, Item, ItemList, Related, RelatedList, TimeTag, Tone};
pub use linked_data::LinkedData;
pub use loaded::loaded;
pub use pager::{Pager, PagerView};
pub use problems::{ProblemView, Problems, described_by};
pub use table::{Cell, Row, Table};
pub use toggle::{Marks, ToggleView};
