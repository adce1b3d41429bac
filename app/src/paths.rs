//! The only place that spells an address. Path segments are the same in both languages.

use domain::entry::Kind;
use domain::file::{File, Uid};
use domain::preview::Audience;
use domain::{Language, Slug};

/// The home page of a language.
pub fn home(language: Language) -> String {
    format!("/{language}")
}

/// The list of a kind; for pages, the first of the About section.
pub fn list(language: Language, kind: Kind) -> String {
    format!("/{language}/{}", segment(kind))
}

/// An entry's own page.
pub fn entry(language: Language, kind: Kind, slug: &Slug) -> String {
    if kind == Kind::Page && slug.as_str() == ABOUT {
        return list(language, kind);
    }
    format!("/{language}/{}/{slug}", segment(kind))
}

/// A page of the About section by its slug as written in the code.
pub fn about(language: Language, slug: &str) -> String {
    if slug == ABOUT { list(language, Kind::Page) } else { format!("/{language}/about/{slug}") }
}

/// The first page of the About section, whose address has no slug.
pub const ABOUT: &str = "about";

/// The page of the About section that tells how what is published here is used elsewhere.
pub const REUSE: &str = "reuse";

/// Whether the list of a kind has an Atom feed.
pub const fn has_feed(kind: Kind) -> bool {
    !matches!(kind, Kind::Page | Kind::Network | Kind::Country)
}

/// The page of the About section that tells what is stored of readers.
pub const PRIVACY: &str = "privacy";

/// The segment that stands for a kind.
pub const fn segment(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "about",
        Kind::Network => "networks",
        Kind::Country => "countries",
        Kind::Event => "events",
        Kind::Post => "blog",
        Kind::News => "news",
        Kind::Publication => "repository",
        Kind::Media => "media",
        Kind::Course => "e-campus",
        Kind::Dataset => "data",
    }
}

/// The kind that a segment stands for.
pub fn kind_of(segment_text: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| segment(*kind) == segment_text)
}

/// An address with parameters; empty ones are left out. Values are encoded.
pub fn with_query<'a>(path: &str, parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut address = path.to_owned();
    let mut joint = '?';
    for (name, value) in parameters.into_iter().filter(|(_, value)| !value.is_empty()) {
        address.push(joint);
        address.push_str(name);
        address.push('=');
        push_encoded(&mut address, value);
        joint = '&';
    }
    address
}

fn push_encoded(address: &mut String, value: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            address.push(char::from(byte));
        } else {
            address.push('%');
            address.push(char::from(HEX[usize::from(byte >> 4)]));
            address.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// A publication as a file for programs that keep references; `extension` is one of [`CITATIONS`].
pub fn citation(language: Language, slug: &Slug, extension: &str) -> String {
    format!("{}.{extension}", entry(language, Kind::Publication, slug))
}

/// The files for programs that keep references: their extensions, and what each is called.
pub const CITATIONS: [(&str, &str); 3] = [("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON")];

/// The calendar file of one event.
pub fn event_file(language: Language, slug: &Slug) -> String {
    format!("{}.ics", entry(language, Kind::Event, slug))
}

/// The calendar file of all events that match a filter.
pub fn events_file(language: Language) -> String {
    format!("/{language}/events.ics")
}

/// An address, whole, as programs of calendars know one that they subscribe to.
pub fn subscribed(address: &str) -> String {
    address.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"))
}

/// The Atom feed of a kind.
pub fn feed(language: Language, kind: Kind) -> String {
    format!("{}.atom", list(language, kind))
}

/// The list of a kind as data, by its extension: `json`, `csv`.
pub fn list_file(language: Language, kind: Kind, extension: &str) -> String {
    format!("{}.{extension}", list(language, kind))
}

/// What a search finds as data, by its extension: `json`, `csv`.
pub fn search_file(language: Language, extension: &str) -> String {
    format!("{}.{extension}", search(language))
}

/// The month as a frame for other sites.
pub fn framed_calendar(language: Language) -> String {
    format!("/{language}/embed/calendar")
}

/// The next events as a frame for other sites.
pub fn framed_events(language: Language) -> String {
    format!("/{language}/embed/events")
}

/// The rows of a set of figures as a file; `extension` is `csv` or `json`.
pub fn data_file(language: Language, slug: &Slug, extension: &str) -> String {
    format!("{}.{extension}", entry(language, Kind::Dataset, slug))
}

/// The search page.
pub fn search(language: Language) -> String {
    format!("/{language}/search")
}

/// What tells a browser how the portal is searched.
pub fn search_description(language: Language) -> String {
    format!("/{language}/opensearch.xml")
}

/// Where titles are suggested while one types.
pub fn suggest(language: Language) -> String {
    format!("{}/suggest", search(language))
}

/// The page to sign in.
pub fn login(language: Language) -> String {
    format!("/{language}/login")
}

/// The page to ask for an account.
pub fn register(language: Language) -> String {
    format!("/{language}/register")
}

/// The page that confirms a mail address.
pub fn confirm(language: Language) -> String {
    format!("/{language}/register/confirm")
}

/// The page to set a new password.
pub fn password(language: Language) -> String {
    format!("/{language}/password")
}

/// Where signing out posts to.
pub fn logout(language: Language) -> String {
    format!("/{language}/logout")
}

/// The dashboard of who is signed in.
pub fn dashboard(language: Language) -> String {
    format!("/{language}/dashboard")
}

/// Where a session of one's own is ended.
pub fn session(language: Language, id: i64) -> String {
    format!("/{language}/dashboard/sessions/{id}")
}

/// Staff decide on people.
pub fn people(language: Language) -> String {
    format!("/{language}/staff/people")
}

/// Where a decision on a person is posted to.
pub fn person(language: Language, id: i64) -> String {
    format!("/{language}/staff/people/{id}")
}

/// Where registering for an event is posted to.
pub fn registration(language: Language, slug: &Slug) -> String {
    format!("{}/registration", entry(language, Kind::Event, slug))
}

/// Where who has a seat is led to the meeting, while its link is open.
pub fn join(language: Language, slug: &Slug) -> String {
    format!("{}/join", entry(language, Kind::Event, slug))
}

/// Staff see who has asked for a seat at an event.
pub fn participants(language: Language, slug: &Slug) -> String {
    format!("/{language}/staff/events/{slug}")
}

/// The same as a CSV file.
pub fn participants_file(language: Language, slug: &Slug) -> String {
    format!("/{language}/staff/participants/{slug}")
}

/// Staff register many members at once by a table.
pub fn import(language: Language, slug: &Slug) -> String {
    format!("{}/import", participants(language, slug))
}

/// Staff move, postpone or cancel an event, and see first what goes out.
pub fn change(language: Language, slug: &Slug) -> String {
    format!("{}/change", participants(language, slug))
}

/// The desk of the secretariat.
pub fn desk(language: Language) -> String {
    format!("/{language}/staff")
}

/// Everything that the portal says, as staff see it.
pub fn content(language: Language) -> String {
    format!("/{language}/staff/content")
}

/// The same as a CSV file.
pub fn content_file(language: Language) -> String {
    format!("/{language}/staff/content.csv")
}

/// What staff have done.
pub fn audit(language: Language) -> String {
    format!("/{language}/staff/audit")
}

/// The same as a CSV file.
pub fn audit_file(language: Language) -> String {
    format!("/{language}/staff/audit.csv")
}

/// What is read and downloaded.
pub fn traffic(language: Language) -> String {
    format!("/{language}/staff/visits")
}

/// The same as a CSV file.
pub fn traffic_file(language: Language) -> String {
    format!("/{language}/staff/visits.csv")
}

/// Letters that the portal sends by itself; sending one again is posted there.
pub fn outbox(language: Language) -> String {
    format!("/{language}/staff/outbox")
}

/// The form of the notice above every page.
pub fn banner(language: Language) -> String {
    format!("/{language}/staff/banner")
}

/// The form for a new entry.
pub fn new_entry(language: Language, kind: Kind) -> String {
    format!("/{language}/staff/new/{}", segment(kind))
}

/// The editor of an entry.
pub fn edit(language: Language, kind: Kind, slug: &Slug) -> String {
    format!("/{language}/staff/edit/{}/{slug}", segment(kind))
}

/// Every save of an entry.
pub fn history(language: Language, kind: Kind, slug: &Slug) -> String {
    format!("{}/history", edit(language, kind, slug))
}

/// A draft as its readers will see it.
pub fn preview_as(language: Language, kind: Kind, slug: &Slug, audience: Audience) -> String {
    format!("{}?as={}", preview(language, kind, slug), audience.code())
}

/// The same for who has a link with this key.
pub fn shared_preview(language: Language, key: &str) -> String {
    format!("/{language}/preview/{}", encoded(key))
}

/// Ways to look at a draft, and the links that share it.
pub fn preview(language: Language, kind: Kind, slug: &Slug) -> String {
    format!("{}/preview", edit(language, kind, slug))
}

/// Where an entry is put into the bin, and taken out of it.
pub fn bin(language: Language, kind: Kind, slug: &Slug) -> String {
    format!("{}/bin", edit(language, kind, slug))
}

/// Where the editor keeps what is typed and not saved.
pub fn unsaved(language: Language) -> String {
    format!("/{language}/staff/unsaved")
}

/// Where following a network is posted to.
pub fn follow(language: Language, network: &Slug) -> String {
    format!("{}/follow", entry(language, Kind::Network, network))
}

/// Where the choices for all networks are posted to.
pub fn followed(language: Language) -> String {
    format!("{}/networks", dashboard(language))
}

/// What one keeps for later; labels and notes are posted there.
pub fn saved(language: Language) -> String {
    format!("{}/saved", dashboard(language))
}

/// The same as a CSV file.
pub fn saved_file(language: Language) -> String {
    format!("{}/saved.csv", dashboard(language))
}

/// Where notices are marked as read; scripts ask here how many are not.
pub fn notices(language: Language) -> String {
    format!("{}/notices", dashboard(language))
}

/// Where scripts hear how many notices are not read.
pub fn notices_stream(language: Language) -> String {
    format!("{}/stream", notices(language))
}

/// The page that ends letters with the key of one.
pub fn unsubscribe(language: Language) -> String {
    format!("/{language}/unsubscribe")
}

/// What one changes of one's own account.
pub fn profile(language: Language) -> String {
    format!("{}/profile", dashboard(language))
}

/// Where the address of one's own calendar is made and taken back.
pub fn own_calendar(language: Language) -> String {
    format!("{}/calendar", dashboard(language))
}

/// The calendar file of who holds this key.
pub fn own_calendar_file(language: Language, key: &str) -> String {
    format!("/{language}/calendar/{key}.ics")
}

/// Where keeping an entry for later is posted to.
pub fn keep(language: Language, kind: Kind, slug: &Slug) -> String {
    format!("/{language}/{}/{slug}/keep", segment(kind))
}

/// Where staff send what is asked of who registers.
pub fn questions(language: Language, slug: &Slug) -> String {
    format!("{}/questions", participants(language, slug))
}

/// Where staff send a member whom they register.
pub fn enrolment(language: Language, slug: &Slug) -> String {
    format!("{}/members", participants(language, slug))
}

/// Where a decision on a registration is posted to.
pub fn admission(language: Language, registration: i64) -> String {
    format!("/{language}/staff/registrations/{registration}")
}

/// Whether a path leads to a page of this site: one slash at the beginning, not two, and nothing that could break a header.
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Where the footer's light-mode switch posts to.
pub fn light_mode(language: Language) -> String {
    format!("/{language}/light-mode")
}

/// Where the notice above every page is dismissed.
pub fn dismissed_banner(language: Language) -> String {
    format!("/{language}/banner")
}

/// A lead picture: one of the library by its name there, or a built-in one.
pub fn picture(value: &str) -> String {
    match domain::file::picture_uid(value) {
        Some(uid) => format!("/files/{uid}/960/picture"),
        None => format!("/pictures/{value}"),
    }
}

/// A file of the library.
pub fn file(file: &File) -> String {
    format!("/files/{}/{}", file.uid, encoded(&file.name))
}

/// A picture of the library that is at least so many pixels wide, where there is such a one.
pub fn file_picture(file: &File, width: u32) -> String {
    format!("/files/{}/{width}/{}", file.uid, encoded(&file.name))
}

/// A text as a segment of an address.
pub fn encoded(text: &str) -> String {
    let mut segment = String::new();
    push_encoded(&mut segment, text);
    segment
}

/// The media library; files are uploaded there.
pub fn media(language: Language) -> String {
    format!("/{language}/staff/media")
}

/// A file of the library, where it is described.
pub fn media_file(language: Language, uid: &Uid) -> String {
    format!("{}/{uid}", media(language))
}

/// Where a file is put into the bin of the library, and taken out of it.
pub fn media_bin(language: Language, uid: &Uid) -> String {
    format!("{}/bin", media_file(language, uid))
}

/// The same page in another language: the first segment is exchanged, path and query stay.
pub fn twin(language: Language, path: &str, query: &str) -> String {
    let rest = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
    let slash = if rest.is_empty() { "" } else { "/" };
    let joint = if query.is_empty() { "" } else { "?" };
    format!("/{language}{slash}{rest}{joint}{query}")
}

/// The name under which [`write_to`] finds the office.
pub const OFFICE: &str = "office";

/// Where a link to write to a role contact leads: the server answers with the mail address, so that no page holds it in plain.
pub fn write_to(language: Language, key: &str) -> String {
    format!("/{language}/write/{key}")
}

/// A mail address as one says it, so that it can be read but not gathered: `cmc [at] iom.int`.
pub fn spoken_address(address: &str, at: &str) -> String {
    address.replace('@', &format!(" [{at}] "))
}
