//! Lists of events.

use domain::Language;
use domain::event::{EventState, EventTime, Mode, Precision};
use domain::listing::{EventListing, When};
use domain::pack::EntryDraft;
use domain::ports::Library;
use jiff::civil::time;

use crate::drafts::{Tell, country, day, days, event, network, slug};
use crate::place::{Place, later, now, slugs};

fn all() -> EventListing {
    EventListing::all(Language::En, 100)
}

async fn three(place: &Place) {
    place
        .with([
            event("last-week", "2026-11-17", "2026-11-18"),
            event("next-week", "2026-12-01", "2026-12-01"),
            event("years-ago", "2019-12-05", "2019-12-06"),
            event("these-days", "2026-11-23", "2026-11-25"),
        ])
        .await;
}

async fn when(place: &Place, when: Option<When>) -> Vec<String> {
    let listed = place.events(&EventListing { when, ..all() }, now()).await.unwrap();
    slugs(&listed).into_iter().map(str::to_owned).collect()
}

pub(crate) async fn coming_events_come_earliest_first(place: &Place) {
    three(place).await;
    assert_eq!(when(place, Some(When::Next)).await, ["these-days", "next-week"]);
    assert_eq!(when(place, None).await, ["years-ago", "last-week", "these-days", "next-week"]);
}

/// 14.2.3
pub(crate) async fn what_takes_place_leads_what_does_not_where_it_is_asked_for(place: &Place) {
    let on = |name, day, state| {
        let time = EventTime { state, ..days(day, day) };
        EntryDraft { time: Some(time), ..event(name, day, day) }
    };
    place
        .with([
            on("cancelled", "2026-12-01", EventState::Cancelled),
            on("postponed", "2026-12-02", EventState::Postponed),
            on("held", "2026-12-03", EventState::Scheduled),
            on("held-later", "2026-12-04", EventState::Scheduled),
        ])
        .await;
    let listed = async |held_first| {
        let next = EventListing { when: Some(When::Next), held_first, ..all() };
        let listed = place.events(&next, now()).await.unwrap();
        slugs(&listed).join(" ")
    };
    assert_eq!(listed(true).await, "held held-later cancelled postponed");
    assert_eq!(listed(false).await, "cancelled postponed held held-later", "a calendar goes by the day");
}

pub(crate) async fn past_events_come_latest_first(place: &Place) {
    three(place).await;
    assert_eq!(when(place, Some(When::Past)).await, ["last-week", "years-ago"]);
}

pub(crate) async fn every_event_is_either_past_or_to_come(place: &Place) {
    place.with([event("today", "2026-11-24", "2026-11-24")]).await;
    // The day ends at midnight in Jamaica, 05:00 in UTC.
    for minutes in [0, 60 * 17 - 1, 60 * 17, 60 * 17 + 1] {
        let instant = later(minutes);
        let is_past = days("2026-11-24", "2026-11-24").is_past(instant);
        let next = place.events(&EventListing { when: Some(When::Next), ..all() }, instant).await.unwrap();
        let past = place.events(&EventListing { when: Some(When::Past), ..all() }, instant).await.unwrap();
        assert_eq!((next.total, past.total), if is_past { (0, 1) } else { (1, 0) });
    }
}

pub(crate) async fn events_of_a_period_include_those_that_began_before_it(place: &Place) {
    place
        .with([
            event("before", "2026-11-20", "2026-11-30"),
            event("into", "2026-11-30", "2026-12-01"),
            event("around", "2026-11-01", "2027-01-31"),
            event("out-of", "2026-12-31", "2027-01-02"),
            event("after", "2027-01-01", "2027-01-01"),
        ])
        .await;
    let december = EventListing { within: Some((day("2026-12-01"), day("2026-12-31"))), ..all() };
    assert_eq!(slugs(&place.events(&december, now()).await.unwrap()), ["around", "into", "out-of"]);
}

pub(crate) async fn events_can_be_of_a_network_a_country_and_a_mode(place: &Place) {
    let online = |draft: EntryDraft| {
        let time = draft.time.clone().map(|time| EventTime { mode: Mode::Online, ..time });
        EntryDraft { time, ..draft }
    };
    let plain = |name| event(name, "2026-12-01", "2026-12-01");
    place.with([network("diaspora"), country("haiti")]).await;
    place
        .with([
            online(plain("all-three").of(&["diaspora"]).from(&["haiti"])),
            plain("in-person").of(&["diaspora"]).from(&["haiti"]),
            online(plain("no-network").from(&["haiti"])),
            online(plain("no-country").of(&["diaspora"])),
        ])
        .await;
    let chosen = EventListing {
        network: Some(slug("diaspora")),
        country: Some(slug("haiti")),
        mode: Some(Mode::Online),
        ..all()
    };
    assert_eq!(slugs(&place.events(&chosen, now()).await.unwrap()), ["all-three"]);
}

pub(crate) async fn a_page_of_events_knows_the_whole_length(place: &Place) {
    place.with((1..=5).map(|n| event(&format!("event-{n}"), "2026-12-01", "2026-12-01"))).await;
    let page = async |offset, limit| {
        let listed = place.events(&EventListing { offset, limit, ..all() }, now()).await.unwrap();
        (listed.total, listed.items.len())
    };
    assert_eq!(page(0, 3).await, (5, 3));
    assert_eq!(page(3, 3).await, (5, 2));
    assert_eq!(page(9, 3).await, (5, 0));
}

pub(crate) async fn events_are_ordered_by_the_instant_not_by_the_hour(place: &Place) {
    let at = |name: &str, hour, zone: &str| {
        let time = EventTime {
            start_time: Some(time(hour, 0, 0, 0)),
            end_time: Some(time(hour + 1, 0, 0, 0)),
            zone: zone.to_owned(),
            precision: Precision::Minute,
            ..days("2026-12-01", "2026-12-01")
        };
        EntryDraft { time: Some(time), ..event(name, "2026-12-01", "2026-12-01") }
    };
    place.with([at("nine-in-jamaica", 9, "America/Jamaica"), at("ten-in-barbados", 10, "America/Barbados")]).await;
    place.with([at("nine-in-barbados", 9, "America/Barbados")]).await;
    let listed = place.events(&all(), now()).await.unwrap();
    assert_eq!(slugs(&listed), ["nine-in-barbados", "nine-in-jamaica", "ten-in-barbados"]);
    assert_eq!(listed.items[1].time.as_ref().unwrap().start_time, Some(time(9, 0, 0, 0)));
}
