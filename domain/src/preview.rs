//! Links to previews: a draft as its readers will see it, for whoever has the link, until it ends.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::account::Staff;
use crate::entry::Kind;
use crate::token::TokenHash;
use crate::{Error, Slug};

/// How many days a link may work, for staff to choose from.
pub const DAYS: [i64; 5] = [1, 3, 7, 14, 30];
/// How many it works where nobody chooses.
pub const USUAL_DAYS: i64 = 7;

/// As whom a draft is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Who has not signed in.
    Visitor,
    /// A member.
    Member,
}

impl Audience {
    /// Every audience.
    pub const ALL: [Self; 2] = [Self::Visitor, Self::Member];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Member => "member",
        }
    }

    /// An audience by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.code() == code)
    }
}

/// A link that works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewLink {
    /// The stored id; no secret.
    pub id: i64,
    /// As whom the draft is shown.
    pub audience: Audience,
    /// The name of who made it.
    pub made_by: String,
    /// When.
    pub made: Timestamp,
    /// Until when it works.
    pub expires: Timestamp,
}

/// What a link opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// What it is.
    pub kind: Kind,
    /// Its address, as it is now.
    pub slug: Slug,
    /// As whom it is shown.
    pub audience: Audience,
    /// Who made the link.
    pub account: i64,
    /// Until when it works.
    pub expires: Timestamp,
}

/// Links to previews. Making one and taking one back are written down in the audit log.
#[async_trait]
pub trait Previews: Send + Sync {
    /// Makes a link to the draft of an entry, which works before `expires`.
    async fn share(
        &self,
        staff: &Staff,
        draft: (Kind, &Slug),
        audience: Audience,
        token: &TokenHash,
        expires: Timestamp,
        now: Timestamp,
    ) -> Result<(), Error>;

    /// The links of an entry that work, the one that ends first comes first.
    async fn preview_links(
        &self,
        staff: &Staff,
        kind: Kind,
        slug: &Slug,
        now: Timestamp,
    ) -> Result<Vec<PreviewLink>, Error>;

    /// Takes a link of an entry back; nothing happens where it does not work any more.
    async fn take_back(&self, staff: &Staff, kind: Kind, slug: &Slug, link: i64, now: Timestamp) -> Result<(), Error>;

    /// What a link opens. [`Error::NotFound`] where nobody made it, [`Error::Gone`] where it has ended, was taken back, or its
    /// entry is in the bin.
    async fn shared(&self, token: &TokenHash, now: Timestamp) -> Result<Shared, Error>;
}
