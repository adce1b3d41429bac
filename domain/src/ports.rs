//! The ports: what the portal asks of its store. `store` implements each of them on both databases.
//!
//! Laws: a lookup of an address says [`Error::NotFound`], [`Error::Moved`] or [`Error::Gone`]; the instant comes in as
//! `now`; a database that fails is [`Error::Unavailable`], and its cause is logged where it happened.

use std::sync::Arc;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::account::{Account, Confirmation, Email, Member, Profile, Role, Staff, Standing};
use crate::audit::{AuditFilter, AuditLines, AuditSpan};
use crate::banner::Banner;
use crate::catalogue::Catalogue;
use crate::enrolment::Enrolment;
use crate::entry::{Contact, Entry, Identity, Kind, Summary};
use crate::figure::Stated;
use crate::harvest::{Gathered, Harvest};
use crate::listing::{EventListing, Listed, Listing};
use crate::manuscript::{DeskItem, Edit, ItemFilter, Manuscript, Outcome, Typed, UnsavedForm};
use crate::mark::{Followed, Following, Kept, Notices};
use crate::meeting::Meeting;
use crate::notice::{DueDigest, Fresh, News, Notice};
use crate::outbox::{Effect, LetterFilter, Letters, OutboxCounts, Work};
use crate::pack::{EntryDraft, LoadReport, Pack};
use crate::preview::Previews;
use crate::question::{Answer, Question};
use crate::registration::{Decision, Participant, Registration, SeatRules, Seats, State};
use crate::revision::Revision;
use crate::search::Search;
use crate::session::{MailKey, Session};
use crate::token::{Chance, TokenHash};
use crate::tombstone::{LinkedWorks, Tombstone};
use crate::traffic::Traffic;
use crate::{Clock, Error, Language, Slug};

/// What readers ask for. Only what is public and published at `now` is ever returned.
#[async_trait]
pub trait Library: Send + Sync {
    /// The site's own words; [`Error::NotFound`] in an empty database.
    async fn identity(&self, language: Language) -> Result<Identity, Error>;

    /// A role contact by its key.
    async fn contact(&self, key: &str) -> Result<Contact, Error>;

    /// One entry with its body. Where it has no edition in `language`, its summary is another edition, by the fallback rule.
    async fn entry(&self, kind: Kind, slug: &Slug, language: Language, now: Timestamp) -> Result<Entry, Error>;

    /// The same, whichever of its addresses is asked for: the one that it bears, or one that it bore.
    async fn current_entry(&self, kind: Kind, slug: &Slug, language: Language, now: Timestamp) -> Result<Entry, Error> {
        match self.entry(kind, slug, language, now).await {
            Err(Error::Moved(current)) => self.entry(kind, &current, language, now).await,
            found => found,
        }
    }

    /// Entries of a kind, each once.
    async fn list(&self, listing: &Listing, now: Timestamp) -> Result<Listed, Error>;

    /// What is left of an entry that readers saw once, by an address that it bears or bore; none where they never saw it, or see it.
    async fn tombstone(
        &self,
        kind: Kind,
        slug: &Slug,
        language: Language,
        now: Timestamp,
    ) -> Result<Option<Tombstone>, Error>;

    /// The publications that this one is linked with.
    async fn linked_works(&self, of: &Summary, language: Language, now: Timestamp) -> Result<LinkedWorks, Error>;

    /// Publications that readers see or once saw, by the time of their last change.
    async fn harvest(&self, harvest: &Harvest, now: Timestamp) -> Result<Vec<Gathered>, Error>;

    /// Events, each once.
    async fn events(&self, listing: &EventListing, now: Timestamp) -> Result<Listed, Error>;

    /// Every figure of an entry that readers may see which speaks of a country: by entry, each in the order of its entry.
    async fn figures_of(&self, country: &Slug, language: Language, now: Timestamp) -> Result<Vec<Stated>, Error>;
}

/// What writers do. Every operation is one transaction that also writes a revision and an outbox effect.
#[async_trait]
pub trait Desk: Send + Sync {
    /// Stores a new entry. [`Error::Taken`] where its address is, or was, another entry's.
    async fn create(&self, draft: &EntryDraft, actor: &str, reason: &str, now: Timestamp) -> Result<i64, Error>;

    /// Loads a pack, all of it or nothing. Entries whose address is taken are left as they are.
    async fn load(&self, pack: &Pack, now: Timestamp) -> Result<LoadReport, Error>;

    /// Gives an entry another slug; the old one leads to it from now on.
    async fn rename(&self, kind: Kind, slug: &Slug, new: &Slug, actor: &str, now: Timestamp) -> Result<(), Error>;

    /// Deletes an entry: its address says [`Error::Gone`] from now on.
    async fn delete(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error>;

    /// Takes a deletion back.
    async fn restore(&self, kind: Kind, slug: &Slug, actor: &str, now: Timestamp) -> Result<(), Error>;

    /// Every save of an entry, also of a deleted one, latest first.
    async fn history(&self, kind: Kind, slug: &Slug) -> Result<Vec<Revision>, Error>;
}

/// What writers write, and what the desk lists. Who may do what is decided by [`Manuscript::edited`].
#[async_trait]
pub trait Manuscripts: Send + Sync {
    /// An entry with everything in it, published or not, deleted or not.
    async fn manuscript(&self, staff: &Staff, kind: Kind, slug: &Slug) -> Result<Manuscript, Error>;

    /// Stores a new entry: a blank manuscript and what was typed into it. Its slug is made of its title. `form` names the
    /// form that was sent: the same form makes one entry, however often it is sent.
    async fn begin(
        &self,
        staff: &Staff,
        blank: &Manuscript,
        edit: &Edit,
        form: &str,
        now: Timestamp,
    ) -> Result<Outcome, Error>;

    /// The entry that a form has made already.
    async fn made(&self, staff: &Staff, form: &str) -> Result<Option<Slug>, Error>;

    /// Saves an edit: a revision, and effects where readers see something new. [`Error::Gone`] where it is in the bin.
    async fn save(&self, staff: &Staff, kind: Kind, slug: &Slug, edit: &Edit, now: Timestamp)
    -> Result<Outcome, Error>;

    /// Entries of every state, the last saved first.
    async fn items(&self, staff: &Staff, filter: &ItemFilter, now: Timestamp) -> Result<Vec<DeskItem>, Error>;

    /// Keeps a form that is not saved yet, for its writer alone; in place of what was kept before. Without fields: forgets it.
    async fn keep_form(&self, staff: &Staff, place: &str, typed: &[Typed], now: Timestamp) -> Result<(), Error>;

    /// Leaves only `rest` of a form as it was kept at `kept`, or nothing. What was kept there since stays as it is.
    async fn settle_form(&self, staff: &Staff, place: &str, kept: Timestamp, rest: &[Typed]) -> Result<(), Error>;

    /// Every form that a writer has not saved yet at a place or below it (`post/here/a` is below `post/here`), the last kept
    /// first.
    async fn kept_forms(&self, staff: &Staff, place: &str) -> Result<Vec<UnsavedForm>, Error>;

    /// Gives what a save has left a name, or takes it away. [`Error::NotFound`] where the entry has no such save.
    async fn name_version(
        &self,
        staff: &Staff,
        kind: Kind,
        slug: &Slug,
        revision: i64,
        name: Option<&str>,
    ) -> Result<(), Error>;

    /// Notes that somebody writes at a place, and says who else does: the names of those seen within
    /// [`WRITING_SECONDS`](crate::manuscript::WRITING_SECONDS).
    async fn writing(&self, staff: &Staff, place: &str, now: Timestamp) -> Result<Vec<String>, Error>;
}

/// What the secretariat does beside writing: the log of it, and the notice above every page.
#[async_trait]
pub trait Secretariat: Send + Sync {
    /// What staff have done, the latest first: of it what these staff may know ([`Deed::known_to`](crate::audit::Deed::known_to)).
    async fn audit(&self, staff: &Staff, filter: &AuditFilter, span: AuditSpan) -> Result<AuditLines, Error>;

    /// The notice above every page, whether it is shown now or not.
    async fn banner(&self) -> Result<Option<Banner>, Error>;

    /// Sets the notice above every page, or takes it away. [`Error::Invalid`] as [`Banner::check`] and
    /// [`seen::check`](crate::seen::check) say.
    async fn set_banner(
        &self,
        staff: &Staff,
        banner: Option<&Banner>,
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error>;
}

/// People, their sessions, and the keys that they are sent. Nothing here tells a stranger who has an account.
#[async_trait]
pub trait Accounts: Send + Sync {
    /// Stores an application, and an effect `mail.confirm` that asks to confirm the address. Where the address has an
    /// account that is confirmed, nothing of it changes; the effect is `mail.known` instead. An application that nobody has
    /// confirmed yet stays beside this one: each is sent a link of its own, which brings its own profile and password.
    /// [`Error::Invalid`] where the country or a network does not exist.
    async fn apply(&self, profile: &Profile, password_hash: &str, now: Timestamp) -> Result<(), Error>;

    /// Stores an account that somebody vouches for: approved, its address confirmed. [`Error::Invalid`] as above, and where
    /// the address has one.
    async fn create(&self, profile: &Profile, role: Role, password_hash: &str, now: Timestamp) -> Result<i64, Error>;

    /// An account by its id.
    async fn account(&self, id: i64) -> Result<Account, Error>;

    /// The account of an address with the hash of its password.
    async fn credentials(&self, email: &Email) -> Result<Option<(Account, String)>, Error>;

    /// Opens a session; the token is what the browser will carry.
    async fn open_session(&self, account: i64, token: &TokenHash, device: &str, now: Timestamp) -> Result<(), Error>;

    /// The session of a token, if it is open; it counts as used now. It ends [`IDLE`](crate::session::IDLE) after it was last used, and
    /// [`LIFE`](crate::session::LIFE) after it was opened.
    async fn session(&self, token: &TokenHash, now: Timestamp) -> Result<Option<Session>, Error>;

    /// The session of a token, if it is open, without counting as a use: for what a page asks by itself.
    async fn glance(&self, token: &TokenHash, now: Timestamp) -> Result<Option<Session>, Error>;

    /// The open sessions of an account, the last used first.
    async fn sessions(&self, account: i64, now: Timestamp) -> Result<Vec<Session>, Error>;

    /// Ends a session of an account; nothing happens where it has none of this id.
    async fn close_session(&self, account: i64, session: i64) -> Result<(), Error>;

    /// Stores a key that will be sent by mail. It works for a while ([`MailKey::life`]), and but for
    /// [`MailKey::Unsubscribe`] once.
    async fn issue_key(&self, account: i64, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<(), Error>;

    /// The same in place of every key of this purpose that the account has.
    async fn replace_key(&self, account: i64, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<(), Error>;

    /// Stores a key to confirm an application that stands beside the one an account was made for; the account as this
    /// application describes it. [`Error::Gone`] where it does not wait any more.
    async fn issue_application_key(
        &self,
        application: i64,
        token: &TokenHash,
        now: Timestamp,
    ) -> Result<Account, Error>;

    /// What a key would confirm; it is not used by asking. [`Error::Gone`] where the key is unknown, was used or has lapsed.
    async fn confirmation(&self, token: &TokenHash, now: Timestamp) -> Result<Confirmation, Error>;

    /// Takes back every key of a purpose that an account has.
    async fn revoke_keys(&self, account: i64, key: MailKey) -> Result<(), Error>;

    /// Whether an account has a key of a purpose that works.
    async fn has_key(&self, account: i64, key: MailKey, now: Timestamp) -> Result<bool, Error>;

    /// The account of a key, which is not used by asking; [`Error::Gone`] where the key is unknown, was taken back or has lapsed.
    async fn holder(&self, key: MailKey, token: &TokenHash, now: Timestamp) -> Result<Account, Error>;

    /// Asks for another letter to confirm the address of an application: an effect `mail.confirm`. Nothing happens where it is
    /// confirmed.
    async fn ask_confirm(&self, account: i64, now: Timestamp) -> Result<(), Error>;

    /// Confirms an address: the account becomes what the application of the key says, and every other one is forgotten; where
    /// it was made for another one, its sessions and keys end. It now waits for a decision, and every admin is told: by a
    /// notice, and by an effect `mail.applicants` for all who ask within
    /// [`APPLICANTS_GATHER`](crate::notice::APPLICANTS_GATHER). [`Error::Gone`] where the key is unknown, was used or has lapsed.
    async fn confirm(&self, token: &TokenHash, now: Timestamp) -> Result<Account, Error>;

    /// Notes that somebody looks at their dashboard, and says when their last visit before this one ended.
    async fn visit(&self, account: i64, now: Timestamp) -> Result<Option<Timestamp>, Error>;

    /// Asks for a new password: an effect `mail.reset` where the address has an account.
    async fn ask_reset(&self, email: &Email, now: Timestamp) -> Result<(), Error>;

    /// Sets the password with a key from a mail, and ends every session; an effect `mail.password` tells its owner.
    /// [`Error::Gone`] as for [`Self::confirm`].
    async fn reset(&self, token: &TokenHash, password_hash: &str, now: Timestamp) -> Result<Account, Error>;

    /// Sets the password of somebody who is signed in, and ends every other session; an effect `mail.password` tells them.
    async fn change_password(
        &self,
        account: i64,
        password_hash: &str,
        kept_session: i64,
        now: Timestamp,
    ) -> Result<(), Error>;

    /// Sets what somebody says of themselves, and how the portal writes to them, but for the address and the networks. [`Error::Invalid`] where the country
    /// does not exist.
    async fn set_profile(&self, account: i64, profile: &Profile, now: Timestamp) -> Result<(), Error>;

    /// Asks for another mail address: an effect `mail.email`. Nothing happens where it is another account's.
    async fn ask_email(&self, account: i64, email: &Email, now: Timestamp) -> Result<(), Error>;

    /// The address that somebody has asked for and not confirmed.
    async fn wanted_email(&self, account: i64) -> Result<Option<Email>, Error>;

    /// Gives an account the address that it asked for, with a key from a letter to it; effects `mail.address` tell who reads
    /// at the old one and at the new one. [`Error::Gone`] as for
    /// [`Self::confirm`], and where the address is another account's by now.
    async fn confirm_email(&self, token: &TokenHash, now: Timestamp) -> Result<Account, Error>;

    /// Counts an attempt under a name (an address, an account), and says whether it is one of the first `most` within
    /// `seconds`.
    async fn attempt(&self, name: &str, most: u32, seconds: i64, now: Timestamp) -> Result<bool, Error>;

    /// People of a standing, who asked first comes first; of every standing where none is given.
    async fn people(&self, staff: &Staff, standing: Option<&Standing>) -> Result<Vec<Account>, Error>;

    /// Decides on an admission, or takes a decision back; an effect `mail.decision` tells the person.
    /// [`Error::Invalid`] where the account has not confirmed its address.
    ///
    /// Who is not approved any more gives up every seat, offer and place in a list of what is ahead, without a letter about each.
    async fn decide(&self, staff: &Staff, account: i64, standing: &Standing, now: Timestamp) -> Result<(), Error>;

    /// Gives an account a role; `writes_in` is the one language that they write in from now on, none for every one.
    async fn set_role(
        &self,
        staff: &Staff,
        account: i64,
        role: Role,
        writes_in: Option<Language>,
        now: Timestamp,
    ) -> Result<(), Error>;

    /// Closes an account, as its owner asks: seats, offers and places in lists of what is ahead are given up, and everything of
    /// the account is deleted. Where its owner came to events that are over, their lists keep the name, the institution, the
    /// function and the country, under an address that nobody has.
    async fn close_account(&self, account: i64, now: Timestamp) -> Result<(), Error>;
}

/// Seats at events. Each change is logged, and leaves an effect `mail.registration` for the person whom it concerns.
#[async_trait]
pub trait Registrations: Send + Sync {
    /// The seats of an event, as the account sees them; [`Error::NotFound`] where there is no such event.
    async fn seats(&self, event: &Slug, account: Option<i64>) -> Result<Seats, Error>;

    /// How a member joins an event online, where one does; [`Error::Forbidden`] for who has no seat. The window is for who asks
    /// to keep.
    async fn meeting(&self, member: &Member, event: &Slug) -> Result<Option<Meeting>, Error>;

    /// How staff join an event online, where one does.
    async fn meeting_for_staff(&self, staff: &Staff, event: &Slug) -> Result<Option<Meeting>, Error>;

    /// What an account has asked for, the latest change first.
    async fn of_account(&self, account: i64) -> Result<Vec<Registration>, Error>;

    /// Asks for a seat, and answers what is asked. Asking twice is asking once. [`Error::Forbidden`] where the event takes
    /// no registrations, [`Error::Invalid`] where a needed answer is missing.
    async fn register(
        &self,
        member: &Member,
        event: &Slug,
        answers: &[Answer],
        now: Timestamp,
    ) -> Result<Registration, Error>;

    /// Answers anew what is asked; [`Error::Gone`] where one has, and hopes for, no seat.
    async fn answer(&self, member: &Member, event: &Slug, answers: &[Answer]) -> Result<(), Error>;

    /// Every question of an event that is asked or has answers, in its order; those that are asked no longer come last.
    async fn questions(&self, staff: &Staff, event: &Slug) -> Result<Vec<Question>, Error>;

    /// Sets what is asked. A question that is left out is asked no longer; with answers it is kept. [`Error::Invalid`] as
    /// [`seen::check`](crate::seen::check) says of those that are asked.
    async fn set_questions(
        &self,
        staff: &Staff,
        event: &Slug,
        questions: &[Question],
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error>;

    /// Gives up a seat, an offer, or a place in the list; whoever waits longest is offered what became free, while the event is
    /// ahead.
    async fn cancel(&self, member: &Member, event: &Slug, now: Timestamp) -> Result<(), Error>;

    /// Takes an offered seat; [`Error::Gone`] where the offer has ended, with its time or with the start of the event.
    async fn accept(&self, member: &Member, event: &Slug, now: Timestamp) -> Result<Registration, Error>;

    /// Ends offers that nobody took in time, and offers the seats to the next; how many ended. Offers of an event that has
    /// begun end without a word; who was offered a seat at one that does not take place as planned stands first in the list again.
    async fn lapse(&self, now: Timestamp) -> Result<u32, Error>;

    /// Sets how many seats there are, and how one gets one; more seats are offered to who waits. [`Error::Invalid`] as
    /// [`seen::check`](crate::seen::check) says.
    async fn set_rules(
        &self,
        staff: &Staff,
        event: &Slug,
        rules: SeatRules,
        seen: Option<&str>,
        now: Timestamp,
    ) -> Result<(), Error>;

    /// Who has asked for a seat, whoever asked first comes first.
    async fn participants(&self, staff: &Staff, event: &Slug) -> Result<Vec<Participant>, Error>;

    /// Events that somebody still can come to and that have registrations to decide on, with how many; who waits longest comes
    /// first.
    async fn pending(&self, staff: &Staff, now: Timestamp) -> Result<Vec<(Slug, usize)>, Error>;

    /// The event of a registration.
    async fn event_of(&self, staff: &Staff, registration: i64) -> Result<Slug, Error>;

    /// Asks for a seat for the member with this address, by the event's rules. [`Error::Invalid`] where there is no such
    /// member, or they are registered already; [`Error::Forbidden`] as for [`Self::register`].
    async fn enrol(&self, staff: &Staff, event: &Slug, email: &Email, now: Timestamp) -> Result<Registration, Error>;

    /// What would become of each of these people, in their order, by the event's rules; nothing is written.
    /// [`Error::Forbidden`] as for [`Self::register`].
    async fn enrolments(&self, staff: &Staff, event: &Slug, emails: &[Email]) -> Result<Vec<Enrolment>, Error>;

    /// Asks for a seat for each of them, all or nobody: [`Error::Invalid`] where one cannot be registered. What became of each.
    async fn enrol_all(
        &self,
        staff: &Staff,
        event: &Slug,
        emails: &[Email],
        now: Timestamp,
    ) -> Result<Vec<Enrolment>, Error>;

    /// Decides on a registration, and says how it stands then; a seat that is taken away is offered to the next.
    /// [`Error::Gone`] where the decision does not fit how it stands, [`Error::Invalid`] where somebody is admitted and no
    /// seat is free.
    async fn settle(
        &self,
        staff: &Staff,
        registration: i64,
        decision: &Decision,
        now: Timestamp,
    ) -> Result<State, Error>;
}

/// What members mark for themselves. Marking twice is marking once.
#[async_trait]
pub trait Marks: Send + Sync {
    /// How a network is followed, as the account sees it; [`Error::NotFound`] where there is no such network.
    async fn following(&self, network: &Slug, account: Option<i64>) -> Result<Following, Error>;

    /// Follows a network with this choice; without one, follows it no longer.
    async fn follow(&self, member: &Member, network: &Slug, notices: Option<Notices>) -> Result<(), Error>;

    /// The networks that an account follows, first followed first.
    async fn followed(&self, account: i64) -> Result<Vec<Followed>, Error>;

    /// Whether an account keeps an entry.
    async fn keeps(&self, account: i64, kind: Kind, slug: &Slug) -> Result<bool, Error>;

    /// Keeps an entry for later, or no longer. [`Error::NotFound`] where there is no such entry.
    async fn keep(&self, member: &Member, kind: Kind, slug: &Slug, kept: bool, now: Timestamp) -> Result<(), Error>;

    /// Sets what a member calls something that they keep, and what they note of it. [`Error::NotFound`] where they do not keep
    /// it.
    async fn describe(
        &self,
        member: &Member,
        kind: Kind,
        slug: &Slug,
        labels: &[String],
        note: &str,
    ) -> Result<(), Error>;

    /// What an account keeps, the latest first.
    async fn kept(&self, account: i64) -> Result<Vec<Kept>, Error>;
}

/// What members are told: notices in the portal, letters at once, a letter a day or a week. One change is told once.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// The notices of an account about what readers may see at `now`, the latest first.
    async fn notices(&self, account: i64, limit: u32, now: Timestamp) -> Result<Vec<Notice>, Error>;

    /// An event that was cancelled, also where readers see it no more, for who has, or hopes for, a seat at it; none for others,
    /// and none where it is not cancelled.
    async fn cancelled_event(&self, account: i64, event: &Slug) -> Result<Option<Manuscript>, Error>;

    /// How many of them are not read.
    async fn unread(&self, account: i64, now: Timestamp) -> Result<u32, Error>;

    /// Marks every notice up to this one as read.
    async fn mark_read(&self, member: &Member, latest: i64, now: Timestamp) -> Result<(), Error>;

    /// Marks every notice about an entry as read, for its page was visited.
    async fn visited(&self, member: &Member, kind: Kind, slug: &Slug, now: Timestamp) -> Result<(), Error>;

    /// Marks what somebody was told of people who ask for an account as read.
    async fn applicants_seen(&self, staff: &Staff, now: Timestamp) -> Result<(), Error>;

    /// What readers see of the networks that an account follows, what they see since latest first.
    async fn fresh(&self, account: i64, limit: u32, now: Timestamp) -> Result<Vec<Fresh>, Error>;

    /// Tells every member who follows one of the entry's networks with [`Notices::All`] that it was published: a notice,
    /// and an effect `mail.published`. How many were told now; who was told before is not told again. Where the entry is
    /// not shown yet, its effect `entry.published` is left anew for the time when it will be.
    async fn announce(&self, entry: i64, now: Timestamp) -> Result<u32, Error>;

    /// Reminds who has a seat of an event that is near, once for each distance of
    /// [`REMINDERS`](crate::notice::REMINDERS): a notice, and an effect `mail.reminder`. How many were reminded.
    async fn remind(&self, now: Timestamp) -> Result<u32, Error>;

    /// The members who follow a network with [`Notices::Digest`] and whose last digest was made a day or a week ago, as they
    /// have chosen.
    async fn due_digests(&self, now: Timestamp) -> Result<Vec<DueDigest>, Error>;

    /// What was published in those networks after `due.since` and until `until`, the latest first; what the member was told
    /// at once is left out.
    async fn digest(&self, due: DueDigest, until: Timestamp) -> Result<Vec<News>, Error>;

    /// Begins the member's next day or week. An effect `mail.digest` where there is something to tell; whether there is.
    /// Nothing happens where it was done already.
    async fn digest_sent(&self, due: DueDigest, now: Timestamp) -> Result<bool, Error>;

    /// Ends letters with the key of one: about a network, or about every one. [`Error::Gone`] where the key is unknown or has
    /// lapsed.
    async fn unsubscribe(&self, key: &TokenHash, network: Option<&Slug>, now: Timestamp) -> Result<(), Error>;
}

pub use crate::file::Files;

/// Effects that wait to be done.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Takes at most `limit` effects of this work that are due and that nobody holds, for [`crate::outbox::CLAIM_SECONDS`].
    async fn claim(&self, worker: &str, work: Work, limit: u32, now: Timestamp) -> Result<Vec<Effect>, Error>;

    /// Marks an effect as done; `sent_to` is the mail address that a letter went to. Nothing happens where another worker
    /// holds it by now.
    async fn complete(&self, id: i64, worker: &str, sent_to: Option<&str>, now: Timestamp) -> Result<(), Error>;

    /// Gives an effect back after a failure, to be tried at [`crate::outbox::retry_at`]; a letter is given up after
    /// [`crate::outbox::MOST_ATTEMPTS`].
    async fn fail(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error>;

    /// Gives an effect up, for trying again is of no use.
    async fn give_up(&self, id: i64, worker: &str, cause: &str, now: Timestamp) -> Result<(), Error>;

    /// How many wait, and how many are done.
    async fn counts(&self) -> Result<OutboxCounts, Error>;

    /// Letters of which these staff may know ([`LetterKind::known_to`](crate::outbox::LetterKind::known_to)), the latest first.
    async fn letters(&self, staff: &Staff, filter: &LetterFilter) -> Result<Letters, Error>;

    /// How many of them were given up and not sent again.
    async fn failures(&self, staff: &Staff) -> Result<u64, Error>;

    /// Sends a letter again that was sent or given up: as a new effect, so that keys in it are new, and with a line in the log.
    /// Each letter once: false where it was sent again before, or still waits. [`Error::NotFound`] where there is no such
    /// letter, [`Error::Forbidden`] where these staff may not know of it.
    async fn resend(&self, staff: &Staff, id: i64, now: Timestamp) -> Result<bool, Error>;
}

/// Whether the store answers, and whether what was read may be outdated.
#[async_trait]
pub trait Pulse: Send + Sync {
    /// [`Error::Unavailable`] where the database does not answer.
    async fn beat(&self) -> Result<(), Error>;

    /// How many writes were made through this store in this process: what was read when there were fewer may be outdated.
    fn writes(&self) -> u64;
}

/// Every port and the clock: what a server function finds in its context.
#[derive(Clone)]
pub struct Portal {
    /// Reading.
    pub library: Arc<dyn Library>,
    /// Reading everything at once.
    pub catalogue: Arc<dyn Catalogue>,
    /// Looking for words.
    pub search: Arc<dyn Search>,
    /// Writing.
    pub desk: Arc<dyn Desk>,
    /// Links to previews.
    pub previews: Arc<dyn Previews>,
    /// Manuscripts.
    pub manuscripts: Arc<dyn Manuscripts>,
    /// The secretariat.
    pub secretariat: Arc<dyn Secretariat>,
    /// Effects.
    pub outbox: Arc<dyn Outbox>,
    /// Health.
    pub pulse: Arc<dyn Pulse>,
    /// People.
    pub accounts: Arc<dyn Accounts>,
    /// Seats.
    pub registrations: Arc<dyn Registrations>,
    /// What members follow and keep.
    pub marks: Arc<dyn Marks>,
    /// What members are told.
    pub inbox: Arc<dyn Inbox>,
    /// Documents and pictures.
    pub files: Arc<dyn Files>,
    /// What is read and downloaded.
    pub traffic: Arc<dyn Traffic>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
}
