//! The letters that the job has written, as their readers see them.

use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::account::Role;
use quoted_printable::ParseMode;
use server::mail::{self, Post};
use tempfile::TempDir;

use crate::accounts::person;
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
        mail::run(portal.portal.clone(), post, public_url, "a test".to_owned(), async {}).await;
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
    for later in [0, 1] {
        let portal = TestPortal::start().await;
        portal.pass(later);
        let id = person(&portal, "ana@example.org", Role::Member).await;
        let (accounts, now) = (&portal.portal.accounts, portal.portal.clock.now());
        let account = accounts.account(id).await.unwrap();
        accounts.ask_reset(&account.profile.email, now).await.unwrap();
        accounts.ask_reset(&account.profile.email, now).await.unwrap();
        for letter in Mailbox::new().fetch(&portal).await {
            assert_eq!(letter.header("From"), "\"Caribbean Migration Portal\" <no-reply@portal.example.org>");
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
    mail::run(portal.portal.clone(), post, "https://portal.example.org".to_owned(), "a test".to_owned(), async {})
        .await;
    let letter = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    for (path, mode) in [(folder, 0o700), (letter, 0o600)] {
        let found = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(found, mode, "{}: {found:o}", path.display());
    }
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
    Letter { headers: headers.to_owned(), text: part("text/plain"), html: part("text/html") }
}

impl Letter {
    /// The value of a header; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let start = format!("{name}: ");
        self.headers.lines().find_map(|line| line.strip_prefix(&start)).unwrap_or_default()
    }

    /// The path of the link that ends such letters.
    pub(crate) fn end(&self) -> String {
        let address = self.header("List-Unsubscribe").trim_matches(['<', '>']);
        address.strip_prefix("https://portal.example.org").unwrap().to_owned()
    }
}
