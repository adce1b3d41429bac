//! The programme of an event: sessions keep to its days, come in order, and are edited by several people at once. 14.3.10

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

#[path = "common/people.rs"]
mod people;

use domain::account::Role;
use domain::block::{Freshness, fingerprint};
use domain::entry::Kind;
use domain::file::{Place, uses_of};
use domain::manuscript::{Edit, Fields, Manuscript, Refusal, Typed, as_of, differences, language_of, session_keys};
use domain::revision::Revision;
use domain::{Language, Rule};
use jiff::Timestamp;
use jiff::civil::{date, time};
use people::staff;

/// An edit that was opened on this manuscript and types these fields.
fn edit(opened: &Manuscript, typed: &[(&str, &str)]) -> Edit {
    let fields = Fields::of(opened);
    let typed = typed.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(fields.get(field)))).collect();
    Edit { typed, still_right: Vec::new(), reason: String::new() }
}

/// The whole form of a manuscript, with these fields typed over.
fn form(opened: &Manuscript, typed: &[(&str, &str)]) -> Edit {
    let fields = Fields::of(opened);
    let mut all: Vec<(&str, &str)> =
        fields.iter().filter(|(field, _)| typed.iter().all(|its| its.0 != *field)).collect();
    all.extend(typed);
    edit(opened, &all)
}

/// What is stored after an edit: new sessions have got their ids.
fn stored(before: &Manuscript, edit: &Edit) -> Manuscript {
    let mut after = before.edited(edit, &staff(Role::Editor)).unwrap();
    after.revision += 1;
    let last = before.draft.sessions.iter().map(|session| session.id).max().unwrap_or(0);
    for (id, session) in (last + 1..).zip(after.draft.sessions.iter_mut().filter(|session| session.id == 0)) {
        session.id = id;
    }
    after
}

fn saved(before: &Manuscript, typed: &[(&str, &str)]) -> Manuscript {
    stored(before, &edit(before, typed))
}

fn problems(opened: &Manuscript, typed: &[(&str, &str)]) -> Vec<(String, Rule)> {
    match opened.edited(&edit(opened, typed), &staff(Role::Editor)) {
        Err(Refusal::Problems(problems)) => problems.into_iter().map(|its| (its.field, its.rule)).collect(),
        other => panic!("{other:?}"),
    }
}

/// A meeting of two days whose hours are not known, with two sessions: an opening, and one on the second day.
fn meeting() -> Manuscript {
    let blank = Manuscript::blank(Kind::Event, Language::En, date(2026, 11, 24));
    saved(
        &blank,
        &[
            ("en.title", "A meeting"),
            ("start", "2026-12-15"),
            ("end", "2026-12-16"),
            ("zone", "America/Jamaica"),
            ("session.new1.start", "09:00"),
            ("session.new1.end", "09:30"),
            ("session.new1.en.title", "Opening"),
            ("session.new1.en.speakers", " Ana Lee, Director, Ministry \n\n The chair "),
            ("session.new1.es.title", "Apertura"),
            ("session.new2.day", "1"),
            ("session.new2.start", "10:00"),
            ("session.new2.en.title", "Findings"),
        ],
    )
}

#[test]
fn sessions_come_by_day_and_hour_whatever_the_order_they_were_typed_in() {
    let before = meeting();
    assert_eq!(
        before.draft.sessions[0].texts.get(Language::En).unwrap().speakers,
        "Ana Lee, Director, Ministry\nThe chair"
    );
    let after = saved(
        &before,
        &[
            ("session.new1.day", "1"),
            ("session.new1.start", "08:30"),
            ("session.new1.en.title", "Coffee"),
            ("session.new2.start", "09:00"),
            ("session.new2.en.title", "In the other room"),
            ("session.1.end", ""),
        ],
    );
    let titles = after.draft.sessions.iter().map(|its| its.texts.get(Language::En).unwrap().title.as_str());
    // Of two that begin together, what was there first comes first.
    assert_eq!(titles.collect::<Vec<_>>(), ["Opening", "In the other room", "Coffee", "Findings"]);
    assert_eq!(
        (after.draft.sessions[0].id, after.draft.sessions[0].end),
        (1, None),
        "ids stay, and an end may be unknown"
    );
    assert_eq!(saved(&after, &[]), Manuscript { revision: 3, ..after.clone() }, "saving nothing changes nothing");
}

#[test]
fn a_session_lies_within_the_events_days_and_ends_after_it_begins() {
    let before = meeting();
    for (field, text, rule) in [
        ("session.2.day", "2", Rule::EventDay),
        ("session.2.day", "-1", Rule::EventDay),
        ("session.2.day", "tomorrow", Rule::EventDay),
        ("session.2.start", "", Rule::Needed),
        ("session.2.start", "25:00", Rule::Hour),
        ("session.1.end", "09:00", Rule::Later),
        ("session.1.end", "08:59", Rule::Later),
        ("session.1.end", "soon", Rule::Hour),
        ("session.1.es.title", &"x".repeat(201), Rule::AtMost(200)),
        ("session.1.en.description", &"x".repeat(2001), Rule::AtMost(2000)),
        // A new session that says something needs a title, in the language of the original.
        ("session.new1.es.speakers", "Ana", Rule::Needed),
        ("session.new1.start", "11:00", Rule::Needed),
    ] {
        let field_named = if field.contains("new1") { "session.new1.en.title" } else { field };
        assert_eq!(problems(&before, &[(field, text)]), [(field_named.to_owned(), rule)], "{field}: {text}");
    }
    assert_eq!(saved(&before, &[("session.1.end", "09:01")]).draft.sessions[0].end, Some(time(9, 1, 0, 0)));
    // The event becomes shorter than its programme.
    assert_eq!(problems(&before, &[("end", "2026-12-15")]), [("session.2.day".to_owned(), Rule::EventDay)]);
    // A day that was chosen in an empty row is no session.
    assert_eq!(saved(&before, &[("session.new1.day", "1")]).draft.sessions.len(), 2);
}

#[test]
fn a_moved_event_takes_its_programme_along() {
    let moved = saved(&meeting(), &[("start", "2027-02-27"), ("end", "2027-02-28"), ("state", "scheduled")]);
    let event = moved.draft.time.clone().unwrap();
    let days: Vec<_> = moved.draft.sessions.iter().map(|session| session.date(&event)).collect();
    assert_eq!(days, [date(2027, 2, 27), date(2027, 2, 28)]);
    assert_eq!(event.sequence, 1, "calendars hear of the days");
    let programme = saved(&moved, &[("session.1.start", "08:00")]);
    assert_eq!(programme.draft.time.unwrap().sequence, 1, "and not of the programme, which they do not show");
}

#[test]
fn edits_of_different_sessions_come_together_and_of_one_field_are_decided() {
    let opened = meeting();
    let first = stored(&opened, &form(&opened, &[("session.1.en.title", "Welcome"), ("session.1.start", "08:45")]));
    // Who had opened the form before edits another session, and another field of the same one.
    let typed = [("session.2.en.title", "What was found"), ("session.1.es.title", "Bienvenida")];
    let both = stored(&first, &form(&opened, &typed));
    let fields = Fields::of(&both);
    let now = ["session.1.en.title", "session.1.start", "session.1.es.title", "session.2.en.title"]
        .map(|its| fields.get(its));
    assert_eq!(now, ["Welcome", "08:45", "Bienvenida", "What was found"]);
    let Err(Refusal::Conflicts(conflicts)) =
        first.edited(&form(&opened, &[("session.1.en.title", "Inauguration")]), &staff(Role::Editor))
    else {
        panic!("two wrote the same title");
    };
    assert_eq!((conflicts[0].mine.as_str(), conflicts[0].theirs.as_str()), ("Inauguration", "Welcome"));
    // Two who add a session each have added two.
    let added = |title| [("session.new1.start", "11:00"), ("session.new1.en.title", title)];
    let one = stored(&opened, &form(&opened, &added("One")));
    assert_eq!(stored(&one, &form(&opened, &added("Two"))).draft.sessions.len(), 4);
}

#[test]
fn who_removes_a_session_is_shown_what_others_have_written_there_meanwhile() {
    let opened = meeting();
    let emptied = [("session.1.en.title", ""), ("session.1.es.title", "")];
    let gone = stored(&opened, &form(&opened, &emptied));
    assert_eq!(gone.draft.sessions.iter().map(|session| session.id).collect::<Vec<_>>(), [2]);
    assert!(Fields::of(&gone).iter().all(|(field, _)| !field.starts_with("session.1.")));
    let described = stored(&opened, &form(&opened, &[("session.1.en.description", "By the minister.")]));
    let mut removal = form(&opened, &emptied);
    removal.typed.push(Typed::new("session.1.en.description", "", &fingerprint("")));
    let Err(Refusal::Conflicts(conflicts)) = described.edited(&removal, &staff(Role::Editor)) else {
        panic!("a text would be lost that its remover has not seen");
    };
    let seen = conflicts.iter().map(|its| (its.field.as_str(), its.theirs.as_str())).collect::<Vec<_>>();
    assert_eq!(seen, [("session.1.en.description", "By the minister.")]);
    // Who has seen it removes it.
    assert_eq!(stored(&described, &form(&described, &emptied)).draft.sessions.len(), 1);
    // One who writes in what was removed meanwhile decides too.
    let late = gone.edited(&form(&opened, &[("session.1.en.title", "Still here")]), &staff(Role::Editor));
    assert!(matches!(late, Err(Refusal::Conflicts(_))), "{late:?}");
}

#[test]
fn a_translated_session_is_stale_when_its_source_has_changed() {
    let before = meeting();
    let of = |manuscript: &Manuscript| manuscript.draft.sessions[0].freshness("title", Language::Es, Language::En);
    assert_eq!(of(&before), Freshness::Current);
    let source = saved(&before, &[("session.1.en.title", "Official opening")]);
    assert_eq!(of(&source), Freshness::Stale);
    assert_eq!(source.progress(Language::Es), (0, 4), "title of the event, two titles and the speakers");
    let right = Edit { still_right: vec!["session.1.es.title".to_owned()], ..edit(&source, &[]) };
    assert_eq!(of(&stored(&source, &right)), Freshness::Current);
    assert_eq!(of(&saved(&source, &[("session.1.es.title", "Apertura oficial")])), Freshness::Current);
    assert_eq!(before.draft.sessions[1].freshness("title", Language::Es, Language::En), Freshness::Untranslated);
    let shown = before.draft.sessions[1].shown("title", Language::Es, Language::En);
    assert_eq!(shown, Some((Language::En, "Findings")), "a fallback says its language");
}

#[test]
fn texts_of_a_session_belong_to_their_language_and_its_hours_to_all() {
    for (field, language) in [
        ("session.12.en.title", Some(Language::En)),
        ("session.new1.es.speakers", Some(Language::Es)),
        ("session.12.start", None),
        ("session.12.day", None),
        ("meeting.link", None),
    ] {
        assert_eq!(language_of(field), language, "{field}");
    }
    assert_eq!(
        session_keys(["session.new10.day", "session.10.day", "session.new2.day", "session.9.day", "start"]),
        ["9", "10", "new2", "new10"]
    );
    // A contributor writes the language that readers do not see, and not the hours that they do.
    let mut shown = meeting();
    let its = domain::manuscript::Publication { state: domain::entry::EditionState::Published, ..Default::default() };
    shown.publication.set(Language::En, its);
    let contributor = staff(Role::Contributor);
    assert!(shown.edited(&edit(&shown, &[("session.1.es.title", "Inicio")]), &contributor).is_ok());
    for (field, text) in
        [("session.1.en.title", "Start"), ("session.1.start", "08:00"), ("meeting.link", "https://a.example")]
    {
        assert_eq!(shown.edited(&edit(&shown, &[(field, text)]), &contributor), Err(Refusal::Forbidden), "{field}");
    }
}

#[test]
fn a_removed_session_comes_back_from_the_history() {
    let before = meeting();
    let gone = saved(&before, &[("session.1.en.title", ""), ("session.1.es.title", "")]);
    let revision = |id, changes| Revision {
        id,
        valid_from: Timestamp::UNIX_EPOCH,
        valid_to: None,
        actor: String::new(),
        reason: String::new(),
        name: None,
        changes,
    };
    let (now, then) = (Fields::of(&gone), Fields::of(&before));
    let history = [revision(2, differences(&then, &now)), revision(1, Vec::new())];
    assert_eq!(as_of(&now, &history, 1), Some(then.clone()));
    let typed = differences(&now, &then);
    let typed: Vec<(&str, &str)> =
        typed.iter().map(|change| (change.field.as_str(), change.after.as_deref().unwrap_or_default())).collect();
    let back = saved(&gone, &typed);
    assert_eq!(back.draft.sessions[0].texts, before.draft.sessions[0].texts);
}

#[test]
fn a_link_to_join_is_https_and_opens_within_a_day() {
    let before = meeting();
    let link = ("meeting.link", "https://meet.example.org/abc");
    let opens = |typed: &[(&str, &str)]| saved(&before, typed).draft.meeting.map(|meeting| meeting.opens);
    assert_eq!(opens(&[link]), Some(30), "half an hour where nothing is said");
    assert_eq!(opens(&[link, ("meeting.opens", "0")]), Some(0));
    assert_eq!(opens(&[link, ("meeting.opens", "1440")]), Some(1440));
    assert_eq!(opens(&[("meeting.opens", "15")]), None, "minutes without a link open nothing");
    for (field, text, rule) in [
        ("meeting.link", "http://meet.example.org/abc", Rule::Link),
        ("meeting.link", "javascript:alert(1)", Rule::Link),
        ("meeting.link", "https://meet.example.org/a b", Rule::Link),
        ("meeting.opens", "1441", Rule::Minutes),
        ("meeting.opens", "-1", Rule::Minutes),
        ("meeting.opens", "soon", Rule::Minutes),
    ] {
        assert_eq!(problems(&before, &[(field, text)]), [(field.to_owned(), rule)], "{text}");
    }
}

#[test]
fn the_documents_of_a_session_come_in_their_order_and_are_used_by_its_event() {
    let (one, two) = ("a".repeat(20), "b".repeat(20));
    let files = format!("{two} {one} {two}");
    let key = meeting().draft.sessions[0].id;
    let field = format!("session.{key}.files");
    let event = saved(&meeting(), &[(&field, &files)]);
    assert_eq!(Fields::of(&event).get(&field), format!("{two} {one}"), "each once");
    let uses: Vec<_> = uses_of(&event.draft).into_iter().map(|(place, uid)| (place, uid.to_string())).collect();
    assert_eq!(uses, [(Place::Programme, two), (Place::Programme, one)]);
    assert_eq!(saved(&event, &[]).draft.sessions, event.draft.sessions);
    assert_eq!(problems(&meeting(), &[(&field, "no-file")]), [(field, Rule::InLibrary)]);
}
