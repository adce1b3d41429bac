//! Files: documents and pictures that staff upload. Who may open one, where it is used, and what is known of it.
//!
//! What is taken in is decided by [`accept`], by content alone; [`safe_name`] makes a name that can be trusted, [`Span`] reads
//! which part of a file is asked for, and [`uses_of`] says which files an entry uses.

mod about;
mod accept;
mod name;
mod port;
mod span;
mod usage;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::Language;
use crate::account::{Account, Member, Role, Staff};
use crate::entry::Kind;
use crate::language::Texts;
use crate::region;
use crate::token::Chance;

pub use self::accept::{LARGEST_DOCUMENT, LARGEST_PICTURE, Medium, Unfit, accept};
pub use self::name::safe_name;
pub use self::port::{Files, PART};
pub use self::span::Span;
pub use self::usage::{Place, Used, picture_uid, uids_in, uses_of};

/// The widths that pictures are kept in, in pixels; none is wider than the picture that was uploaded.
pub const WIDTHS: [u32; 3] = [480, 960, 1600];
/// The most characters of a title, a credit.
pub const LONGEST_TITLE: usize = 200;
/// The most characters of what a picture shows.
pub const LONGEST_ALT: usize = 500;
/// The most files that one entry lists.
pub const MOST_FILES: usize = 50;

/// The letters of a [`Uid`]: those that look alike are left out.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const UID_LENGTH: usize = 20;

/// The name of a file in addresses: 100 bits that nobody can guess.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uid(String);

/// It names no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a file")]
pub struct BadUid;

impl Uid {
    /// A new one.
    pub fn new(chance: &dyn Chance) -> Self {
        let letters = chance.bits().into_iter().take(UID_LENGTH);
        Self(letters.map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect())
    }

    /// As it stands in addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Uid {
    type Err = BadUid;

    fn from_str(text: &str) -> Result<Self, BadUid> {
        let is_sound = text.len() == UID_LENGTH && text.bytes().all(|byte| LETTERS.contains(&byte));
        if is_sound { Ok(Self(text.to_owned())) } else { Err(BadUid) }
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who may open a file. Its title is told to everybody who sees where it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Everybody.
    Everybody,
    /// Members.
    Members,
    /// Who has a seat at an event that uses it.
    Registered,
    /// Staff alone.
    Staff,
}

impl Access {
    /// Every access, the widest first.
    pub const ALL: [Self; 4] = [Self::Everybody, Self::Members, Self::Registered, Self::Staff];

    /// The stored name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Members => "members",
            Self::Registered => "registered",
            Self::Staff => "staff",
        }
    }

    /// An access by its stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|access| access.code() == code)
    }
}

/// One of the bodies of a file: a document has one, a picture one for each width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Variant {
    /// In pixels; 0 for a document.
    pub width: u32,
    /// In pixels; 0 for a document.
    pub height: u32,
    /// In bytes.
    pub size: u64,
}

/// What staff say of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub titles: Texts<String>,
    /// What a picture shows, for who cannot see it.
    pub alts: Texts<String>,
    /// A picture that shows nothing that the text does not say.
    pub is_decorative: bool,
    /// The code of the language that a document is in; none where it has none.
    pub language: Option<String>,
    /// Who made a picture.
    pub credit: String,
    /// Who may open it.
    pub access: Access,
    /// The day in the region from which its access counts; until then it opens for staff alone. None: from the beginning.
    pub opens_on: Option<Date>,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name in addresses.
    pub uid: Uid,
    /// Its name where it is saved: one safe segment, with the extension of what it is.
    pub name: String,
    /// What it is.
    pub medium: Medium,
    /// SHA-256 of what was uploaded, in hexadecimal digits.
    pub hash: String,
    /// Its bodies, the narrowest first.
    pub variants: Vec<Variant>,
    /// What is said of it.
    pub about: About,
    /// When it was uploaded.
    pub created: Timestamp,
    /// By whom.
    pub created_by: String,
    /// Whether it is in the bin.
    pub is_deleted: bool,
}

impl File {
    /// The title in a language, else in another, else the name; with the language that it is in.
    pub fn title(&self, language: Language) -> (Option<Language>, &str) {
        let best = self.about.titles.best(language, language);
        best.map_or((None, self.name.as_str()), |(of, title)| (Some(of), title.as_str()))
    }

    /// The body to show where a width is asked for: the narrowest that is as wide, else the widest.
    pub fn variant(&self, width: u32) -> Option<Variant> {
        let fits = self.variants.iter().find(|its| its.width >= width && width > 0);
        fits.or(self.variants.last()).copied()
    }

    /// How large it is, in bytes: the widest of its bodies.
    pub fn size(&self) -> u64 {
        self.variants.last().map_or(0, |its| its.size)
    }

    /// Whether it is a picture whose alternative text is missing in a language.
    pub fn lacks_alt(&self) -> bool {
        let is_said = |of: &Language| self.about.alts.get(*of).is_some_and(|alt| !alt.is_empty());
        self.medium.is_picture() && !self.about.is_decorative && !Language::ALL.iter().all(is_said)
    }

    /// The day on which it opens, where that has not come yet.
    pub fn opens_later(&self, now: Timestamp) -> Option<Date> {
        self.about.opens_on.filter(|day| *day > region::day_of(now))
    }

    /// Whether its own rule lets everybody open it by now.
    pub fn is_for_all(&self, now: Timestamp) -> bool {
        self.about.access == Access::Everybody && self.opens_later(now).is_none() && !self.is_deleted
    }

    /// Whether somebody may open it now.
    ///
    /// # Errors
    /// Why not.
    pub fn opens_for(&self, account: Option<&Account>, reach: Reach, now: Timestamp) -> Result<(), Closed> {
        if account.is_some_and(|account| Staff::of(account, Role::Contributor).is_some()) {
            return Ok(());
        }
        let member = account.and_then(Member::of);
        match (self.about.access, self.opens_later(now)) {
            _ if !reach.is_shown || self.is_deleted => Err(Closed::Hidden),
            (Access::Staff, _) => Err(Closed::ForStaff),
            (_, Some(day)) => Err(Closed::NotYet(day)),
            (Access::Members | Access::Registered, None) if account.is_none() => Err(Closed::SignIn),
            (Access::Members | Access::Registered, None) if member.is_none() => Err(Closed::ForMembers),
            (Access::Registered, None) if !reach.has_seat => Err(Closed::ForRegistered),
            (Access::Everybody | Access::Members | Access::Registered, None) => Ok(()),
        }
    }
}

/// How a file can be reached by somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// An entry that readers see uses it.
    pub is_shown: bool,
    /// They have a seat at an event that readers see and that uses it.
    pub has_seat: bool,
}

/// Why somebody may not open a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Closed {
    /// They have not said who they are.
    SignIn,
    /// They are no member yet.
    ForMembers,
    /// They have no seat.
    ForRegistered,
    /// It is for staff.
    ForStaff,
    /// Its day has not come.
    NotYet(Date),
    /// Nothing that readers see uses it.
    Hidden,
}

/// A file to store, with its bodies in the order of [`File::variants`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// What is known of it.
    pub file: File,
    /// The bodies.
    pub bodies: Vec<Vec<u8>>,
}

/// What came of storing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// It is stored.
    New,
    /// The same bytes are stored already, under this name.
    Known(Uid),
}

/// An entry that uses a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// What it is.
    pub kind: Kind,
    /// Its address.
    pub slug: crate::Slug,
    /// Its titles.
    pub titles: Texts<String>,
    /// For what.
    pub place: Place,
}

impl Use {
    /// The title in a language, else in another, else the address; with the language that it is in.
    pub fn title(&self, language: Language) -> (Option<Language>, &str) {
        let best = self.titles.best(language, language);
        best.map_or((None, self.slug.as_str()), |(of, title)| (Some(of), title.as_str()))
    }
}

/// A file of the library, with where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The file.
    pub file: File,
    /// The entries that use it.
    pub uses: Vec<Use>,
}

/// Which files of the library are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileFilter {
    /// Pictures alone, or documents alone.
    pub pictures: Option<bool>,
    /// Those that nothing uses.
    pub unused: bool,
    /// Pictures whose alternative text is missing.
    pub lacks_alt: bool,
    /// With these words in title, name or credit, in any case.
    pub words: String,
    /// In the bin instead of outside it.
    pub in_bin: bool,
}

impl FileFilter {
    /// Whether a file is asked for.
    pub fn takes(&self, held: &Held) -> bool {
        let file = &held.file;
        let titles = file.about.titles.iter().chain(file.about.alts.iter()).map(|(_, text)| text.as_str());
        let text = titles.chain([file.name.as_str(), &file.about.credit]).collect::<Vec<_>>().join(" ");
        file.is_deleted == self.in_bin
            && self.pictures.is_none_or(|pictures| pictures == file.medium.is_picture())
            && (!self.unused || held.uses.is_empty())
            && (!self.lacks_alt || file.lacks_alt())
            && crate::fold::has_words(&text, &self.words)
    }
}
