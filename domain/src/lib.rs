//! The portal itself: what it speaks of, the rules it keeps and the ports through which it reaches the world.
//!
//! Nothing here does I/O, names a database or knows a page. Read in this order:
//!
//! - [`language`]: the two languages, and the one rule of fallback;
//! - [`entry`]: anything that has an address, its editions and what each kind adds;
//! - [`block`], [`markdown`], [`outline`]: what a body is made of, and when a translation is older than its source;
//! - [`event`], [`calendar`], [`region`]: when something happens, how a month of it is laid out, and whose day it is; [`event_change`]: moving it, calling
//!   it off;
//! - [`figure`], [`number`], [`date`]: numbers with a source, and how each language writes them;
//! - [`citation`], [`harvest`]: how a publication is cited, in words and for programs, and how the repository is gathered; [`tombstone`]: what is left
//!   of what was withdrawn;
//! - [`listing`], [`request`]: what a reader may ask for, and how what was typed is understood; [`catalogue`]: what machines
//!   ask for;
//! - [`manuscript`]: an entry as its writers see it, and how edits of several people come together;
//! - [`preview`]: links by which a draft is shown;
//! - [`plain`]: characters that no text has;
//! - [`typing`]: what the buttons of the editor's toolbar type;
//! - [`figure`], [`dataset`]: numbers with their source, and sets of them as data;
//! - [`pack`]: what a writer hands in whole; [`revision`], [`outbox`]: what every write leaves behind;
//! - [`programme`], [`meeting`]: the sessions of an event, and how one joins it online;
//! - [`question`]: what staff ask who registers for an event;
//! - [`mod@file`]: documents and pictures that staff upload; [`media`]: what sort of thing a media entry is;
//! - [`registration`]: seats at events, and who waits for one; [`enrolment`]: registering many at once;
//! - [`seen`]: forms that replace something whole, and what their writer must have seen;
//! - [`mark`]: what members follow and keep; [`notice`]: what they are told;
//! - [`account`], [`session`], [`token`]: people, what they may do, and the secrets that they carry;
//! - [`audit`], [`banner`]: what staff have done, and the notice above every page; [`traffic`]: how often what is read;
//! - [`ports`]: the traits that `store` implements, gathered in one [`Portal`].

#![warn(missing_docs)]

pub mod account;
pub mod audit;
pub mod banner;
pub mod block;
pub mod calendar;
pub mod catalogue;
pub mod citation;
pub mod clock;
pub mod dataset;
pub mod date;
pub mod enrolment;
pub mod entry;
pub mod error;
pub mod event;
pub mod event_change;
pub mod figure;
pub mod file;
pub mod fold;
pub mod harvest;
pub mod ical;
pub mod language;
pub mod listing;
pub mod manuscript;
pub mod mark;
pub mod markdown;
pub mod media;
pub mod meeting;
pub mod notice;
pub mod number;
pub mod outbox;
pub mod outline;
pub mod pack;
pub mod plain;
pub mod ports;
pub mod preview;
pub mod programme;
pub mod question;
pub mod region;
pub mod registration;
pub mod request;
pub mod revision;
pub mod search;
pub mod seen;
pub mod session;
pub mod slug;
pub mod token;
pub mod tombstone;
pub mod traffic;
pub mod typing;

pub use clock::Clock;
pub use error::{Error, Problem, Rule};
pub use language::Language;
pub use ports::Portal;
pub use slug::Slug;
