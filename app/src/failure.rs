//! What a page can fail with, on either side of the wire.

use domain::Error;
use http::StatusCode;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why a page could not be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Failure {
    /// The portal says no, and why.
    #[error(transparent)]
    Domain(#[from] Error),
    /// The line is down, or what came over it makes no sense.
    #[error("no connection to the portal")]
    Connection,
}

impl FromServerFnError for Failure {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(_cause: ServerFnErrorErr) -> Self {
        Self::Connection
    }

    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl Failure {
    /// The HTTP status that says the same.
    pub const fn status(&self) -> u16 {
        match self {
            Self::Domain(Error::SignIn) => 401,
            Self::Domain(Error::Forbidden) => 403,
            Self::Domain(Error::NotFound) => 404,
            Self::Domain(Error::Moved(_)) => 308,
            Self::Domain(Error::Gone) => 410,
            Self::Domain(Error::Invalid(_)) => 422,
            Self::Domain(Error::Taken(..)) => 409,
            Self::Domain(Error::Unavailable) | Self::Connection => 503,
        }
    }
}
