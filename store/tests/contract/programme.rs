//! The programme of an event, and how one joins it online. 14.3.10

use domain::account::Role;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Manuscript, Outcome, Refusal, Typed};
use domain::meeting::Meeting;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library, Manuscripts, Registrations};
use domain::registration::{Decision, Mode, SeatRules};
use domain::{Error, Language};

use crate::drafts::{Tell, event, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

const LINK: &str = "https://meet.example.org/abc";

/// A meeting of two days, in both languages.
fn meeting() -> EntryDraft {
    event("meeting", "2026-12-01", "2026-12-02").titled(Language::Es, "reunion")
}

/// A form that was opened on this manuscript, with these fields typed over.
fn form(opened: &Manuscript, typed: &[(&str, &str)]) -> Edit {
    let fields = Fields::of(opened);
    let base = |field: &str| fingerprint(fields.get(field));
    let untouched = fields.iter().filter(|(field, _)| typed.iter().all(|its| its.0 != *field));
    let all = untouched.chain(typed.iter().copied());
    let typed = all.map(|(field, text)| Typed::new(field, text, &base(field))).collect();
    Edit { typed, still_right: Vec::new(), reason: String::new() }
}

const PROGRAMME: [(&str, &str); 8] = [
    ("session.new1.day", "1"),
    ("session.new1.start", "10:00"),
    ("session.new1.en.title", "Findings"),
    ("session.new2.start", "09:00"),
    ("session.new2.end", "09:30"),
    ("session.new2.en.title", "Opening"),
    ("session.new2.en.speakers", "Ana Lee, Director"),
    ("session.new2.es.title", "Apertura"),
];

pub(crate) async fn a_programme_comes_back_in_order_with_ids_that_stay(place: &Place) {
    place.with([meeting()]).await;
    let (ana, name) = (staff(place, "ana", Role::Editor).await, slug("meeting"));
    let before = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    place.save(&ana, Kind::Event, &name, &form(&before, &PROGRAMME), later(1)).await.unwrap();
    let first = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    let said = |manuscript: &Manuscript| {
        let sessions = manuscript.draft.sessions.iter();
        sessions.map(|its| (its.day, its.texts.get(Language::En).unwrap().title.clone())).collect::<Vec<_>>()
    };
    assert_eq!(said(&first), [(0, "Opening".to_owned()), (1, "Findings".to_owned())]);
    let ids: Vec<i64> = first.draft.sessions.iter().map(|session| session.id).collect();
    let earlier = [(&*format!("session.{}.day", ids[1]), ""), (&*format!("session.{}.start", ids[1]), "08:00")];
    place.save(&ana, Kind::Event, &name, &form(&first, &earlier), later(2)).await.unwrap();
    let second = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    assert_eq!(said(&second), [(0, "Findings".to_owned()), (0, "Opening".to_owned())]);
    assert_eq!(second.draft.sessions.iter().map(|session| session.id).collect::<Vec<_>>(), [ids[1], ids[0]]);
    // What was changed stands in the history, by its name.
    let last = place.history(Kind::Event, &name).await.unwrap().remove(0);
    let fields: Vec<&str> = last.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, [format!("session.{}.day", ids[1]), format!("session.{}.start", ids[1])]);
    let removed = [(&*format!("session.{}.en.title", ids[1]), "")];
    place.save(&ana, Kind::Event, &name, &form(&second, &removed), later(3)).await.unwrap();
    let third = place.entry(Kind::Event, &name, Language::En, later(3)).await.unwrap();
    assert_eq!(third.sessions, [second.draft.sessions[1].clone()]);
}

pub(crate) async fn two_who_edit_different_sessions_have_both_edited(place: &Place) {
    place.with([meeting()]).await;
    let (ana, ben, name) =
        (staff(place, "ana", Role::Editor).await, staff(place, "ben", Role::Editor).await, slug("meeting"));
    let blank = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    place.save(&ana, Kind::Event, &name, &form(&blank, &PROGRAMME), later(1)).await.unwrap();
    let before = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    let title = |place: usize| format!("session.{}.en.title", before.draft.sessions[place].id);
    let (first, second) = (form(&before, &[(&title(0), "Welcome")]), form(&before, &[(&title(1), "What was found")]));
    let event = Kind::Event;
    let both = tokio::join!(
        place.save(&ana, event, &name, &first, later(2)),
        place.save(&ben, event, &name, &second, later(2))
    );
    assert_eq!((both.0, both.1), (Ok(Outcome::Saved(name.clone())), Ok(Outcome::Saved(name.clone()))));
    let now = Fields::of(&place.manuscript(&ana, event, &name).await.unwrap());
    assert_eq!((now.get(&title(0)), now.get(&title(1))), ("Welcome", "What was found"));
    let late = place.save(&ben, event, &name, &form(&before, &[(&title(0), "Inauguration")]), later(3)).await;
    let Ok(Outcome::Refused(Refusal::Conflicts(conflicts))) = late else { panic!("{late:?}") };
    assert_eq!((conflicts[0].mine.as_str(), conflicts[0].theirs.as_str()), ("Inauguration", "Welcome"));
}

pub(crate) async fn readers_see_the_sessions_of_the_languages_that_are_shown_and_find_their_words(place: &Place) {
    place.with([meeting()]).await;
    let (ana, name) = (staff(place, "ana", Role::Editor).await, slug("meeting"));
    let before = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    let mut typed = PROGRAMME.to_vec();
    typed.extend([
        ("session.new1.es.title", "Hallazgos"),
        ("session.new3.start", "12:00"),
        ("session.new3.es.title", "Almuerzo"),
    ]);
    typed.extend([("session.new1.en.description", "Of the questionnaire."), ("session.new1.en.place", "Salón Azul")]);
    place.save(&ana, Kind::Event, &name, &form(&before, &typed), later(1)).await.unwrap();
    for (words, found) in
        [("lee director", 1), ("questionnaire", 1), ("almuerzo", 1), ("salon azul", 1), ("breakfast", 0)]
    {
        let listed = place.find(words, Language::En, 10, later(1)).await;
        assert_eq!(listed.total, found, "{words}");
    }
    let updated = place.entry(Kind::Event, &name, Language::En, later(1)).await.unwrap().summary.updated;
    assert_eq!(updated, later(1), "feeds tell that the edition has changed");
    place.sql("update edition set state = 'draft' where language = 'es'").await;
    let read = place.entry(Kind::Event, &name, Language::En, later(2)).await.unwrap();
    let titles = read.sessions.iter().map(|session| session.shown("title", Language::Es, Language::En));
    assert_eq!(titles.collect::<Vec<_>>(), [Some((Language::En, "Opening")), Some((Language::En, "Findings"))]);
}

pub(crate) async fn the_link_to_join_is_for_who_has_a_seat_and_for_staff(place: &Place) {
    let one_seat = Some(SeatRules { mode: Mode::Open, capacity: Some(1) });
    let link = Meeting { link: LINK.to_owned(), opens: 15 };
    let online = EntryDraft { seats: one_seat, meeting: Some(link.clone()), ..meeting() };
    let approved = SeatRules { mode: Mode::Approval, capacity: None };
    let other =
        EntryDraft { seats: Some(approved), meeting: Some(link.clone()), ..event("other", "2026-12-01", "2026-12-01") };
    place.with([online, other, event("without", "2026-12-01", "2026-12-01")]).await;
    let (ana, ben) = (person(place, "ana", Role::Member).await, person(place, "ben", Role::Member).await);
    let (editor, name) = (staff(place, "eve", Role::Editor).await, slug("meeting"));
    assert_eq!(place.meeting(&ana, &name).await, Err(Error::Forbidden));
    place.register(&ana, &name, &[], now()).await.unwrap();
    place.register(&ben, &name, &[], now()).await.unwrap();
    assert_eq!(place.meeting(&ana, &name).await, Ok(Some(link.clone())));
    assert_eq!(place.meeting(&ben, &name).await, Err(Error::Forbidden), "who waits has no seat");
    assert_eq!(
        place.meeting(&ana, &slug("other")).await,
        Err(Error::Forbidden),
        "a seat at another event is none here"
    );
    place.register(&ben, &slug("other"), &[], now()).await.unwrap();
    assert_eq!(place.meeting(&ben, &slug("other")).await, Err(Error::Forbidden), "nor has who is pending");
    let pending = place.participants(&editor, &slug("other")).await.unwrap()[0].registration;
    place.settle(&editor, pending, &Decision::Admit, later(1)).await.unwrap();
    assert_eq!(place.meeting(&ben, &slug("other")).await, Ok(Some(link.clone())));
    place.cancel(&ana, &name, later(1)).await.unwrap();
    assert_eq!(place.meeting(&ana, &name).await, Err(Error::Forbidden), "who cancels loses it");
    assert_eq!(place.meeting(&ben, &name).await, Err(Error::Forbidden), "and who is offered the seat has not taken it");
    place.accept(&ben, &name, later(2)).await.unwrap();
    assert_eq!(place.meeting(&ben, &name).await, Ok(Some(link.clone())));
    assert_eq!(place.meeting_for_staff(&editor, &name).await, Ok(Some(link)));
    assert_eq!(place.meeting_for_staff(&editor, &slug("without")).await, Ok(None));
    assert_eq!(place.meeting_for_staff(&editor, &slug("nowhere")).await, Err(Error::NotFound));
    assert_eq!(place.seats(&name, None).await.unwrap().link_opens, Some(15), "everybody may know that there is one");
    // Nothing that readers get knows it, and nothing finds it.
    let read = place.entry(Kind::Event, &name, Language::En, now()).await.unwrap();
    assert!(!format!("{read:?}").contains("meet.example"), "{read:?}");
    assert_eq!(place.find("meet.example.org", Language::En, 10, now()).await.total, 0);
    let before = place.manuscript(&editor, Kind::Event, &name).await.unwrap();
    place
        .save(&editor, Kind::Event, &name, &form(&before, &[("meeting.link", ""), ("meeting.opens", "")]), later(3))
        .await
        .unwrap();
    assert_eq!(place.meeting(&ben, &name).await, Ok(None));
}
