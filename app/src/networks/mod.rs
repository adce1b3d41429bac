//! Thematic networks: the heart of the portal.

pub mod compose;
mod network_page;
mod networks_page;
mod parts;
mod rows;
pub mod view;

pub use network_page::NetworkPage;
pub use networks_page::NetworksPage;
