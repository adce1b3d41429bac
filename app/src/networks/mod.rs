//! Thematic networks: the heart of the portal.

pub mod compose;
mod network_page;
mod networks_page;
pub mod view;

pub use network_page::NetworkPage;
pub use networks_page::NetworksPage;
