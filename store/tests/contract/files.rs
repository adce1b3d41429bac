//! Files: stored whole or not at all, read in parts, opened by rule, and never thrown away while something uses them.

use domain::account::{Role, Staff};
use domain::audit::{AuditFilter, AuditSpan, Deed, What};
use domain::entry::Kind;
use domain::file::{
    About, Access, File, FileFilter, Files, Medium, NewFile, PART, Place as In, Reach, Stored, Uid, Variant,
};
use domain::language::Texts;
use domain::manuscript::{Edit, Fields, Outcome, Typed};
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library, Manuscripts, Registrations, Secretariat};
use domain::registration::{Mode, SeatRules};
use domain::{Error, Language, Problem, Rule};

use crate::drafts::{Tell, event, post, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now};

pub(crate) fn uid(letter: &str) -> Uid {
    letter.repeat(20).parse().unwrap()
}

/// A document with one body of so many bytes; its name and its hash are made of the letter.
pub(crate) fn document(letter: &str, size: usize, access: Access) -> NewFile {
    let body: Vec<u8> = (0..size).map(|place| u8::try_from(place % 251).unwrap()).collect();
    let file = File {
        uid: uid(letter),
        name: format!("{letter}.pdf"),
        medium: Medium::Pdf,
        hash: letter.repeat(64),
        variants: vec![Variant { width: 0, height: 0, size: size as u64 }],
        about: About {
            titles: Texts::from_iter([(Language::En, format!("Paper {letter}"))]),
            alts: Texts::default(),
            is_decorative: false,
            language: Some("en".to_owned()),
            credit: String::new(),
            access,
            opens_on: None,
        },
        created: now(),
        created_by: "Eva".to_owned(),
        is_deleted: false,
    };
    NewFile { file, bodies: vec![body] }
}

pub(crate) async fn eva(place: &Place) -> Staff {
    staff(place, "eva", Role::Editor).await
}

pub(crate) fn with_files(draft: EntryDraft, letters: &[&str]) -> EntryDraft {
    EntryDraft { files: letters.iter().map(|letter| uid(letter)).collect(), ..draft }
}

pub(crate) async fn a_file_comes_back_in_parts_as_it_was_stored(place: &Place) {
    let eva = eva(place).await;
    let new = document("a", PART * 2 + 7, Access::Everybody);
    assert_eq!(place.store(&eva, new.clone(), now()).await, Ok(Stored::New));
    let (file, reach) = place.reached(&uid("a"), None, now()).await.unwrap();
    assert_eq!((file, reach), (new.file.clone(), Reach::default()));
    let mut read = Vec::new();
    for part in 0..3 {
        read.extend(place.part(&uid("a"), 0, part).await.unwrap());
    }
    assert_eq!(read, new.bodies[0]);
    assert_eq!(place.part(&uid("a"), 0, 3).await, Err(Error::NotFound));
    assert_eq!(place.part(&uid("a"), 480, 0).await, Err(Error::NotFound));
    assert_eq!(place.reached(&uid("b"), None, now()).await, Err(Error::NotFound));
}

pub(crate) async fn a_file_that_fails_in_the_middle_leaves_nothing(place: &Place) {
    let eva = eva(place).await;
    let mut new = document("a", PART + 1, Access::Everybody);
    new.file.variants.push(Variant { width: 960, height: 1, size: 99 });
    new.bodies.push(vec![1]);
    assert_eq!(place.store(&eva, new, now()).await, Err(Error::Unavailable));
    assert_eq!(place.reached(&uid("a"), None, now()).await, Err(Error::NotFound));
    assert_eq!(place.part(&uid("a"), 0, 0).await, Err(Error::NotFound));
    assert_eq!(place.library(&eva, &FileFilter::default()).await.unwrap(), []);
}

pub(crate) async fn the_same_bytes_are_stored_once_also_by_two_at_once(place: &Place) {
    // 14.6.6
    let eva = eva(place).await;
    let (mut one, mut two) = (document("a", 10, Access::Everybody), document("b", 10, Access::Everybody));
    "same".clone_into(&mut one.file.hash);
    "same".clone_into(&mut two.file.hash);
    let (first, second) = tokio::join!(place.store(&eva, one, now()), place.store(&eva, two, now()));
    let outcomes = [first.unwrap(), second.unwrap()];
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Stored::New).count(), 1, "{outcomes:?}");
    let kept = place.library(&eva, &FileFilter::default()).await.unwrap();
    assert_eq!(kept.len(), 1);
    assert!(outcomes.contains(&Stored::Known(kept[0].file.uid.clone())));
    assert_eq!(place.known(&eva, "same").await, Ok(Some(kept[0].file.uid.clone())));
    assert_eq!(place.known(&eva, "other").await, Ok(None));
}

pub(crate) async fn a_file_is_reached_by_what_is_shown_and_by_a_seat(place: &Place) {
    // 14.3.10
    let (eva, ana, ben) =
        (eva(place).await, person(place, "ana", Role::Member).await, person(place, "ben", Role::Member).await);
    place.store(&eva, document("a", 10, Access::Registered), now()).await.unwrap();
    let rules = SeatRules { mode: Mode::Open, capacity: None };
    let meeting = EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-01", "2026-12-02") };
    place.with([with_files(meeting, &["a"])]).await;
    place.register(&ana, &slug("meeting"), &[], now()).await.unwrap();
    let reach = async |account: Option<i64>| place.reached(&uid("a"), account, now()).await.unwrap().1;
    let shown = Reach { is_shown: true, has_seat: false };
    assert_eq!(reach(None).await, shown);
    assert_eq!(reach(Some(ben.account().id)).await, shown, "another member's seat opens nothing");
    assert_eq!(reach(Some(ana.account().id)).await, Reach { has_seat: true, ..shown });
    place.cancel(&ana, &slug("meeting"), now()).await.unwrap();
    assert_eq!(reach(Some(ana.account().id)).await, shown);
    place.delete(Kind::Event, &slug("meeting"), "eva", now()).await.unwrap();
    assert_eq!(reach(Some(ana.account().id)).await, Reach::default(), "what is not shown opens nothing");
}

pub(crate) async fn documents_keep_their_order_through_edits_and_unknown_ones_are_named(place: &Place) {
    let eva = eva(place).await;
    for letter in ["a", "b", "c"] {
        place.store(&eva, document(letter, 10, Access::Everybody), now()).await.unwrap();
    }
    place.with([with_files(post("one"), &["c", "a"])]).await;
    let entry = place.read(Kind::Post, "one").await.unwrap();
    let listed: Vec<_> = entry.files.iter().map(|used| (used.place, used.file.name.as_str())).collect();
    assert_eq!(listed, [(In::Documents, "c.pdf"), (In::Documents, "a.pdf")]);
    let edit = |text: &str| Edit {
        typed: vec![Typed::new("files", text, &domain::block::fingerprint(&format!("{} {}", uid("c"), uid("a"))))],
        ..Edit::default()
    };
    let unknown = place.save(&eva, Kind::Post, &slug("one"), &edit(uid("d").as_str()), now()).await;
    assert!(matches!(unknown, Err(Error::Invalid(problems)) if problems[0].field == "files"));
    let order = format!("{} {} {}", uid("a"), uid("b"), uid("c"));
    let saved = place.save(&eva, Kind::Post, &slug("one"), &edit(&order), now()).await.unwrap();
    assert_eq!(saved, Outcome::Saved(slug("one")));
    let manuscript = place.manuscript(&eva, Kind::Post, &slug("one")).await.unwrap();
    assert_eq!(Fields::of(&manuscript).get("files"), order);
    // History tells of it as of every field.
    let history = place.history(Kind::Post, &slug("one")).await.unwrap();
    assert_eq!(history[0].changes[0].field, "files");
}

pub(crate) async fn a_file_that_is_used_is_not_thrown_away(place: &Place) {
    // 14.7.7
    let eva = eva(place).await;
    for letter in ["a", "b"] {
        place.store(&eva, document(letter, 10, Access::Everybody), now()).await.unwrap();
    }
    let text = format!("See [the paper](/files/{}/a.pdf).", uid("a"));
    place
        .with([
            with_files(event("meeting", "2026-12-01", "2026-12-02"), &["a"]),
            post("one").saying(Language::En, &text),
        ])
        .await;
    let uses = place.discard(&eva, &uid("a"), now()).await.unwrap();
    let told: Vec<_> = uses.iter().map(|its| (its.kind, its.title(Language::En).1, its.place)).collect();
    assert_eq!(told, [(Kind::Event, "meeting", In::Documents), (Kind::Post, "one", In::Text)]);
    assert_eq!(place.held(&eva, &uid("a")).await.unwrap().uses, uses);
    assert!(!place.reached(&uid("a"), None, now()).await.unwrap().0.is_deleted);
    // What is in the bin may come back.
    place.delete(Kind::Post, &slug("one"), "eva", now()).await.unwrap();
    assert_eq!(place.discard(&eva, &uid("a"), now()).await.unwrap().len(), 2);
    assert_eq!(place.discard(&eva, &uid("b"), now()).await.unwrap(), []);
    let unused = FileFilter { unused: true, ..FileFilter::default() };
    assert_eq!(place.library(&eva, &unused).await.unwrap(), []);
}

pub(crate) async fn a_file_in_the_bin_is_used_by_nothing_new_and_comes_back(place: &Place) {
    let eva = eva(place).await;
    place.store(&eva, document("a", 10, Access::Everybody), now()).await.unwrap();
    assert_eq!(place.discard(&eva, &uid("a"), now()).await.unwrap(), []);
    let refused = place.create(&with_files(post("one"), &["a"]), "eva", "", now()).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    assert_eq!(place.files(&[uid("a")]).await.unwrap(), []);
    let bin = FileFilter { in_bin: true, ..FileFilter::default() };
    assert_eq!(place.library(&eva, &bin).await.unwrap().len(), 1);
    place.bring_back(&eva, &uid("a"), later(1)).await.unwrap();
    place.with([with_files(post("one"), &["a"])]).await;
    assert_eq!(place.files(&[uid("b"), uid("a")]).await.unwrap().len(), 1);
    let log = place.audit(&eva, &AuditFilter::default(), AuditSpan::ALL).await.unwrap().lines;
    let deeds = log.iter().filter(|line| matches!(&line.what, What::Done { deed: Deed::File, .. })).count();
    assert_eq!(deeds, 3, "uploaded, thrown away, brought back");
}

pub(crate) async fn the_latest_documents_come_first_and_no_more_than_are_asked_for(place: &Place) {
    let eva = eva(place).await;
    for (minutes, letter) in [(1, "a"), (2, "b"), (3, "c")] {
        let file = document(letter, 10, Access::Everybody);
        let file = NewFile { file: File { created: later(minutes), ..file.file }, ..file };
        place.store(&eva, file, later(minutes)).await.unwrap();
    }
    place.discard(&eva, &uid("c"), later(4)).await.unwrap();
    let recent = async |pictures, most| {
        let files = place.recent(&eva, pictures, most).await.unwrap();
        files.into_iter().map(|file| file.uid).collect::<Vec<_>>()
    };
    assert_eq!(recent(false, 1).await, [uid("b")]);
    assert_eq!(recent(false, 9).await, [uid("b"), uid("a")]);
    assert_eq!(recent(true, 9).await, []);
    let kind = async |pictures| {
        let filter = FileFilter { pictures: Some(pictures), unused: true, ..FileFilter::default() };
        place.library(&eva, &filter).await.unwrap().len()
    };
    assert_eq!((kind(false).await, kind(true).await), (2, 0));
}

pub(crate) async fn what_is_said_of_a_file_changes_and_is_searched(place: &Place) {
    let eva = eva(place).await;
    place.store(&eva, document("a", 10, Access::Everybody), now()).await.unwrap();
    let titles = Texts::from_iter([(Language::En, "Minutes".to_owned()), (Language::Es, "Acta".to_owned())]);
    let about = About { titles, access: Access::Members, ..document("a", 10, Access::Everybody).file.about };
    place.describe(&eva, &uid("a"), &about, None, now()).await.unwrap();
    assert_eq!(place.held(&eva, &uid("a")).await.unwrap().file.about, about);
    let found = async |words: &str| {
        let filter = FileFilter { words: words.to_owned(), ..FileFilter::default() };
        place.library(&eva, &filter).await.unwrap().len()
    };
    assert_eq!((found("ÁCTA minutes").await, found("paper").await), (1, 0));
    // Who has not seen this overwrites nothing; who has does.
    let other = About { credit: "Ana".to_owned(), ..about.clone() };
    let old = domain::seen::mark(&document("a", 10, Access::Everybody).file.about);
    let unseen = Err(Error::Invalid(vec![Problem::new("seen-file", "", Rule::Seen)]));
    assert_eq!(place.describe(&eva, &uid("a"), &other, Some(&old), now()).await, unseen);
    assert_eq!(place.describe(&eva, &uid("a"), &about, Some(&old), now()).await, Ok(()), "a second click");
    let new = domain::seen::mark(&about);
    place.describe(&eva, &uid("a"), &other, Some(&new), now()).await.unwrap();
    assert_eq!(place.held(&eva, &uid("a")).await.unwrap().file.about, other);
    assert_eq!(place.describe(&eva, &uid("b"), &about, None, now()).await, Err(Error::NotFound));
}

pub(crate) async fn the_day_on_which_a_file_opens_is_stored_changed_and_written_down(place: &Place) {
    // 14.6.7
    let eva = eva(place).await;
    let day = Some(jiff::civil::date(2027, 3, 1));
    let mut new = document("a", 10, Access::Everybody);
    new.file.about.opens_on = day;
    place.store(&eva, new.clone(), now()).await.unwrap();
    assert_eq!(place.reached(&uid("a"), None, now()).await.unwrap().0.about.opens_on, day);
    let about = About { opens_on: None, ..new.file.about };
    place.describe(&eva, &uid("a"), &about, None, later(1)).await.unwrap();
    assert_eq!(place.held(&eva, &uid("a")).await.unwrap().file.about, about);
    let log = place.audit(&eva, &AuditFilter::default(), AuditSpan::ALL).await.unwrap().lines;
    let told = log.iter().find_map(|line| match &line.what {
        What::Done { before, after, .. } if !before.is_empty() => Some((before.clone(), after.clone())),
        _ => None,
    });
    let (before, after) = told.unwrap();
    assert!(before.ends_with("everybody · 2027-03-01") && after.ends_with("everybody"), "{before} {after}");
}

pub(crate) async fn the_documents_of_a_session_are_stored_with_it_and_in_use(place: &Place) {
    let eva = eva(place).await;
    for letter in ["a", "b"] {
        place.store(&eva, document(letter, 10, Access::Everybody), now()).await.unwrap();
    }
    place.with([event("meeting", "2026-12-01", "2026-12-01")]).await;
    let name = slug("meeting");
    let save = async |field: &str, typed: &[(&str, &str)]| {
        let before = place.manuscript(&eva, Kind::Event, &name).await.unwrap();
        let base = domain::block::fingerprint(Fields::of(&before).get(field));
        let typed = typed.iter().map(|(field, text)| Typed::new(field, text, &base)).collect();
        let edit = Edit { typed, ..Edit::default() };
        let saved = place.save(&eva, Kind::Event, &name, &edit, later(1)).await;
        saved.map(|_| ())
    };
    let files = format!("{} {}", uid("b"), uid("a"));
    let typed = [("session.new1.start", "09:00"), ("session.new1.en.title", "Opening"), ("session.new1.files", &files)];
    save("session.new1.files", &typed).await.unwrap();
    let read = place.entry(Kind::Event, &name, Language::En, later(2)).await.unwrap();
    assert_eq!(read.sessions[0].files, [uid("b"), uid("a")]);
    let listed: Vec<_> = read.files.iter().map(|used| (used.place, used.file.uid.clone())).collect();
    assert_eq!(listed, [(In::Programme, uid("b")), (In::Programme, uid("a"))]);
    let uses = place.discard(&eva, &uid("a"), later(3)).await.unwrap();
    assert_eq!((uses.len(), uses[0].place), (1, In::Programme));
    let field = format!("session.{}.files", read.sessions[0].id);
    let unknown = save(&field, &[(&field, uid("c").as_str())]).await;
    let Err(Error::Invalid(problems)) = unknown else { panic!("{unknown:?}") };
    assert_eq!(problems[0].field, field);
    save(&field, &[(&field, uid("b").as_str())]).await.unwrap();
    assert_eq!(place.discard(&eva, &uid("a"), later(4)).await.unwrap(), []);
}
