//! What can go wrong before the portal answers its first request: each with a calm text and an exit code of its own.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use domain::Error;
use store::OpenError;

use crate::content::ContentError;

/// Why the program cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A setting makes no sense.
    #[error("The setting {name} is \"{value}\", but it must be {wanted}.")]
    Setting {
        /// The environment variable.
        name: &'static str,
        /// What it is.
        value: String,
        /// What it must be.
        wanted: &'static str,
    },
    /// Another program listens on the address.
    #[error("Another program already listens on {0}. Stop it, or choose another port with --addr or PORTAL_ADDR.")]
    PortTaken(SocketAddr),
    /// The address cannot be listened on.
    #[error("The portal cannot listen on {addr}: {cause}.")]
    Address {
        /// The address.
        addr: SocketAddr,
        /// What the system says.
        cause: io::Error,
    },
    /// The data folder cannot be written to.
    #[error("The folder {} cannot be written to: {cause}. Give this user the right to, or choose another with --data-dir or PORTAL_DATA_DIR.", folder.display())]
    Unwritable {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
    /// The built site is not there.
    #[error(
        "The built site was not found (looked in {looked:?}). Build it with `make build`, or name its folder with --site-dir or PORTAL_SITE_DIR."
    )]
    NoSite {
        /// Where it was looked for.
        looked: Vec<PathBuf>,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The content cannot be loaded.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// An account cannot be created.
    #[error("The account was not created. {0}")]
    Account(String),
    /// The store refused.
    #[error("The database refused: {0}.")]
    Store(#[from] Error),
    /// The service ended with an error.
    #[error("The portal stopped: {0}.")]
    Service(io::Error),
}

impl Fault {
    /// The exit code: each sort of fault has its own, so that scripts can tell them apart.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Setting { .. } | Self::Database(OpenError::BadUrl(_)) => 2,
            Self::PortTaken(_) | Self::Address { .. } => 3,
            Self::Unwritable { .. } => 4,
            Self::Database(OpenError::NewerSchema { .. }) => 5,
            Self::Database(_) => 6,
            Self::NoSite { .. } => 7,
            Self::Content(_) => 8,
            Self::Account(_) => 9,
            Self::Store(_) | Self::Service(_) => 1,
        }
    }
}
