//! Manuscripts: edits of several people come together, translations know their source, roles hold.

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

#[path = "common/people.rs"]
mod people;

use domain::account::Role;
use domain::block::{Freshness, fingerprint};
use domain::entry::{EditionState, Kind};
use domain::manuscript::{Conflict, Edit, Fields, Manuscript, Refusal, Typed, as_of, differences};
use domain::revision::Revision;
use domain::{Language, Rule};
use jiff::Timestamp;
use jiff::civil::date;
use people::staff;

/// An edit that was opened on this manuscript and types these fields.
fn edit(opened: &Manuscript, typed: &[(&str, &str)]) -> Edit {
    let fields = Fields::of(opened);
    let typed = typed.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(fields.get(field)))).collect();
    Edit { typed, still_right: Vec::new(), reason: String::new() }
}

fn saved(opened: &Manuscript, typed: &[(&str, &str)]) -> Manuscript {
    let mut after = opened.edited(&edit(opened, typed), &staff(Role::Editor)).unwrap();
    after.revision += 1;
    for (id, block) in (1..).zip(after.draft.blocks.iter_mut().filter(|block| block.id == 0)) {
        block.id = i64::from(opened.revision > 0) * 100 + id;
    }
    after
}

fn blank(kind: Kind) -> Manuscript {
    Manuscript::blank(kind, Language::En, date(2026, 11, 24))
}

fn problems(opened: &Manuscript, typed: &[(&str, &str)]) -> Vec<(String, Rule)> {
    match opened.edited(&edit(opened, typed), &staff(Role::Editor)) {
        Err(Refusal::Problems(problems)) => problems.into_iter().map(|its| (its.field, its.rule)).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn fields_say_all_of_a_manuscript() {
    let post = saved(
        &blank(Kind::Post),
        &[
            ("en.title", "  A title\nof two lines "),
            ("en.author", "Secretariat"),
            ("details.first_published.name", "A paper"),
            ("details.first_published.link", "https://example.org/a"),
            ("block.new1.en", "One.\r\n\r\n## Two\r\n\r\n- three"),
        ],
    );
    assert_eq!(post.draft.editions.get(Language::En).unwrap().title, "A title of two lines");
    assert_eq!(post.draft.blocks.len(), 3, "several paragraphs become several blocks");
    let fields = Fields::of(&post);
    assert_eq!(fields.get("blocks"), "1 2 3");
    assert_eq!(fields.get("block.2.en"), "## Two");
    assert_eq!(saved(&post, &[]), Manuscript { revision: 2, ..post.clone() }, "saving nothing changes nothing");
}

#[test]
fn a_line_keeps_what_holds_a_number_and_its_sign_together() {
    let post = saved(&blank(Kind::Post), &[("en.title", "Some  16\u{a0}%\n of  12\u{202f}000")]);
    let fields = Fields::of(&post);
    assert_eq!(fields.get("en.title"), "Some 16\u{a0}% of 12\u{202f}000");
}

#[test]
fn different_fields_of_two_writers_both_count() {
    let opened = saved(&blank(Kind::Post), &[("en.title", "Title"), ("en.summary", "Summary")]);
    let theirs = saved(&opened, &[("en.title", "Their title")]);
    let mine = edit(&opened, &[("en.title", "Title"), ("en.summary", "My summary")]);
    let merged = theirs.edited(&mine, &staff(Role::Editor)).unwrap();
    let edition = merged.draft.editions.get(Language::En).unwrap();
    assert_eq!((edition.title.as_str(), edition.summary.as_str()), ("Their title", "My summary"));
}

#[test]
fn the_same_field_of_two_writers_is_shown_to_the_second() {
    let opened = saved(&blank(Kind::Post), &[("en.title", "Title")]);
    let theirs = saved(&opened, &[("en.title", "Their title")]);
    let refused = theirs.edited(&edit(&opened, &[("en.title", "My title")]), &staff(Role::Editor));
    let conflict =
        Conflict { field: "en.title".to_owned(), mine: "My title".to_owned(), theirs: "Their title".to_owned() };
    assert_eq!(refused, Err(Refusal::Conflicts(vec![conflict])));
    // Two who type the same agree.
    let same = theirs.edited(&edit(&opened, &[("en.title", "Their title")]), &staff(Role::Editor));
    assert_eq!(same, Ok(theirs));
}

#[test]
fn a_translation_falls_behind_when_its_source_changes_and_is_found_again_by_writing_or_by_a_word() {
    let first = saved(
        &blank(Kind::Post),
        &[("en.title", "One"), ("es.title", "Uno"), ("block.new1.en", "A text."), ("block.new1.es", "Un texto.")],
    );
    let freshness = |manuscript: &Manuscript| {
        let block = manuscript.draft.blocks[0].shown(Language::Es, Language::En).unwrap().freshness;
        (manuscript.text_freshness(Language::Es, "title"), block)
    };
    assert_eq!(freshness(&first), (Freshness::Current, Freshness::Current));
    assert_eq!(first.progress(Language::Es), (2, 2));
    let changed = saved(&first, &[("en.title", "Two"), ("block.1.en", "Another text.")]);
    assert_eq!(freshness(&changed), (Freshness::Stale, Freshness::Stale));
    assert_eq!(changed.progress(Language::Es), (0, 2));
    let written = saved(&changed, &[("es.title", "Dos")]);
    assert_eq!(freshness(&written), (Freshness::Current, Freshness::Stale));
    let right = Edit { still_right: vec!["block.1.es".to_owned()], ..edit(&written, &[]) };
    let confirmed = written.edited(&right, &staff(Role::Editor)).unwrap();
    assert_eq!(freshness(&confirmed), (Freshness::Current, Freshness::Current));
}

#[test]
fn a_translation_was_made_from_what_its_writer_saw() {
    let opened = saved(
        &blank(Kind::Post),
        &[("en.title", "One"), ("es.title", "Uno"), ("block.new1.en", "A text."), ("block.new1.es", "Un texto.")],
    );
    // Somebody changes the source while somebody else, who has not seen that, translates.
    let source = saved(&opened, &[("en.title", "Two"), ("block.1.en", "Another text.")]);
    let form = [("en.title", "One"), ("es.title", "El uno"), ("block.1.en", "A text."), ("block.1.es", "El texto.")];
    let translation = edit(&opened, &form);
    let merged = source.edited(&translation, &staff(Role::Editor)).unwrap();
    assert_eq!(merged.text_freshness(Language::Es, "title"), Freshness::Stale);
    assert_eq!(merged.draft.blocks[0].shown(Language::Es, Language::En).unwrap().freshness, Freshness::Stale);
}

#[test]
fn a_text_of_several_lines_is_no_older_than_the_source_it_was_typed_with() {
    let post = saved(
        &blank(Kind::Post),
        &[("en.title", "One"), ("en.summary", "a\nb"), ("es.title", "Uno"), ("es.summary", "a b")],
    );
    assert_eq!(post.text_freshness(Language::Es, "summary"), Freshness::Current);
}

#[test]
fn nothing_of_one_language_is_ever_written_into_the_other() {
    let only_english = saved(&blank(Kind::Post), &[("en.title", "One"), ("block.new1.en", "A text.")]);
    assert!(only_english.draft.editions.get(Language::Es).is_none());
    assert!(only_english.draft.blocks[0].texts.get(Language::Es).is_none());
}

#[test]
fn blocks_are_split_moved_and_removed() {
    let first = saved(&blank(Kind::Post), &[("en.title", "One"), ("block.new1.en", "A.\n\nB.\n\nC.")]);
    let order = |manuscript: &Manuscript| {
        let texts = manuscript.draft.blocks.iter().map(|block| block.texts.get(Language::En).unwrap().markdown.clone());
        texts.collect::<Vec<_>>()
    };
    assert_eq!(order(&saved(&first, &[("blocks", "3 1 2")])), ["C.", "A.", "B."]);
    assert_eq!(order(&saved(&first, &[("block.2.en", "")])), ["A.", "C."]);
    assert_eq!(order(&saved(&first, &[("block.1.en", "A.\n\nA and a half.")])), ["A.", "A and a half.", "B.", "C."]);
    let html = problems(&first, &[("block.1.en", "<script>alert(1)</script>")]);
    assert_eq!(html, [("block.1.en".to_owned(), Rule::SmallMarkdown)]);
}

#[test]
fn what_is_published_has_a_title() {
    let opened = saved(&blank(Kind::Post), &[("en.title", "One")]);
    let missing = problems(&opened, &[("es.state", "published"), ("en.state", "published")]);
    let needed = |field: &str| (field.to_owned(), Rule::Needed);
    assert_eq!(missing, [needed("es.title")]);
    let untitled = problems(&blank(Kind::Post), &[("en.summary", "Something")]);
    assert_eq!(untitled, [needed("en.title")]);
}

#[test]
fn an_event_says_when_it_is_in_days_and_in_hours() {
    let event = |typed: &[(&str, &str)]| {
        let base = [("en.title", "Meeting"), ("start", "2026-12-05"), ("zone", "America/Jamaica")];
        let others = base.iter().filter(|(field, _)| typed.iter().all(|(typed, _)| typed != field));
        let typed: Vec<_> = others.chain(typed).copied().collect();
        blank(Kind::Event).edited(&edit(&blank(Kind::Event), &typed), &staff(Role::Editor))
    };
    let time = event(&[]).unwrap().draft.time.unwrap();
    assert_eq!((time.start, time.end, time.precision.code()), (date(2026, 12, 5), date(2026, 12, 5), "day"));
    let time = event(&[("start_time", "09:30"), ("end_time", "11:00")]).unwrap().draft.time.unwrap();
    assert_eq!((time.precision.code(), time.start_time.unwrap().to_string().as_str()), ("minute", "09:30:00"));
    for (typed, field, rule) in [
        (("end", "2026-12-01"), "end", Rule::Later),
        (("zone", "America/Atlantis"), "zone", Rule::OneOfTheList),
        (("start", "2026-02-30"), "start", Rule::Day),
        (("start", ""), "start", Rule::Needed),
        (("start_time", "soon"), "start_time", Rule::Hour),
        (("seats.capacity", "many"), "seats.capacity", Rule::Seats),
        (("details.link", "javascript:alert(1)"), "details.link", Rule::Link),
    ] {
        let typed = [typed, ("seats.mode", "open")];
        match event(&typed) {
            Err(Refusal::Problems(problems)) => {
                assert_eq!((problems[0].field.as_str(), problems[0].rule), (field, rule));
            }
            other => panic!("{field}: {other:?}"),
        }
    }
}

#[test]
fn a_changed_event_raises_its_sequence_and_an_unchanged_one_does_not() {
    let event =
        saved(&blank(Kind::Event), &[("en.title", "Meeting"), ("start", "2026-12-05"), ("zone", "America/Jamaica")]);
    let sequence = |manuscript: &Manuscript| manuscript.draft.time.as_ref().unwrap().sequence;
    assert_eq!(sequence(&event), 0);
    assert_eq!(sequence(&saved(&event, &[("block.new1.en", "More.")])), 0);
    assert_eq!(sequence(&saved(&event, &[("start", "2026-12-06"), ("end", "2026-12-06")])), 1);
}

#[test]
fn a_contributor_writes_and_an_editor_publishes() {
    let draft = saved(&blank(Kind::Post), &[("en.title", "One"), ("en.summary", "About one.")]);
    let publish = edit(&draft, &[("en.state", "published"), ("en.publish_at", "2026-11-24T12:00:00Z")]);
    assert_eq!(draft.edited(&publish, &staff(Role::Contributor)), Err(Refusal::Forbidden));
    let review = edit(&draft, &[("en.state", "in-review")]);
    let reviewed = draft.edited(&review, &staff(Role::Contributor)).unwrap();
    assert_eq!(reviewed.publication.get(Language::En).unwrap().state, EditionState::InReview);
    let published = draft.edited(&publish, &staff(Role::Editor)).unwrap();
    for shown in [("en.title", "Two"), ("published", "2026-01-01")] {
        let touch = edit(&published, &[shown]);
        assert_eq!(published.edited(&touch, &staff(Role::Contributor)), Err(Refusal::Forbidden));
    }
    // A translation that readers do not see yet is theirs to write.
    let translate = edit(&published, &[("es.title", "Uno"), ("es.state", "in-review")]);
    assert!(published.edited(&translate, &staff(Role::Contributor)).is_ok());
}

#[test]
fn a_former_state_is_found_from_what_every_save_left_behind() {
    let first = saved(&blank(Kind::Post), &[("en.title", "One"), ("block.new1.en", "A.")]);
    let second = saved(&first, &[("en.title", "Two"), ("block.1.en", "")]);
    let revision = |id: i64, before: &Fields, after: &Fields| Revision {
        id,
        valid_from: Timestamp::UNIX_EPOCH,
        valid_to: None,
        actor: "Ana".to_owned(),
        reason: String::new(),
        name: None,
        changes: differences(before, after),
    };
    let (one, two) = (Fields::of(&first), Fields::of(&second));
    let history = [revision(2, &one, &two), revision(1, &Fields::default(), &one)];
    assert_eq!(as_of(&two, &history, 1), Some(one));
    assert_eq!(as_of(&two, &history, 2), Some(two.clone()));
    assert_eq!(as_of(&two, &history, 3), None);
}

// 14.4.9
#[test]
fn who_writes_in_one_language_changes_nothing_of_another() {
    use domain::account::{Account, Staff};
    let ana = staff(Role::Editor);
    let spanish = Account { writes_in: Some(Language::Es), ..ana.account().clone() };
    let spanish = Staff::of(&spanish, Role::Contributor).unwrap();
    let post = saved(&blank(Kind::Post), &[("en.title", "Ports"), ("es.title", "Puertos"), ("block.new1.en", "One.")]);
    let may = |post: &Manuscript, typed: &[(&str, &str)]| post.edited(&edit(post, typed), &spanish).is_ok();
    assert!(may(&post, &[("es.summary", "Sobre puertos."), ("es.state", "in-review"), ("block.1.es", "Uno.")]));
    assert!(may(&post, &[("networks", "diaspora")]), "what is shared, while nobody sees it");
    for (field, text) in [("en.summary", "About ports."), ("en.state", "in-review"), ("block.1.en", "Two.")] {
        assert_eq!(post.edited(&edit(&post, &[(field, text)]), &spanish), Err(Refusal::Forbidden), "{field}");
    }
    let at = Timestamp::UNIX_EPOCH.to_string();
    let public = saved(&post, &[("en.state", "published"), ("en.publish_at", &at), ("en.summary", "About ports.")]);
    assert!(may(&public, &[("es.state", "published"), ("es.publish_at", &at), ("es.summary", "Sobre puertos.")]));
    assert!(!may(&public, &[("networks", "diaspora")]), "what is shared is seen in English by now");
}

#[test]
fn what_is_too_much_is_refused_and_nothing_of_it_is_dropped() {
    let paragraphs = |count: usize| (0..count).map(|number| format!("Part {number}.")).collect::<Vec<_>>().join("\n\n");
    let full = saved(&blank(Kind::Post), &[("en.title", "Title"), ("block.new1.en", &paragraphs(500))]);
    assert_eq!(full.draft.blocks.len(), 500);
    let more = [("block.new1.en", "One more.")];
    assert_eq!(problems(&full, &more), [("block.new1.en".to_owned(), Rule::Count(500))]);
    // What is stored is never cut, also where there is more of it than may be typed.
    let mut over = full.clone();
    let one = over.draft.blocks[0].clone();
    over.draft.blocks.extend((501..=520).map(|id| domain::block::Block { id, ..one.clone() }));
    let changed = saved(&over, &[("block.3.en", "Another text.")]);
    assert_eq!(changed.draft.blocks.len(), 520);
    let names: Vec<_> = (0..201).map(|number| format!("session.new{number}")).collect();
    let titles: Vec<_> = names
        .iter()
        .flat_map(|name| [(format!("{name}.en.title"), "Talk"), (format!("{name}.start"), "09:00")])
        .collect();
    let mut typed: Vec<(&str, &str)> = titles.iter().map(|(field, text)| (field.as_str(), *text)).collect();
    typed.extend([
        ("en.title", "Meeting"),
        ("start", "2026-12-14"),
        ("mode", "online"),
        ("zone", "America/Jamaica"),
        ("state", "scheduled"),
    ]);
    let refused = problems(&blank(Kind::Event), &typed);
    assert_eq!(refused, [("session.new200.en.title".to_owned(), Rule::Count(200))]);
}
