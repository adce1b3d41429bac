//! The letters that the job has written, as their readers see them.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::Language;
use domain::account::{Member, Role};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Typed};
use quoted_printable::ParseMode;
use server::mail::{Job, Post};
use tempfile::TempDir;

use crate::accounts::{PASSWORD, person, person_in, post, signed_in};
use crate::portal::TestPortal;

/// A folder that letters go to.
pub(crate) struct Mailbox(TempDir);

/// A letter, taken apart.
#[derive(Debug)]
pub(crate) struct Letter {
    pub(crate) headers: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl Mailbox {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Lets the job do what waits, and takes the letters out that it wrote, in their order.
    pub(crate) async fn fetch(&self, portal: &TestPortal) -> Vec<Letter> {
        let post = Post::new("no-reply@portal.example.org", None, self.0.path().to_owned()).unwrap();
        let public_url = "https://portal.example.org".to_owned();
        Job::new(portal.portal.clone(), post, public_url).work_off().await;
        let mut files: Vec<_> = fs::read_dir(self.0.path()).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        files
            .into_iter()
            .map(|file| {
                let letter = read(&fs::read_to_string(&file).unwrap());
                fs::remove_file(file).unwrap();
                letter
            })
            .collect()
    }
}

#[tokio::test]
async fn a_letter_comes_from_the_portals_own_host_under_a_name_that_no_other_letter_has() {
    let mut names = Vec::new();
    // A new database counts from 1 again.
    for (later, language, sender) in
        [(0, Language::En, "Caribbean Migration Portal"), (1, Language::Es, "Portal sobre Migración en el Caribe")]
    {
        let portal = TestPortal::start().await;
        portal.pass(later);
        let id = person_in(&portal, "ana@example.org", Role::Member, language).await;
        let (accounts, now) = (&portal.portal.accounts, portal.portal.clock.now());
        let account = accounts.account(id).await.unwrap();
        accounts.ask_reset(&account.profile.email, now).await.unwrap();
        accounts.ask_reset(&account.profile.email, now).await.unwrap();
        for letter in Mailbox::new().fetch(&portal).await {
            let from = decoded(letter.header("From"));
            assert_eq!(from.replace('"', ""), format!("{sender} <no-reply@portal.example.org>"));
            names.push(letter.header("Message-ID").to_owned());
        }
    }
    assert!(names.len() == 4 && names.iter().all(|name| name.ends_with("@portal.example.org>")), "{names:?}");
    names.sort();
    names.dedup();
    assert_eq!(names.len(), 4, "{names:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_on_the_machine_reads_a_letter() {
    use std::os::unix::fs::PermissionsExt as _;
    let portal = TestPortal::start().await;
    person(&portal, "ana@example.org", Role::Member).await;
    let email = "ana@example.org".parse().unwrap();
    portal.portal.accounts.ask_reset(&email, portal.portal.clock.now()).await.unwrap();
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("mail");
    let post = Post::new("no-reply@portal.example.org", None, folder.clone()).unwrap();
    Job::new(portal.portal.clone(), post, "https://portal.example.org".to_owned()).work_off().await;
    let letter = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    for (path, mode) in [(folder, 0o700), (letter, 0o600)] {
        let found = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{}: {found:o}", path.display());
    }
}

const ONLINE: &str = "online-briefing-on-citing-migration-figures";
const FULL: &str = "workshop-on-investigating-migrant-smuggling";

async fn member(portal: &TestPortal, name: &str, language: Language) -> Member {
    let id = person_in(portal, &format!("{name}@example.org"), Role::Member, language).await;
    Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap()
}

async fn register(portal: &TestPortal, member: &Member, event: &str) {
    let now = portal.portal.clock.now();
    portal.portal.registrations.register(member, &event.parse().unwrap(), &[], now).await.unwrap();
}

#[tokio::test]
async fn a_letter_about_a_seat_says_what_happened_to_what_when_and_where() {
    let portal = TestPortal::start().await;
    let mailbox = Mailbox::new();
    let (ana, ben, eva) = (
        member(&portal, "ana", Language::En).await,
        member(&portal, "ben", Language::Es).await,
        member(&portal, "eva", Language::En).await,
    );
    register(&portal, &ana, ONLINE).await;
    let letter = mailbox.fetch(&portal).await.remove(0);
    let facts = "2 December 2026\n10:00 to 11:30, Jamaica time\nOnline\n";
    assert_eq!(
        letter.subject(),
        "Registered: Online briefing: how to cite a migration figure, 2 December 2026, 10:00 to 11:30, Jamaica time"
    );
    assert!(letter.text.contains(facts) && letter.html.contains(&facts.trim_end().replace('\n', "<br>")), "{letter:?}");
    assert!(letter.text.contains(&format!("/en/events/{ONLINE}/join")), "how one joins stands in it: {}", letter.text);
    for person in [&ana, &ben, &eva] {
        register(&portal, person, FULL).await;
    }
    let letters = mailbox.fetch(&portal).await;
    let title = "Workshop on investigating migrant smuggling, 15 to 17 December 2026";
    assert_eq!(letters[0].subject(), format!("Registered: {title}"));
    assert!(letters[0].text.contains("Port of Spain, Trinidad and Tobago"));
    assert_eq!(
        letters[1].subject(),
        "Inscripción confirmada: Taller sobre la investigación del tráfico ilícito de migrantes, 15 al 17 de diciembre de 2026"
    );
    assert_eq!(letters[2].subject(), format!("Waiting list, number 1: {title}"));
    portal.portal.registrations.cancel(&ana, &FULL.parse().unwrap(), portal.portal.clock.now()).await.unwrap();
    let subjects: Vec<_> = mailbox.fetch(&portal).await.iter().map(Letter::subject).collect();
    let offer = format!("A seat is kept for you until 26 November 2026, 07:00 (Jamaica): {title}");
    assert_eq!(subjects, [format!("Registration cancelled: {title}"), offer]);
}

#[tokio::test]
async fn an_event_that_is_called_off_is_not_told_of_as_changed() {
    let portal = TestPortal::start().await;
    let mailbox = Mailbox::new();
    for (name, language) in [("ana", Language::En), ("ben", Language::Es)] {
        let member = member(&portal, name, language).await;
        register(&portal, &member, ONLINE).await;
    }
    mailbox.fetch(&portal).await;
    let id = person(&portal, "editor@example.org", Role::Editor).await;
    let editor = portal.portal.accounts.account(id).await.unwrap();
    let editor = domain::account::Staff::of(&editor, Role::Editor).unwrap();
    for (state, english, spanish) in [
        ("postponed", "Postponed, no new date yet: Online", "Aplazado, aún sin nueva fecha: Sesión"),
        ("scheduled", "Changed: Online", "Cambio: Sesión"),
        ("cancelled", "Cancelled: Online", "Cancelado: Sesión"),
    ] {
        let (manuscripts, slug) = (&portal.portal.manuscripts, ONLINE.parse().unwrap());
        let manuscript = manuscripts.manuscript(&editor, Kind::Event, &slug).await.unwrap();
        let base = fingerprint(Fields::of(&manuscript).get("state"));
        let edit = Edit { typed: vec![Typed::new("state", state, &base)], ..Edit::default() };
        manuscripts.save(&editor, Kind::Event, &slug, &edit, portal.portal.clock.now()).await.unwrap();
        let subjects: Vec<_> = mailbox.fetch(&portal).await.iter().map(Letter::subject).collect();
        assert!(subjects[0].starts_with(english) && subjects[1].starts_with(spanish), "{subjects:?}");
        assert!(subjects[1].ends_with(", 2 de diciembre de 2026, 10:00 a 11:30, hora de Jamaica"), "{subjects:?}");
    }
    let ana = signed_in(&portal, "ana@example.org").await;
    let dashboard = crate::accounts::get_as(&portal, "/en/dashboard", &ana).await.body;
    assert!(dashboard.contains("An event that you registered for was cancelled"));
}

// 14.8.2
#[tokio::test]
async fn a_new_password_and_a_new_address_are_told_to_their_owner() {
    let portal = TestPortal::start().await;
    let mailbox = Mailbox::new();
    member(&portal, "ana", Language::En).await;
    let cookie = signed_in(&portal, "ana@example.org").await;
    let profile = "/en/dashboard/profile";
    let form = [("form", "password"), ("current", PASSWORD), ("password", "another ferry to Havana")];
    post(&portal, profile, &cookie, &form).await;
    let letter = mailbox.fetch(&portal).await.remove(0);
    assert_eq!(letter.subject(), "Your password has changed");
    assert!(letter.text.contains("https://portal.example.org/en/password") && letter.html.contains("/en/password"));
    let form = [("form", "mail"), ("email", "new@example.org"), ("mail-current", "another ferry to Havana")];
    post(&portal, profile, &cookie, &form).await;
    let letter = mailbox.fetch(&portal).await.remove(0);
    assert!(letter.header("To").contains("new@example.org"));
    let key = letter.text.split("key=").nth(1).unwrap().split_whitespace().next().unwrap();
    post(&portal, "/en/register/confirm", "", &[("key", key)]).await;
    let told: Vec<_> =
        mailbox.fetch(&portal).await.iter().map(|its| (its.header("To").to_owned(), its.subject())).collect();
    assert!(told[0].0.contains("ana@example.org") && told[1].0.contains("new@example.org"), "{told:?}");
    assert_eq!(told[0].1, "Your mail address has changed: letters go elsewhere now");
    assert_eq!(told[1].1, "Your mail address has changed: letters come here now");
}

fn read(raw: &str) -> Letter {
    let (headers, body) = raw.split_once("\r\n\r\n").unwrap();
    let (_, boundary) = headers.split_once("boundary=\"").unwrap();
    let boundary = format!("--{}", boundary.split('"').next().unwrap());
    let part = |media_type: &str| {
        let parts = body.split(&boundary).filter_map(|part| part.split_once("\r\n\r\n"));
        let (headers, body) = parts.into_iter().find(|(headers, _)| headers.contains(media_type)).unwrap();
        let bytes = if headers.contains("quoted-printable") {
            quoted_printable::decode(body, ParseMode::Strict).unwrap()
        } else if headers.contains("base64") {
            STANDARD.decode(body.replace("\r\n", "")).unwrap()
        } else {
            body.as_bytes().to_vec()
        };
        String::from_utf8(bytes).unwrap().replace("\r\n", "\n")
    };
    // A long header is folded: its line goes on behind a blank.
    Letter { headers: headers.replace("\r\n ", " "), text: part("text/plain"), html: part("text/html") }
}

/// A header in which words are encoded, as RFC 2047 says.
fn decoded(header: &str) -> String {
    let mut text = String::new();
    let mut was_encoded = false;
    for word in header.split(' ') {
        let encoded = word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?="));
        // The blank between two such words belongs to neither.
        let is_one_text = was_encoded && encoded.is_some();
        if !(text.is_empty() || is_one_text) {
            text.push(' ');
        }
        match encoded {
            Some(encoded) => text.push_str(&String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()),
            None => text.push_str(word),
        }
        was_encoded = encoded.is_some();
    }
    text
}

impl Letter {
    /// The value of a header; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        self.headers.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default()
    }

    /// The subject as a mail program shows it.
    pub(crate) fn subject(&self) -> String {
        decoded(self.header("Subject"))
    }

    /// The path of the link that ends such letters.
    pub(crate) fn end(&self) -> String {
        let address = self.header("List-Unsubscribe").trim_matches(['<', '>']);
        address.strip_prefix("https://portal.example.org").unwrap().to_owned()
    }
}
