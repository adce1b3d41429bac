//! What members are told: one change once, the weekly letter in its time, and an end to both.

use domain::account::{Member, Profile, Role, Standing};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Manuscript, Outcome, Typed};
use domain::mark::Notices;
use domain::notice::{About, DueDigest, Every};
use domain::outbox::Work;
use domain::pack::EntryDraft;
use domain::ports::{Accounts, Desk, Inbox, Manuscripts, Marks, Outbox, Registrations};
use domain::registration::{Mode, SeatRules, State};
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Language};
use jiff::civil::date;

use crate::drafts::{Tell, draft, event, network, post, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;

async fn networks(place: &Place) {
    place.with([network("diaspora"), network("health")]).await;
}

/// A member who follows networks, each with a choice.
async fn follower(place: &Place, name: &str, choices: &[(&str, Notices)]) -> Member {
    let member = person(place, name, Role::Member).await;
    for (network, notices) in choices {
        place.follow(&member, &slug(network), Some(*notices)).await.unwrap();
    }
    member
}

/// Publishes an entry so many minutes after the beginning.
async fn publish(place: &Place, draft: &EntryDraft, minute: i64) -> i64 {
    let desk: &dyn Desk = &**place;
    desk.create(draft, "ana", "a test", later(minute)).await.unwrap()
}

/// Whom letters of a topic wait for.
async fn letters(place: &Place, topic: &str) -> Vec<i64> {
    let waiting = place.claim("a test", Work::Letters, 500, later(1_000_000)).await.unwrap();
    let of_topic = waiting.into_iter().filter(|effect| effect.topic == topic);
    of_topic
        .map(|effect| serde_json::from_str::<serde_json::Value>(&effect.payload).unwrap()["account"].as_i64().unwrap())
        .collect()
}

async fn unread(place: &Place, member: &Member) -> u32 {
    place.unread(member.account().id, later(WEEK)).await.unwrap()
}

async fn names(place: &Place, due: DueDigest, minute: i64) -> Vec<String> {
    let news = place.digest(due, later(minute)).await.unwrap();
    news.into_iter().map(|news| news.slug.to_string()).collect()
}

pub(crate) async fn what_is_published_is_told_once_to_who_hears_everything(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All), ("health", Notices::All)]).await;
    let ben = follower(place, "ben", &[("diaspora", Notices::Digest), ("health", Notices::None)]).await;
    let cam = follower(place, "cam", &[("diaspora", Notices::All)]).await;
    let boss = staff(place, "boss", Role::Admin).await;
    place.decide(&boss, cam.account().id, &Standing::Disabled, now()).await.unwrap();
    let entry = publish(place, &post("one").of(&["diaspora", "health"]), 0).await;
    assert_eq!(place.announce(entry, later(1)).await, Ok(1), "of two networks, and only to members");
    assert_eq!(place.announce(entry, later(2)).await, Ok(0), "a second edition is no second publication");
    let notices = place.notices(ana.account().id, 10, later(3)).await.unwrap();
    let [notice] = notices.as_slice() else { panic!("{notices:?}") };
    assert_eq!((notice.about, notice.entry.clone()), (About::Published, Some((Kind::Post, slug("one")))));
    assert_eq!((notice.created, notice.is_read), (later(1), false));
    assert_eq!((unread(place, &ben).await, unread(place, &cam).await), (0, 0));
    assert_eq!(letters(place, "mail.published").await, [ana.account().id]);
}

pub(crate) async fn of_two_nodes_that_tell_the_same_one_does(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All)]).await;
    let entry = publish(place, &post("one").of(&["diaspora"]), 0).await;
    let other = place.another_node().await;
    let (one, two) = tokio::join!(place.announce(entry, later(1)), other.announce(entry, later(1)));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    assert_eq!(letters(place, "mail.published").await, [ana.account().id]);
}

pub(crate) async fn what_will_be_shown_later_is_told_then(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All)]).await;
    let entry = publish(place, &post("one").of(&["diaspora"]), 60).await;
    assert_eq!(place.announce(entry, now()).await, Ok(0));
    assert_eq!(unread(place, &ana).await, 0);
    let due = place.claim("a test", Work::Letters, 100, later(59)).await.unwrap();
    assert!(due.iter().all(|effect| effect.topic != "entry.published"), "{due:?}");
    let due = place.claim("a test", Work::Letters, 100, later(60)).await.unwrap();
    assert!(due.iter().any(|effect| effect.topic == "entry.published"), "{due:?}");
    assert_eq!(place.announce(entry, later(60)).await, Ok(1));
}

pub(crate) async fn what_an_editor_publishes_is_told_when_readers_see_it(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All)]).await;
    let editor = staff(place, "boss", Role::Editor).await;
    let blank = Manuscript::blank(Kind::Post, Language::En, date(2026, 11, 24));
    let publish_at = later(60).to_string();
    let typed = [
        ("en.title", "One"),
        ("en.summary", "About it."),
        ("networks", "diaspora"),
        ("en.state", "published"),
        ("en.publish_at", publish_at.as_str()),
    ];
    let fields = Fields::of(&blank);
    let typed = typed.map(|(field, text)| Typed::new(field, text, &fingerprint(fields.get(field)))).to_vec();
    let edit = Edit { typed, still_right: Vec::new(), reason: "a test".to_owned() };
    assert_eq!(place.begin(&editor, &blank, &edit, "a form", now()).await.unwrap(), Outcome::Saved(slug("one")));
    let mut told = 0;
    for minute in [59, 60] {
        for effect in place.claim("a test", Work::Letters, 100, later(minute)).await.unwrap() {
            if effect.topic == "entry.published" {
                let payload: serde_json::Value = serde_json::from_str(&effect.payload).unwrap();
                told += place.announce(payload["entry"].as_i64().unwrap(), later(minute)).await.unwrap();
            }
        }
        assert_eq!(told, u32::from(minute == 60));
    }
    assert_eq!(unread(place, &ana).await, 1);
}

pub(crate) async fn notices_come_latest_first_and_are_read_up_to_the_one_that_was_seen(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All)]).await;
    let ben = follower(place, "ben", &[("diaspora", Notices::All)]).await;
    let mut seen = 0;
    for (minute, name) in (0..).zip(["one", "two", "three"]) {
        let entry = publish(place, &post(name).of(&["diaspora"]), minute).await;
        place.announce(entry, later(minute)).await.unwrap();
        if name == "two" {
            seen = place.notices(ana.account().id, 1, later(minute)).await.unwrap()[0].id;
        }
    }
    place.mark_read(&ana, seen, later(5)).await.unwrap();
    let notices = place.notices(ana.account().id, 10, later(6)).await.unwrap();
    let listed: Vec<_> =
        notices.iter().map(|notice| (notice.entry.as_ref().unwrap().1.as_str(), notice.is_read)).collect();
    assert_eq!(listed, [("three", false), ("two", true), ("one", true)]);
    assert_eq!(place.notices(ana.account().id, 2, later(6)).await.unwrap().len(), 2);
    assert_eq!((unread(place, &ana).await, unread(place, &ben).await), (1, 3), "each reads for themselves");
}

pub(crate) async fn a_notice_of_what_is_no_longer_shown_is_neither_listed_nor_counted(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All)]).await;
    let entry = publish(place, &post("one").of(&["diaspora"]), 0).await;
    place.announce(entry, now()).await.unwrap();
    place.delete(Kind::Post, &slug("one"), "ana", later(1)).await.unwrap();
    assert_eq!(unread(place, &ana).await, 0);
    assert_eq!(place.notices(ana.account().id, 10, later(2)).await.unwrap(), []);
    place.restore(Kind::Post, &slug("one"), "ana", later(3)).await.unwrap();
    assert_eq!(unread(place, &ana).await, 1);
}

// 14.8.4
pub(crate) async fn each_change_of_a_registration_leaves_one_notice(place: &Place) {
    let rules = SeatRules { mode: Mode::Open, capacity: None };
    publish(place, &EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-01", "2026-12-02") }, 0).await;
    let ana = person(place, "ana", Role::Member).await;
    for minute in 0..2 {
        place.register(&ana, &slug("meeting"), &[], later(minute)).await.unwrap();
    }
    place.cancel(&ana, &slug("meeting"), later(2)).await.unwrap();
    place.register(&ana, &slug("meeting"), &[], later(3)).await.unwrap();
    let notices = place.notices(ana.account().id, 10, later(4)).await.unwrap();
    let told: Vec<_> = notices.iter().map(|notice| notice.about).collect();
    let states = [State::Registered, State::Cancelled, State::Registered];
    assert_eq!(told, states.map(About::Registration));
}

pub(crate) async fn a_weekly_letter_is_due_a_week_after_the_account_and_then_each_week(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::Digest), ("health", Notices::None)]).await;
    follower(place, "ben", &[("diaspora", Notices::All)]).await;
    publish(place, &post("other").of(&["health"]), DAY).await;
    publish(place, &post("one").of(&["diaspora"]), DAY).await;
    publish(place, &draft(Kind::News, "two").of(&["diaspora", "health"]), 2 * DAY).await;
    assert_eq!(place.due_digests(later(WEEK - 1)).await, Ok(Vec::new()));
    let first = DueDigest { account: ana.account().id, since: now() };
    assert_eq!(place.due_digests(later(WEEK)).await, Ok(vec![first]));
    assert_eq!(names(place, first, WEEK).await, ["two", "one"], "of networks with this choice, the latest first");
    assert_eq!(place.digest_sent(first, later(WEEK)).await, Ok(true));
    assert_eq!(place.digest_sent(first, later(WEEK)).await, Ok(false), "it was made already");
    publish(place, &post("three").of(&["diaspora"]), WEEK + DAY).await;
    assert_eq!(place.due_digests(later(2 * WEEK - 1)).await, Ok(Vec::new()));
    let second = DueDigest { since: later(WEEK), ..first };
    assert_eq!(place.due_digests(later(2 * WEEK)).await, Ok(vec![second]));
    assert_eq!(names(place, second, 2 * WEEK).await, ["three"]);
    assert_eq!(letters(place, "mail.digest").await, [ana.account().id]);
}

pub(crate) async fn a_week_without_news_passes_without_a_letter(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::Digest)]).await;
    let due = DueDigest { account: ana.account().id, since: now() };
    assert_eq!(place.digest_sent(due, later(WEEK)).await, Ok(false));
    assert_eq!(place.due_digests(later(WEEK)).await, Ok(Vec::new()), "the next week has begun");
    assert_eq!(letters(place, "mail.digest").await, Vec::<i64>::new());
}

pub(crate) async fn of_two_nodes_one_makes_the_weekly_letter(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::Digest)]).await;
    publish(place, &post("one").of(&["diaspora"]), DAY).await;
    let due = DueDigest { account: ana.account().id, since: now() };
    let other = place.another_node().await;
    let (one, two) = tokio::join!(place.digest_sent(due, later(WEEK)), other.digest_sent(due, later(WEEK)));
    assert_ne!(one, two);
    assert_eq!(letters(place, "mail.digest").await, [ana.account().id]);
}

pub(crate) async fn a_translation_is_no_news_and_neither_is_what_was_told_at_once(place: &Place) {
    networks(place).await;
    let choices = [("diaspora", Notices::Digest), ("health", Notices::All)];
    let ana = follower(place, "ana", &choices).await;
    let both = publish(place, &post("told").of(&["diaspora", "health"]), DAY).await;
    place.announce(both, later(DAY)).await.unwrap();
    publish(place, &post("translated").of(&["diaspora"]).titled(Language::Es, "Uno"), 0).await;
    place.sql("update edition set publish_at = publish_at + 86400000000 where title = 'Uno'").await;
    publish(place, &post("one").of(&["diaspora"]), DAY).await;
    let due = DueDigest { account: ana.account().id, since: now() };
    assert_eq!(names(place, due, WEEK).await, ["one"]);
}

pub(crate) async fn who_had_no_letter_for_long_is_told_of_four_weeks(place: &Place) {
    networks(place).await;
    follower(place, "ana", &[("diaspora", Notices::Digest)]).await;
    let due = place.due_digests(later(10 * WEEK)).await.unwrap();
    assert_eq!(due.iter().map(|due| due.since).collect::<Vec<_>>(), [later(6 * WEEK)]);
}

pub(crate) async fn a_key_of_a_letter_ends_letters_as_often_as_it_is_used_for_a_year(place: &Place) {
    networks(place).await;
    let choices = [("diaspora", Notices::All), ("health", Notices::Digest)];
    let ana = follower(place, "ana", &choices).await;
    let ben = follower(place, "ben", &choices).await;
    let key = TokenHash::of("letter");
    place.issue_key(ana.account().id, MailKey::Unsubscribe, &key, now()).await.unwrap();
    let chosen = async |member: &Member| -> Vec<_> {
        let followed = place.followed(member.account().id).await.unwrap();
        followed.into_iter().map(|followed| followed.notices).collect()
    };
    place.unsubscribe(&key, Some(&slug("health")), later(1)).await.unwrap();
    assert_eq!(chosen(&ana).await, [Notices::All, Notices::None]);
    for minute in 2..4 {
        place.unsubscribe(&key, None, later(minute)).await.unwrap();
        assert_eq!(chosen(&ana).await, [Notices::None, Notices::None]);
    }
    assert_eq!(chosen(&ben).await, [Notices::All, Notices::Digest]);
    let unknown = TokenHash::of("unknown");
    assert_eq!(place.unsubscribe(&unknown, None, later(5)).await, Err(Error::Gone));
    assert_eq!(place.unsubscribe(&key, None, later(365 * DAY)).await, Err(Error::Gone));
    let reset = TokenHash::of("reset");
    place.issue_key(ana.account().id, MailKey::Reset, &reset, now()).await.unwrap();
    assert_eq!(place.unsubscribe(&reset, None, later(1)).await, Err(Error::Gone), "each key opens one thing");
}

pub(crate) async fn a_digest_is_due_every_day_for_who_wants_it_so(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::Digest)]).await;
    let daily = Profile { digest: Every::Day, ..ana.account().profile.clone() };
    place.set_profile(ana.account().id, &daily, now()).await.unwrap();
    assert_eq!(place.account(ana.account().id).await.unwrap().profile.digest, Every::Day);
    publish(place, &post("one").of(&["diaspora"]), 10).await;
    assert_eq!(place.due_digests(later(DAY - 1)).await, Ok(Vec::new()));
    let first = DueDigest { account: ana.account().id, since: now() };
    assert_eq!(place.due_digests(later(DAY)).await, Ok(vec![first]));
    assert_eq!(place.digest_sent(first, later(DAY)).await, Ok(true));
    assert_eq!(place.digest_sent(first, later(DAY)).await, Ok(false), "it was made already");
    assert_eq!(place.due_digests(later(2 * DAY - 1)).await, Ok(Vec::new()));
    assert_eq!(place.due_digests(later(2 * DAY)).await, Ok(vec![DueDigest { since: later(DAY), ..first }]));
}

pub(crate) async fn visiting_an_entry_reads_what_was_told_of_it(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::All)]).await;
    let ben = follower(place, "ben", &[("diaspora", Notices::All)]).await;
    for name in ["one", "two"] {
        let entry = publish(place, &post(name).of(&["diaspora"]), 0).await;
        place.announce(entry, later(1)).await.unwrap();
    }
    place.visited(&ana, Kind::Post, &slug("one"), later(2)).await.unwrap();
    place.visited(&ana, Kind::News, &slug("two"), later(2)).await.unwrap();
    assert_eq!((unread(place, &ana).await, unread(place, &ben).await), (1, 2));
}

pub(crate) async fn what_is_new_in_followed_networks_comes_latest_first(place: &Place) {
    networks(place).await;
    let ana = follower(place, "ana", &[("diaspora", Notices::None)]).await;
    publish(place, &post("one").of(&["diaspora"]), 1).await;
    publish(place, &post("other").of(&["health"]), 2).await;
    publish(place, &draft(Kind::News, "two").of(&["diaspora", "health"]), 3).await;
    publish(place, &post("later").of(&["diaspora"]), DAY).await;
    let fresh = place.fresh(ana.account().id, 10, later(10)).await.unwrap();
    let seen: Vec<_> = fresh.iter().map(|fresh| (fresh.kind, fresh.slug.as_str(), fresh.since)).collect();
    assert_eq!(seen, [(Kind::News, "two", later(3)), (Kind::Post, "one", later(1))]);
    assert_eq!(place.fresh(ana.account().id, 1, later(10)).await.unwrap().len(), 1);
}

pub(crate) async fn admins_are_told_of_each_applicant_by_a_notice_and_of_all_by_one_letter(place: &Place) {
    let (boss, editor) = (staff(place, "boss", Role::Admin).await, staff(place, "editor", Role::Editor).await);
    let mut applicants = Vec::new();
    for (minute, name) in [(0, "eva"), (5, "leo")] {
        let profile =
            Profile { email: format!("{name}@example.org").parse().unwrap(), ..boss.account().profile.clone() };
        place.apply(&profile, "hash", later(minute)).await.unwrap();
        let id = place.credentials(&profile.email).await.unwrap().unwrap().0.id;
        place.issue_key(id, MailKey::Confirm, &TokenHash::of(name), later(minute)).await.unwrap();
        place.confirm(&TokenHash::of(name), later(minute)).await.unwrap();
        applicants.push(id);
    }
    let told = place.notices(boss.account().id, 10, later(6)).await.unwrap();
    let about: Vec<_> = told.iter().map(|notice| (notice.about, notice.entry.clone())).collect();
    assert_eq!(about, [(About::Applicant(applicants[1]), None), (About::Applicant(applicants[0]), None)]);
    assert_eq!(place.unread(boss.account().id, later(6)).await, Ok(2));
    assert_eq!(place.unread(editor.account().id, later(6)).await, Ok(0));
    let of_topic = |effects: Vec<domain::outbox::Effect>| {
        effects
            .into_iter()
            .filter(|effect| effect.topic == "mail.applicants")
            .map(|effect| effect.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of_topic(place.claim("one", Work::Letters, 500, later(14)).await.unwrap()),
        [0; 0],
        "they are gathered first"
    );
    assert_eq!(of_topic(place.claim("one", Work::Letters, 500, later(15)).await.unwrap()).len(), 1);
    place.applicants_seen(&boss, later(16)).await.unwrap();
    assert_eq!(place.unread(boss.account().id, later(16)).await, Ok(0));
}
