//! Checks while writing: what is remarked in a form, and what is not. 14.9.12

#![expect(clippy::unwrap_used, reason = "a test fails by a panic, in its helpers too")]

#[path = "common/people.rs"]
mod people;

use std::collections::HashSet;

use domain::Language;
use domain::account::Role;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::{Edit, Fields, Finding, Known, Manuscript, Typed, addresses, remarks};
use domain::outline::{Mark, marks};
use jiff::civil::date;
use people::staff;

const UID: &str = "abcdefghijkmnpqrstuv";

fn blank(kind: Kind) -> Manuscript {
    Manuscript::blank(kind, Language::En, date(2026, 11, 24))
}

fn typed(manuscript: &Manuscript, typed: &[(&str, &str)]) -> Fields {
    let mut shown = Fields::of(manuscript);
    for (field, text) in typed {
        shown.set(field, text);
    }
    shown
}

fn found_with(kind: Kind, fields: &[(&str, &str)], known: &Known) -> Vec<(String, Finding, String)> {
    let manuscript = blank(kind);
    let all = remarks(&manuscript, &typed(&manuscript, fields), known, date(2026, 11, 24));
    all.into_iter().map(|its| (its.field, its.finding, its.quote)).collect()
}

/// What is remarked in the body of an English post.
fn in_body(markdown: &str) -> Vec<(Finding, String)> {
    let found = found_with(Kind::Post, &[("block.new1.en", markdown), ("block.new1.es", "x")], &Known::default());
    found
        .into_iter()
        .map(|(field, finding, quote)| {
            assert_eq!(field, "block.new1.en");
            (finding, quote)
        })
        .collect()
}

fn saved(opened: &Manuscript, fields: &[(&str, &str)]) -> Manuscript {
    let stored = Fields::of(opened);
    let typed = fields.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(stored.get(field)))).collect();
    let edit = Edit { typed, ..Edit::default() };
    let mut after = opened.edited(&edit, &staff(Role::Editor)).unwrap();
    for (id, block) in (1..).zip(after.draft.blocks.iter_mut().filter(|block| block.id == 0)) {
        block.id = id;
    }
    after.revision += 1;
    after
}

#[test]
fn an_empty_form_is_left_in_peace() {
    for kind in [Kind::Event, Kind::Post, Kind::Publication] {
        assert_eq!(found_with(kind, &[], &Known::default()), []);
    }
}

#[test]
fn headings_begin_at_the_second_level_and_skip_none() {
    let jump = |words: &str| (Finding::HeadingJump, words.to_owned());
    assert_eq!(in_body("## One\n\n### Two\n\n### Three\n\n## Four"), []);
    assert_eq!(in_body("Text\n\n### Deep *first*"), [jump("Deep first")]);
    assert_eq!(in_body("## One\n\n#### Four"), [jump("Four")]);
    assert_eq!(in_body("# Main\n\n## One"), [(Finding::TopHeading, "Main".to_owned())]);
}

#[test]
fn a_heading_that_is_not_translated_counts_in_the_order_of_the_translation() {
    let fields = [
        ("blocks", "new1 new2"),
        ("block.new1.en", "## One"),
        ("block.new2.en", "### Two"),
        ("block.new2.es", "### Dos"),
    ];
    let found = found_with(Kind::Post, &fields, &Known::default());
    assert!(found.iter().all(|(_, finding, _)| *finding == Finding::Untranslated), "{found:?}");
}

#[test]
fn a_link_says_where_it_leads() {
    let vague = |words: &str| vec![(Finding::VagueLink, words.to_owned())];
    for words in ["here", "Click here!", "**aquí**", "Haga clic aquí", "más"] {
        let text = words.replace("**", "");
        assert_eq!(in_body(&format!("See [{words}](/en/events).")), vague(&text), "{words}");
    }
    assert_eq!(in_body("[](/en/events)"), vague(""));
    assert_eq!(in_body("See [the events of May](/en/events) and [mail us](mailto:a@example.org)."), []);
}

#[test]
fn an_address_is_no_words() {
    let bare = |address: &str| vec![(Finding::BareAddress, address.to_owned())];
    assert_eq!(in_body("<https://example.org/a>"), bare("https://example.org/a"));
    assert_eq!(in_body("[www.example.org](https://example.org)"), bare("www.example.org"));
    assert_eq!(in_body("See (https://example.org/a_b-c), please."), bare("https://example.org/a_b-c"));
    assert_eq!(in_body("[The site example.org](https://example.org)"), []);
}

#[test]
fn a_picture_says_what_it_shows_unless_it_is_decorative() {
    let picture = format!("![](/files/{UID}/480/a.jpg)");
    let fields = [("block.new1.en", picture.as_str()), ("block.new1.es", "x")];
    let no_alt = [("block.new1.en".to_owned(), Finding::NoAlt, String::new())];
    assert_eq!(found_with(Kind::Post, &fields, &Known::default()), no_alt);
    let decorative = Known { decorative: HashSet::from([UID.parse().unwrap()]), ..Known::default() };
    assert_eq!(found_with(Kind::Post, &fields, &decorative), []);
    assert_eq!(in_body("![A map](/pictures/map.svg)"), []);
}

#[test]
fn the_lead_picture_is_described_here_or_in_the_library_in_each_language_that_there_is() {
    let picture = format!("files/{UID}");
    let fields =
        [("en.title", "One"), ("es.title", "Uno"), ("picture", picture.as_str()), ("en.picture_alt", "A port")];
    let uid: domain::file::Uid = UID.parse().unwrap();
    let found = found_with(Kind::Post, &fields, &Known::default());
    assert_eq!(found[0], ("es.picture_alt".to_owned(), Finding::NoAlt, String::new()));
    let described = Known { described: HashSet::from([(uid, Language::Es)]), ..Known::default() };
    assert!(found_with(Kind::Post, &fields, &described).iter().all(|(_, finding, _)| *finding != Finding::NoAlt));
    let english = [("en.title", "One"), ("picture", picture.as_str()), ("en.picture_alt", "A port")];
    assert!(
        found_with(Kind::Post, &english, &Known::default()).iter().all(|(_, finding, _)| *finding != Finding::NoAlt)
    );
}

#[test]
fn links_that_lead_nowhere_are_told_by_who_knows() {
    let fields = [("block.new1.en", "See [the ports](/en/blog/ports) and [all](/en/blog)."), ("block.new1.es", "x")];
    let shown = typed(&blank(Kind::Post), &fields);
    assert_eq!(addresses(&shown), HashSet::from(["/en/blog/ports".to_owned(), "/en/blog".to_owned()]));
    let known = Known { dead: HashSet::from(["/en/blog/ports".to_owned()]), ..Known::default() };
    let dead = ("block.new1.en".to_owned(), Finding::DeadLink, "/en/blog/ports".to_owned());
    assert_eq!(found_with(Kind::Post, &fields, &known), [dead]);
}

#[test]
fn what_is_not_translated_and_what_is_behind_is_counted_once_for_a_language() {
    let first = saved(&blank(Kind::Post), &[("en.title", "One"), ("en.summary", "Two"), ("block.new1.en", "Three.")]);
    let told = |manuscript: &Manuscript, fields: &[(&str, &str)]| {
        let all = remarks(manuscript, &typed(manuscript, fields), &Known::default(), date(2026, 11, 24));
        all.into_iter().map(|its| (its.field, its.finding, its.count)).collect::<Vec<_>>()
    };
    assert_eq!(told(&first, &[]), [("es.title".to_owned(), Finding::Untranslated, 3)]);
    let both = saved(&first, &[("es.title", "Uno"), ("es.summary", "Dos"), ("block.1.es", "Tres.")]);
    assert_eq!(told(&both, &[]), []);
    // Before it is saved, too: the source is retyped, its translation is not.
    let behind = [("es.title".to_owned(), Finding::Stale, 1)];
    assert_eq!(told(&both, &[("en.title", "One and a half")]), behind);
    let later = saved(&both, &[("en.title", "One and a half")]);
    assert_eq!(told(&later, &[]), behind);
    assert_eq!(told(&later, &[("es.title", "Uno y medio")]), []);
}

#[test]
fn an_event_lies_ahead_and_has_a_place() {
    let base = [("en.title", "Meeting"), ("es.title", "Reunión"), ("start", "2026-12-05"), ("mode", "online")];
    let with = |more: &[(&str, &str)]| {
        let fields: Vec<_> = base.into_iter().chain(more.iter().copied()).collect();
        found_with(Kind::Event, &fields, &Known::default())
            .into_iter()
            .map(|(field, finding, _)| (field, finding))
            .collect::<Vec<_>>()
    };
    assert_eq!(with(&[]), []);
    assert_eq!(with(&[("start", "2026-11-20"), ("end", "2026-11-23")]), [("start".to_owned(), Finding::Over)]);
    assert_eq!(with(&[("start", "2026-11-20"), ("end", "2026-11-24")]), []);
    let mode = |mode: domain::event::Mode| mode.code();
    let on_site = mode(domain::event::Mode::InPerson);
    assert_eq!(with(&[("mode", on_site)]), [("en.place".to_owned(), Finding::NoPlace)]);
    assert_eq!(with(&[("mode", on_site), ("en.place", "Kingston"), ("es.place", "Kingston")]), []);
    assert_eq!(with(&[("mode", on_site), ("state", "cancelled")]), []);
}

#[test]
fn marks_come_in_their_order_with_their_words() {
    let found = marks("## A *b* [c](/d)\n\n[![e](/f)](/g)");
    let link = |address: &str, words: &str| Mark::Link { address: address.to_owned(), words: words.to_owned() };
    assert_eq!(
        found,
        [
            link("/d", "c"),
            Mark::Heading { level: 2, words: "A b c".to_owned() },
            Mark::Picture { address: "/f".to_owned(), alt: "e".to_owned() },
            link("/g", "e"),
        ]
    );
}
