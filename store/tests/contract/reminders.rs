//! What who comes to an event is told of it: that it has changed, once for each change, and that it is near.

use domain::account::{Member, Role, Staff};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Outcome, Typed};
use domain::notice::About;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Inbox, Manuscripts, Registrations};
use domain::registration::{Mode, SeatRules};

use crate::drafts::{event, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

const DAY: i64 = 24 * 60;

/// An event on 14 December 2026 in Jamaica, and somebody with a seat at it since `now`.
async fn meeting(place: &Place) -> Member {
    let rules = SeatRules { mode: Mode::Open, capacity: Some(1) };
    place.with([EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-14", "2026-12-14") }]).await;
    let ana = person(place, "ana", Role::Member).await;
    place.register(&ana, &slug("meeting"), &[], now()).await.unwrap();
    ana
}

/// Midnight of 14 December in Jamaica, in minutes after `now`.
const BEGINS: i64 = 19 * DAY + 17 * 60;

async fn change(place: &Place, staff: &Staff, typed: &[(&str, &str)], minute: i64) {
    let opened = place.manuscript(staff, Kind::Event, &slug("meeting")).await.unwrap();
    let fields = Fields::of(&opened);
    let typed = typed.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(fields.get(field)))).collect();
    let edit = Edit { typed, ..Edit::default() };
    let saved = place.save(staff, Kind::Event, &slug("meeting"), &edit, later(minute)).await.unwrap();
    assert_eq!(saved, Outcome::Saved(slug("meeting")));
}

async fn told(place: &Place, member: &Member, about: About) -> usize {
    let notices = place.notices(member.account().id, 50, later(BEGINS)).await.unwrap();
    notices.iter().filter(|notice| notice.about == about).count()
}

pub(crate) async fn who_has_a_seat_is_reminded_a_week_and_a_day_before_once(place: &Place) {
    // 14.3.12
    let ana = meeting(place).await;
    assert_eq!(place.remind(later(BEGINS - 7 * DAY - 1)).await, Ok(0), "it is too early");
    assert_eq!(place.remind(later(BEGINS - 7 * DAY)).await, Ok(1));
    assert_eq!(place.remind(later(BEGINS - 6 * DAY)).await, Ok(0), "once is enough");
    assert_eq!(place.remind(later(BEGINS - DAY)).await, Ok(1));
    assert_eq!(place.remind(later(BEGINS - 1)).await, Ok(0));
    assert_eq!(place.remind(later(BEGINS + 1)).await, Ok(0), "it has begun");
    assert_eq!(told(place, &ana, About::Reminder).await, 2);
}

pub(crate) async fn of_two_nodes_one_reminds(place: &Place) {
    let ana = meeting(place).await;
    let other = place.another_node().await;
    let at = later(BEGINS - DAY);
    let (one, two) = tokio::join!(place.remind(at), other.remind(at));
    assert_eq!(one.unwrap() + two.unwrap(), 1);
    assert_eq!(told(place, &ana, About::Reminder).await, 1);
}

pub(crate) async fn nobody_is_reminded_of_what_is_called_off_hidden_or_given_up(place: &Place) {
    let ana = meeting(place).await;
    let boss = staff(place, "boss", Role::Editor).await;
    change(place, &boss, &[("state", "cancelled")], 1).await;
    assert_eq!(place.remind(later(BEGINS - DAY)).await, Ok(0));
    change(place, &boss, &[("state", "scheduled"), ("en.state", "draft")], 2).await;
    assert_eq!(place.remind(later(BEGINS - DAY)).await, Ok(0));
    change(place, &boss, &[("en.state", "published")], 3).await;
    place.cancel(&ana, &slug("meeting"), later(4)).await.unwrap();
    assert_eq!(place.remind(later(BEGINS - DAY)).await, Ok(0));
}

pub(crate) async fn who_registers_on_the_eve_is_not_reminded_at_once(place: &Place) {
    let ana = meeting(place).await;
    place.cancel(&ana, &slug("meeting"), later(1)).await.unwrap();
    place.register(&ana, &slug("meeting"), &[], later(BEGINS - 60)).await.unwrap();
    assert_eq!(place.remind(later(BEGINS - 59)).await, Ok(0));
}

// 14.8.4
pub(crate) async fn a_moved_event_is_told_once_to_who_comes_and_to_who_waits(place: &Place) {
    // 14.3.12
    let ana = meeting(place).await;
    let (ben, cam) = (person(place, "ben", Role::Member).await, person(place, "cam", Role::Member).await);
    place.register(&ben, &slug("meeting"), &[], later(1)).await.unwrap();
    place.register(&cam, &slug("meeting"), &[], later(1)).await.unwrap();
    place.cancel(&cam, &slug("meeting"), later(2)).await.unwrap();
    let boss = staff(place, "boss", Role::Editor).await;
    change(place, &boss, &[("start", "2026-12-15"), ("end", "2026-12-15")], 3).await;
    let all = async || {
        let mut counts = Vec::new();
        for member in [&ana, &ben, &cam] {
            counts.push(told(place, member, About::Moved).await);
        }
        counts
    };
    assert_eq!(all().await, [1, 1, 0]);
    change(place, &boss, &[("en.summary", "Another summary.")], 4).await;
    assert_eq!(all().await, [1, 1, 0], "words are no news to who comes");
    change(place, &boss, &[("state", "postponed")], 5).await;
    assert_eq!(all().await, [2, 2, 0]);
    assert_eq!(place.history(Kind::Event, &slug("meeting")).await.unwrap().len(), 4);
}
