//! What staff have done, and the notice above every page.

use domain::account::{Role, Standing};
use domain::audit::{AuditFilter, AuditLine, AuditLines, AuditSpan, Deed, What};
use domain::banner::Banner;
use domain::entry::Kind;
use domain::language::Texts;
use domain::pack::{EntryDraft, Pack};
use domain::ports::{Accounts, Desk, Registrations, Secretariat};
use domain::registration::{Decision, Mode, SeatRules};
use domain::revision::Change;
use domain::{Error, Language};

use crate::drafts::{event, post, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

async fn log(place: &Place, filter: AuditFilter) -> Vec<AuditLine> {
    let boss = staff(place, "reader", Role::Admin).await;
    place.audit(&boss, &filter, AuditSpan::ALL).await.unwrap().lines
}

fn done(deed: Deed, subject: &str, before: &str, after: &str) -> What {
    What::Done { deed, subject: subject.to_owned(), before: before.to_owned(), after: after.to_owned() }
}

pub(crate) async fn every_save_and_every_decision_stands_in_the_log(place: &Place) {
    // 14.9.10
    let boss = staff(place, "boss", Role::Admin).await;
    let rules = SeatRules { mode: Mode::Approval, capacity: Some(5) };
    place.with([EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-14", "2026-12-14") }]).await;
    let ana = person(place, "ana", Role::Member).await;
    let asked = place.register(&ana, &slug("meeting"), &[], now()).await.unwrap();
    place.settle(&boss, asked.id, &Decision::Admit, later(1)).await.unwrap();
    let more = SeatRules { mode: Mode::Open, capacity: None };
    place.set_rules(&boss, &slug("meeting"), more, None, later(2)).await.unwrap();
    place.set_role(&boss, ana.account().id, Role::Editor, Some(Language::Es), later(3)).await.unwrap();
    place.decide(&boss, ana.account().id, &Standing::Disabled, later(4)).await.unwrap();
    place.rename(Kind::Event, &slug("meeting"), &slug("assembly"), "boss", later(5)).await.unwrap();
    let lines = log(place, AuditFilter::default()).await;
    let expected = [
        What::Saved {
            kind: Kind::Event,
            slug: slug("assembly"),
            changes: vec![Change {
                field: "slug".to_owned(),
                before: Some("meeting".to_owned()),
                after: Some("assembly".to_owned()),
            }],
            reason: "renamed".to_owned(),
        },
        done(Deed::Admission, "ana@example.org", "approved", "disabled"),
        done(Deed::Role, "ana@example.org", "member", "editor (es)"),
        done(Deed::Seats, "meeting", "approval 5", "open"),
        done(Deed::Registration, "meeting: ana@example.org", "pending", "registered"),
    ];
    let seen: Vec<&What> = lines.iter().map(|line| &line.what).collect();
    assert_eq!(seen[..5], expected.iter().collect::<Vec<_>>()[..]);
    assert_eq!((lines[1].at, lines[1].actor.as_str()), (later(4), "boss (boss@example.org)"));
    // 14.9.2: decisions on people are told to who decides on people.
    let editor = staff(place, "editor", Role::Editor).await;
    let told = place.audit(&editor, &AuditFilter::default(), AuditSpan { skip: 0, take: 3 }).await.unwrap();
    let told: Vec<&What> = told.lines.iter().map(|line| &line.what).collect();
    assert_eq!(told, [&expected[0], &expected[3], &expected[4]]);
}

pub(crate) async fn the_log_is_searched_by_who_and_by_what(place: &Place) {
    let desk: &dyn Desk = &**place;
    desk.create(&post("one"), "María", "a start", now()).await.unwrap();
    desk.create(&post("two"), "Ben", "a start", later(1)).await.unwrap();
    let boss = staff(place, "boss", Role::Editor).await;
    let by = async |actor: &str, subject: &str| {
        let (actor, subject) = (actor.to_owned(), subject.to_owned());
        let filter = AuditFilter { actor, subject, ..AuditFilter::default() };
        place.audit(&boss, &filter, AuditSpan::ALL).await.unwrap().total
    };
    assert_eq!((by("maria", "").await, by("", "tw").await, by("maria", "two").await), (1, 1, 0));
}

pub(crate) async fn the_log_of_some_days_comes_in_parts(place: &Place) {
    let desk: &dyn Desk = &**place;
    for number in 0..5 {
        desk.create(&post(&format!("post{number}")), "Ben", "a start", later(number)).await.unwrap();
    }
    let boss = staff(place, "boss", Role::Editor).await;
    let filter = AuditFilter { from: Some(later(1)), until: Some(later(4)), ..AuditFilter::default() };
    let part = async |skip, take| {
        let AuditLines { lines, total } = place.audit(&boss, &filter, AuditSpan { skip, take }).await.unwrap();
        (lines.iter().map(|line| line.at).collect::<Vec<_>>(), total)
    };
    assert_eq!(part(0, 2).await, (vec![later(3), later(2)], 3));
    assert_eq!(part(2, 2).await, (vec![later(1)], 3));
    assert_eq!(part(9, 2).await, (vec![], 3));
}

pub(crate) async fn what_is_loaded_is_nobodys_deed(place: &Place) {
    place.load(&Pack { entries: vec![post("one")], ..Pack::default() }, now()).await.unwrap();
    assert_eq!(log(place, AuditFilter::default()).await, []);
}

fn notice(english: &str, spanish: &str) -> Banner {
    let texts = [(Language::En, english), (Language::Es, spanish)];
    Banner {
        starts: later(10),
        ends: later(20),
        texts: texts.into_iter().map(|(of, text)| (of, text.to_owned())).collect::<Texts<_>>(),
    }
}

pub(crate) async fn the_notice_above_every_page_needs_both_languages_and_an_end(place: &Place) {
    let boss = staff(place, "boss", Role::Editor).await;
    let whole = notice("Closed.", "Cerrado.");
    for (unfit, field) in [
        (notice("Closed.", ""), "banner.es"),
        (notice(&"long ".repeat(100), "Cerrado."), "banner.en"),
        (Banner { ends: later(10), ..whole.clone() }, "ends"),
    ] {
        let Err(Error::Invalid(problems)) = place.set_banner(&boss, Some(&unfit), None, now()).await else {
            panic!("{field}");
        };
        assert_eq!(problems[0].field, field);
    }
    assert_eq!(place.banner().await, Ok(None));
    assert!(!whole.is_shown(later(9)) && whole.is_shown(later(10)) && !whole.is_shown(later(20)));
}

pub(crate) async fn a_notice_takes_the_place_of_the_one_before_and_is_taken_away(place: &Place) {
    let boss = staff(place, "boss", Role::Editor).await;
    let second = notice("Open again.", "Abierto de nuevo.");
    place.set_banner(&boss, Some(&notice("Closed.", "Cerrado.")), None, now()).await.unwrap();
    place.set_banner(&boss, Some(&second), None, later(1)).await.unwrap();
    assert_eq!(place.banner().await, Ok(Some(second)));
    place.set_banner(&boss, None, None, later(2)).await.unwrap();
    assert_eq!(place.banner().await, Ok(None));
    let lines = log(place, AuditFilter::default()).await;
    assert_eq!(lines.len(), 3);
    let What::Done { before, after, .. } = &lines[1].what else { panic!("{lines:?}") };
    assert!(before.starts_with("Closed. / Cerrado.") && after.starts_with("Open again."), "{before} {after}");
}
