//! The job that sends letters: it stops when told to, and what is due does not wait behind letters.

use std::sync::Arc;
use std::time::Duration;

use domain::account::{Member, Role};
use domain::registration::State;
use server::mail::{Job, Post};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::accounts::person;
use crate::desk::staff;
use crate::documents::upload;
use crate::portal::TestPortal;

/// A demo event with two seats.
const EVENT: &str = "workshop-on-investigating-migrant-smuggling";

pub(crate) fn job(portal: &TestPortal, post: Post) -> Job {
    Job::new(portal.portal.clone(), post, "https://portal.example.org".to_owned())
}

/// A mail server that takes calls and says nothing, until it hangs up.
struct Silent {
    address: String,
    hang_up: Arc<Notify>,
    server: JoinHandle<()>,
}

impl Silent {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("smtp://{}", listener.local_addr().unwrap());
        let hang_up = Arc::new(Notify::new());
        let heard = hang_up.clone();
        let server = tokio::spawn(async move {
            let mut calls = Vec::new();
            loop {
                tokio::select! {
                    call = listener.accept() => calls.push(call),
                    () = heard.notified() => return,
                }
            }
        });
        Self { address, hang_up, server }
    }

    async fn hang_up(self) {
        self.hang_up.notify_one();
        self.server.await.unwrap();
    }
}

async fn registers(portal: &TestPortal, name: &str) -> Member {
    let id = person(portal, &format!("{name}@example.org"), Role::Member).await;
    let member = Member::of(&portal.portal.accounts.account(id).await.unwrap()).unwrap();
    let (registrations, now) = (&portal.portal.registrations, portal.portal.clock.now());
    registrations.register(&member, &EVENT.parse().unwrap(), &[], now).await.unwrap();
    member
}

#[tokio::test]
async fn a_job_that_is_told_to_stop_begins_no_other_letter_and_leaves_the_rest_to_others_at_once() {
    let portal = TestPortal::start().await;
    for name in ["ana", "ben", "cam"] {
        registers(&portal, name).await;
    }
    let folder = tempfile::tempdir().unwrap();
    let post = || Post::new("no-reply@portal.example.org", None, folder.path().to_owned()).unwrap();
    job(&portal, post()).run(async {}).await;
    let letters = || std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(letters(), 0);
    job(&portal, post()).work_off().await;
    assert_eq!(letters(), 3, "no claim keeps them back");
}

#[tokio::test]
async fn offers_end_in_time_while_a_mail_server_does_not_answer() {
    let portal = TestPortal::start().await;
    let ana = registers(&portal, "ana").await;
    registers(&portal, "ben").await;
    let cam = registers(&portal, "cam").await;
    let now = portal.portal.clock.now();
    portal.portal.registrations.cancel(&ana, &EVENT.parse().unwrap(), now).await.unwrap();
    portal.pass(49 * 3600);
    let silent = Silent::start().await;
    let folder = tempfile::tempdir().unwrap();
    let post = Post::new("no-reply@portal.example.org", Some(&silent.address), folder.path().to_owned()).unwrap();
    let ended = async {
        for _look in 0..100 {
            let seats =
                portal.portal.registrations.seats(&EVENT.parse().unwrap(), Some(cam.account().id)).await.unwrap();
            if seats.own.unwrap().state == State::Lapsed {
                return silent.hang_up().await;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the offer still stands");
    };
    job(&portal, post).run(ended).await;
}

// 14.5.6
#[tokio::test]
async fn a_document_is_read_while_a_mail_server_does_not_answer() {
    let portal = TestPortal::start().await;
    registers(&portal, "ana").await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    upload(&portal, &eva, "everybody", &["A mangrove forest."]).await;
    let silent = Silent::start().await;
    let folder = tempfile::tempdir().unwrap();
    let post = Post::new("no-reply@portal.example.org", Some(&silent.address), folder.path().to_owned()).unwrap();
    let read = async {
        for _look in 0..100 {
            if portal.get("/en/search?q=mangrove").await.body.contains("#page=1") {
                return silent.hang_up().await;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the document is not read");
    };
    job(&portal, post).run(read).await;
}
