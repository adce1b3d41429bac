//! What writers write: drafts, edits of several people, what becomes readable when.

use domain::account::{Role, Staff};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::listing::Listing;
use domain::manuscript::{
    Conflict, Edit, Fields, ItemFilter, Manuscript, Outcome, Refusal, Standing, Typed, WRITING_SECONDS,
};
use domain::outbox::Work;
use domain::ports::{Desk, Library, Manuscripts, Outbox, Pulse, Registrations};
use domain::registration::State;
use domain::{Error, Language};
use jiff::civil::date;

use crate::drafts::{Tell, country, event, network, post, slug};
use crate::people::{person, staff};
use crate::place::{Place, later, now, slugs};

fn edit(opened: &Manuscript, typed: &[(&str, &str)]) -> Edit {
    let fields = Fields::of(opened);
    let typed = typed.iter().map(|(field, text)| Typed::new(field, text, &fingerprint(fields.get(field)))).collect();
    Edit { typed, still_right: Vec::new(), reason: "a test".to_owned() }
}

async fn editor(place: &Place) -> Staff {
    staff(place, "ana", Role::Editor).await
}

/// Saves an edit of a post as it stands now.
async fn change(place: &Place, staff: &Staff, name: &str, typed: &[(&str, &str)], minute: i64) -> Outcome {
    let opened = place.manuscript(staff, Kind::Post, &slug(name)).await.unwrap();
    place.save(staff, Kind::Post, &slug(name), &edit(&opened, typed), later(minute)).await.unwrap()
}

async fn begin(place: &Place, staff: &Staff, typed: &[(&str, &str)]) -> Outcome {
    let blank = Manuscript::blank(Kind::Post, Language::En, date(2026, 11, 24));
    let form = format!("{typed:?} {}", place.writes());
    place.begin(staff, &blank, &edit(&blank, typed), &form, now()).await.unwrap()
}

const SHOWN: [(&str, &str); 2] = [("en.state", "published"), ("en.publish_at", "2026-11-24T12:00:00Z")];

pub(crate) async fn a_new_entry_is_a_draft_that_readers_do_not_see_until_it_is_published(place: &Place) {
    let ana = editor(place).await;
    let typed = [("en.title", "A Ñandú, seen"), ("en.summary", "About it."), ("block.new1.en", "A text.")];
    assert_eq!(begin(place, &ana, &typed).await, Outcome::Saved(slug("a-nandu-seen")));
    assert_eq!(place.read(Kind::Post, "a-nandu-seen").await, Err(Error::NotFound));
    assert_eq!(place.find("nandu", Language::En, 10, now()).await.total, 0);
    change(place, &ana, "a-nandu-seen", &SHOWN, 1).await;
    let read = place.entry(Kind::Post, &slug("a-nandu-seen"), Language::En, later(1)).await.unwrap();
    assert_eq!(read.summary.edition.title, "A Ñandú, seen");
    assert_eq!(read.blocks[0].texts.get(Language::En).unwrap().markdown, "A text.");
    assert_eq!(place.find("nandu", Language::En, 10, later(1)).await.total, 1);
}

pub(crate) async fn two_entries_of_one_title_get_two_addresses(place: &Place) {
    let ana = editor(place).await;
    for name in ["the-same", "the-same-2", "the-same-3"] {
        assert_eq!(begin(place, &ana, &[("en.title", "The same")]).await, Outcome::Saved(slug(name)));
    }
}

pub(crate) async fn an_edit_changes_what_it_names_and_leaves_the_rest(place: &Place) {
    let ana = editor(place).await;
    place.with([network("diaspora"), network("data"), country("haiti")]).await;
    place.with([post("here").of(&["diaspora"]).saying(Language::En, "A text.")]).await;
    let before = place.manuscript(&ana, Kind::Post, &slug("here")).await.unwrap();
    let typed = [("networks", "data diaspora"), ("countries", "haiti"), ("es.title", "Aquí")];
    change(place, &ana, "here", &typed, 1).await;
    let after = place.manuscript(&ana, Kind::Post, &slug("here")).await.unwrap();
    assert_eq!(after.draft.networks, [slug("data"), slug("diaspora")]);
    assert_eq!(after.draft.countries, [slug("haiti")]);
    assert_eq!(after.draft.editions.get(Language::Es).unwrap().title, "Aquí");
    assert_eq!((&after.draft.blocks, after.draft.published), (&before.draft.blocks, before.draft.published));
    let last = place.history(Kind::Post, &slug("here")).await.unwrap().remove(0);
    let fields: Vec<&str> = last.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["countries", "es.state", "es.title", "networks"]);
    assert_eq!(
        (last.actor.as_str(), last.reason.as_str(), last.id),
        ("ana (ana@example.org)", "a test", after.revision)
    );
    let unknown = edit(&after, &[("networks", "nowhere")]);
    let refused = place.save(&ana, Kind::Post, &slug("here"), &unknown, later(2)).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    assert_eq!(place.manuscript(&ana, Kind::Post, &slug("here")).await.unwrap(), after);
}

pub(crate) async fn edits_of_different_fields_come_together_and_of_one_field_are_told(place: &Place) {
    let (ana, ben) = (editor(place).await, staff(place, "ben", Role::Editor).await);
    place.with([post("here")]).await;
    let name = slug("here");
    let opened = place.manuscript(&ana, Kind::Post, &name).await.unwrap();
    let save = async |staff: &Staff, typed: &[(&str, &str)], minute| {
        place.save(staff, Kind::Post, &name, &edit(&opened, typed), later(minute)).await.unwrap()
    };
    save(&ana, &[("en.title", "Title of Ana")], 1).await;
    assert_eq!(save(&ben, &[("en.summary", "Summary of Ben")], 2).await, Outcome::Saved(name.clone()));
    let both = place.read(Kind::Post, "here").await.unwrap().summary.edition;
    assert_eq!((both.title.as_str(), both.summary.as_str()), ("Title of Ana", "Summary of Ben"));
    let Outcome::Refused(Refusal::Conflicts(conflicts)) = save(&ben, &[("en.title", "Title of Ben")], 3).await else {
        panic!("the title of Ana was lost");
    };
    let (mine, theirs) = ("Title of Ben".to_owned(), "Title of Ana".to_owned());
    assert_eq!(conflicts, [Conflict { field: "en.title".to_owned(), mine, theirs }]);
}

pub(crate) async fn of_two_who_save_one_field_at_once_one_is_told(place: &Place) {
    let (ana, ben) = (editor(place).await, staff(place, "ben", Role::Editor).await);
    place.with([post("here")]).await;
    let (other, name) = (place.another_node().await, slug("here"));
    let opened = place.manuscript(&ana, Kind::Post, &name).await.unwrap();
    let (of_ana, of_ben) = (edit(&opened, &[("en.title", "Ana")]), edit(&opened, &[("en.title", "Ben")]));
    let (one, two) = tokio::join!(
        place.save(&ana, Kind::Post, &name, &of_ana, later(1)),
        other.save(&ben, Kind::Post, &name, &of_ben, later(1)),
    );
    let is_saved = |outcome: &Outcome| matches!(outcome, Outcome::Saved(_));
    assert_eq!([one.unwrap(), two.unwrap()].iter().filter(|outcome| is_saved(outcome)).count(), 1);
    assert_eq!(place.history(Kind::Post, &name).await.unwrap().len(), 2);
}

pub(crate) async fn every_kind_comes_back_as_it_was_loaded(place: &Place) {
    let ana = editor(place).await;
    place.with([network("diaspora"), country("haiti"), post("here").of(&["diaspora"])]).await;
    let meeting = domain::pack::EntryDraft {
        seats: Some(domain::registration::SeatRules { mode: domain::registration::Mode::Open, capacity: Some(3) }),
        ..event("meeting", "2026-12-01", "2026-12-02").saying(Language::En, "A text.")
    };
    place.with([meeting.clone()]).await;
    let mut read = place.manuscript(&ana, Kind::Event, &slug("meeting")).await.unwrap();
    read.draft.blocks[0].id = 0;
    assert_eq!(read.draft, meeting);
    for (kind, name) in [(Kind::Network, "diaspora"), (Kind::Country, "haiti"), (Kind::Post, "here")] {
        let read = place.manuscript(&ana, kind, &slug(name)).await.unwrap();
        let same = place.save(&ana, kind, &slug(name), &edit(&read, &[]), later(1)).await.unwrap();
        assert_eq!(same, Outcome::Saved(slug(name)), "what was loaded can be saved as it is");
    }
    assert_eq!(place.manuscript(&ana, Kind::Post, &slug("nowhere")).await, Err(Error::NotFound));
}

pub(crate) async fn blocks_keep_their_ids_through_edits(place: &Place) {
    let ana = editor(place).await;
    place.with([post("here").saying(Language::En, "One.").saying(Language::En, "Two.")]).await;
    let before = place.manuscript(&ana, Kind::Post, &slug("here")).await.unwrap();
    let ids: Vec<i64> = before.draft.blocks.iter().map(|block| block.id).collect();
    let (order, second) = (format!("{} {}", ids[1], ids[0]), format!("block.{}.en", ids[1]));
    change(place, &ana, "here", &[("blocks", &order), (&second, "Two.\n\nTwo and a half.")], 1).await;
    let after = place.manuscript(&ana, Kind::Post, &slug("here")).await.unwrap().draft.blocks;
    let texts: Vec<&str> = after.iter().map(|block| block.texts.get(Language::En).unwrap().markdown.as_str()).collect();
    assert_eq!(texts, ["Two.", "Two and a half.", "One."]);
    assert_eq!((after[0].id, after[2].id), (ids[1], ids[0]));
    assert!(after[1].id > ids[1], "a new block has a new id");
}

pub(crate) async fn an_edition_is_published_for_a_while(place: &Place) {
    let ana = editor(place).await;
    begin(place, &ana, &[("en.title", "Soon"), ("en.summary", "About it.")]).await;
    let typed = [
        ("en.state", "published"),
        ("en.publish_at", "2026-11-24T13:00:00Z"),
        ("en.unpublish_at", "2026-11-24T14:00:00Z"),
    ];
    change(place, &ana, "soon", &typed, 1).await;
    let shown =
        async |minute| place.list(&Listing::newest(Kind::Post, Language::En, 10), later(minute)).await.unwrap().total;
    assert_eq!((shown(59).await, shown(60).await, shown(119).await, shown(120).await), (0, 1, 1, 0));
}

pub(crate) async fn publishing_tells_followers_once_and_at_the_right_time(place: &Place) {
    let ana = editor(place).await;
    begin(place, &ana, &[("en.title", "Soon"), ("en.summary", "About it.")]).await;
    let typed = [("en.state", "published"), ("en.publish_at", "2026-11-24T13:00:00Z")];
    change(place, &ana, "soon", &typed, 1).await;
    let told = async |minute| {
        let effects = place.claim("a test", Work::Letters, 100, later(minute)).await.unwrap();
        for effect in &effects {
            place.complete(effect.id, "a test", None, later(minute)).await.unwrap();
        }
        effects.into_iter().filter(|effect| effect.topic == "entry.published").count()
    };
    assert_eq!((told(59).await, told(60).await), (0, 1));
    change(place, &ana, "soon", &[("en.title", "Later")], 70).await;
    assert_eq!(told(80).await, 0, "an edit of what is shown is no news");
}

pub(crate) async fn a_save_that_changes_nothing_leaves_nothing(place: &Place) {
    let ana = editor(place).await;
    place.with([post("here")]).await;
    change(place, &ana, "here", &[("en.title", "here")], 1).await;
    assert_eq!(place.history(Kind::Post, &slug("here")).await.unwrap().len(), 1);
}

pub(crate) async fn a_new_slug_leaves_a_way_from_the_old_one(place: &Place) {
    let ana = editor(place).await;
    place.with([post("here"), post("taken")]).await;
    let opened = place.manuscript(&ana, Kind::Post, &slug("here")).await.unwrap();
    let taken = place.save(&ana, Kind::Post, &slug("here"), &edit(&opened, &[("slug", "taken")]), later(1)).await;
    assert_eq!(taken, Err(Error::Taken(Kind::Post, slug("taken"))));
    let moved = [("slug", "there"), ("en.title", "There")];
    assert_eq!(change(place, &ana, "here", &moved, 2).await, Outcome::Saved(slug("there")));
    assert_eq!(place.read(Kind::Post, "here").await, Err(Error::Moved(slug("there"))));
    assert_eq!(place.read(Kind::Post, "there").await.unwrap().summary.edition.title, "There");
    place.delete(Kind::Post, &slug("there"), "ana", later(3)).await.unwrap();
    let gone = place.save(&ana, Kind::Post, &slug("there"), &edit(&opened, &[]), later(4)).await;
    assert_eq!(gone, Err(Error::Gone));
}

pub(crate) async fn more_seats_in_the_form_are_offered_to_who_waits(place: &Place) {
    let ana = editor(place).await;
    let rules = domain::registration::SeatRules { mode: domain::registration::Mode::Open, capacity: Some(1) };
    place.with([domain::pack::EntryDraft { seats: Some(rules), ..event("meeting", "2026-12-01", "2026-12-02") }]).await;
    let (name, ben) = (slug("meeting"), person(place, "ben", Role::Member).await);
    let cam = person(place, "cam", Role::Member).await;
    place.register(&ben, &name, &[], now()).await.unwrap();
    assert_eq!(place.register(&cam, &name, &[], later(1)).await.unwrap().state, State::Waiting);
    let opened = place.manuscript(&ana, Kind::Event, &name).await.unwrap();
    place.save(&ana, Kind::Event, &name, &edit(&opened, &[("seats.capacity", "2")]), later(2)).await.unwrap();
    let own = place.seats(&name, Some(cam.account().id)).await.unwrap().own.unwrap();
    assert_eq!(own.state, State::Offered);
}

pub(crate) async fn the_desk_lists_every_state_by_kind_words_and_standing(place: &Place) {
    let ana = editor(place).await;
    place.with([post("shown"), network("diaspora"), post("binned")]).await;
    place.delete(Kind::Post, &slug("binned"), "ana", later(1)).await.unwrap();
    begin(place, &ana, &[("en.title", "Título nuevo"), ("es.title", "Otro")]).await;
    let listed = async |filter: ItemFilter| {
        let items = place.items(&ana, &filter, later(5)).await.unwrap();
        items.into_iter().map(|item| item.slug.to_string()).collect::<Vec<_>>()
    };
    let posts = ItemFilter { kind: Some(Kind::Post), ..ItemFilter::default() };
    let all = listed(posts.clone()).await;
    assert!(all.contains(&"shown".to_owned()) && all.contains(&"titulo-nuevo".to_owned()) && all.len() == 2, "{all:?}");
    assert_eq!(listed(ItemFilter { words: "titulo".to_owned(), ..posts.clone() }).await, ["titulo-nuevo"]);
    assert_eq!(listed(ItemFilter { standing: Some(Standing::Draft), ..posts.clone() }).await, ["titulo-nuevo"]);
    assert_eq!(listed(ItemFilter { standing: Some(Standing::Missing), ..posts.clone() }).await, ["shown"]);
    assert_eq!(listed(ItemFilter { in_bin: true, ..posts }).await, ["binned"]);
    assert_eq!(listed(ItemFilter { network: Some(slug("diaspora")), ..ItemFilter::default() }).await, [""; 0]);
    let draft = ItemFilter { standing: Some(Standing::Missing), ..ItemFilter::default() };
    for (language, expected) in [(Language::En, 0), (Language::Es, 2)] {
        assert_eq!(listed(ItemFilter { language: Some(language), ..draft.clone() }).await.len(), expected);
    }
    let aged = async |since| listed(ItemFilter { untouched_since: Some(since), ..ItemFilter::default() }).await.len();
    assert_eq!((aged(later(-1)).await, aged(now()).await), (0, 3));
    let item = &place.items(&ana, &ItemFilter::default(), later(5)).await.unwrap()[0];
    assert_eq!((item.title(Language::Es), item.standing(Language::Es, later(5))), ("Otro", Standing::Draft));
    assert_eq!(slugs(&place.list(&Listing::newest(Kind::Post, Language::En, 10), now()).await.unwrap()), ["shown"]);
}

pub(crate) async fn what_was_typed_and_not_saved_is_kept_for_its_writer(place: &Place) {
    let (ana, ben) = (editor(place).await, staff(place, "ben", Role::Editor).await);
    let typed = vec![Typed::new("en.title", "Half a ti", "base")];
    place.keep_form(&ana, "post/here", &[Typed::new("en.title", "Half", "base")], now()).await.unwrap();
    place.keep_form(&ana, "post/here", &typed, later(1)).await.unwrap();
    let kept = &place.kept_forms(&ana, "post/here").await.unwrap()[0];
    assert_eq!((&kept.typed, kept.kept), (&typed, later(1)));
    assert_eq!(place.kept_forms(&ben, "post/here").await.unwrap(), []);
    assert_eq!(place.kept_forms(&ana, "post/there").await.unwrap(), []);
    place.keep_form(&ana, "post/here", &[], later(2)).await.unwrap();
    assert_eq!(place.kept_forms(&ana, "post/here").await.unwrap(), []);
    // Forms of the same sort, the last kept first; a sign that is one of the database's own is none here.
    for (minutes, at) in [(1, "new/post/a"), (2, "new/post/b"), (3, "new/event/c"), (4, "new_post/d")] {
        place.keep_form(&ana, at, &[Typed::new("en.title", at, "base")], later(minutes)).await.unwrap();
    }
    let of = async |staff| {
        let forms = place.kept_forms(staff, "new/post").await.unwrap();
        forms.into_iter().map(|form| form.place).collect::<Vec<_>>()
    };
    assert_eq!(of(&ana).await, ["new/post/b", "new/post/a"]);
    assert_eq!(of(&ben).await, [""; 0]);
}

// 14.9.7
pub(crate) async fn what_was_kept_since_it_was_seen_is_not_forgotten(place: &Place) {
    let ana = editor(place).await;
    let typed = |text: &str| [Typed::new("en.title", text, "base"), Typed::new("en.summary", text, "base")];
    let of = async || {
        let forms = place.kept_forms(&ana, "post/here").await.unwrap();
        forms.into_iter().map(|form| (form.place, form.typed.len(), form.kept)).collect::<Vec<_>>()
    };
    place.keep_form(&ana, "post/here/a", &typed("One"), now()).await.unwrap();
    place.keep_form(&ana, "post/here/b", &typed("Two"), later(1)).await.unwrap();
    place.settle_form(&ana, "post/here/b", now(), &[]).await.unwrap();
    assert_eq!(of().await.len(), 2, "it was kept after that");
    place.settle_form(&ana, "post/here/a", now(), &typed("One")[..1]).await.unwrap();
    let rest = [("post/here/b".to_owned(), 2, later(1)), ("post/here/a".to_owned(), 1, now())];
    assert_eq!(of().await, rest, "what is left of it is as old as it was");
    for at in ["post/here/a", "post/here/b"] {
        place.settle_form(&ana, at, later(1), &[]).await.unwrap();
    }
    assert_eq!(of().await, []);
}

pub(crate) async fn a_version_has_a_name_that_its_history_tells(place: &Place) {
    let ana = editor(place).await;
    place.with([post("here"), post("there")]).await;
    let saves = async |name: &str| place.history(Kind::Post, &slug(name)).await.unwrap();
    let first = saves("here").await[0].id;
    let name = async |at: &str, revision, name| place.name_version(&ana, Kind::Post, &slug(at), revision, name).await;
    name("here", first, Some("As sent")).await.unwrap();
    assert_eq!(saves("here").await[0].name.as_deref(), Some("As sent"));
    assert_eq!(name("there", first, Some("Not its own")).await, Err(Error::NotFound));
    assert_eq!(name("here", 999_999, None).await, Err(Error::NotFound));
    name("here", first, None).await.unwrap();
    assert_eq!(saves("here").await[0].name, None);
}

pub(crate) async fn who_writes_at_one_place_sees_who_else_does(place: &Place) {
    let (ana, ben) = (editor(place).await, staff(place, "ben", Role::Editor).await);
    let nobody: [&str; 0] = [];
    assert_eq!(place.writing(&ana, "post/here", now()).await.unwrap(), nobody);
    assert_eq!(place.writing(&ben, "post/here", now()).await.unwrap(), ["ana"]);
    assert_eq!(place.writing(&ben, "post/there", now()).await.unwrap(), nobody);
    let gone = now() + jiff::SignedDuration::from_secs(WRITING_SECONDS + 1);
    assert_eq!(place.writing(&ben, "post/here", gone).await.unwrap(), nobody);
}

pub(crate) async fn a_form_that_is_sent_twice_makes_one_entry(place: &Place) {
    let ana = editor(place).await;
    let blank = Manuscript::blank(Kind::Post, Language::En, date(2026, 11, 24));
    let other = place.another_node().await;
    let typed = edit(&blank, &[("en.title", "Once")]);
    let (one, two) = tokio::join!(
        place.begin(&ana, &blank, &typed, "a form", now()),
        other.begin(&ana, &blank, &typed, "a form", now()),
    );
    // The slower of two at once may be refused; nothing is made twice.
    assert!([&one, &two].into_iter().any(|its| *its == Ok(Outcome::Saved(slug("once")))), "{one:?} {two:?}");
    assert_eq!(place.begin(&ana, &blank, &typed, "a form", later(1)).await, Ok(Outcome::Saved(slug("once"))));
    assert_eq!(place.made(&ana, "a form").await, Ok(Some(slug("once"))));
    assert_eq!(place.made(&ana, "another form").await, Ok(None));
    assert_eq!(place.items(&ana, &ItemFilter::default(), now()).await.unwrap().len(), 1);
}

pub(crate) async fn what_is_kept_for_its_writer_goes_with_a_renamed_entry(place: &Place) {
    let ana = editor(place).await;
    place.with([post("here")]).await;
    for at in ["post/here", "post/here/a", "post/hereabouts/b"] {
        place.keep_form(&ana, at, &[Typed::new("en.title", "Half", "base")], now()).await.unwrap();
    }
    place.rename(Kind::Post, &slug("here"), &slug("there"), "ben", later(1)).await.unwrap();
    let places = place.kept_forms(&ana, "post/there").await.unwrap().into_iter().map(|form| form.place);
    assert_eq!(places.collect::<Vec<_>>(), ["post/there", "post/there/a"]);
}

pub(crate) async fn what_only_its_writer_sees_outdates_no_page(place: &Place) {
    let ana = editor(place).await;
    let before = place.writes();
    place.keep_form(&ana, "post/here", &[Typed::new("en.title", "Half", "base")], now()).await.unwrap();
    place.writing(&ana, "post/here", now()).await.unwrap();
    assert_eq!(place.writes(), before);
}
