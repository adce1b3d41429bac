//! Reading.

use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Contact, Kind, Visibility};
use domain::event::Mode;
use domain::figure::{Figure, FigureWords, Unit};
use domain::listing::{EventListing, Listing, When};
use domain::pack::{EntryDraft, Pack};
use domain::ports::{Desk, Library, Pulse};
use domain::{Error, Language};
use store::Db;

use crate::support::{
    Outcome, after, at, country, day, draft, edition, event, network, now, on_both, page, paragraph, publication, slug,
    slugs, store,
};

on_both! {
    an_entry_without_spanish_is_shown_in_english_and_says_so,
    a_wanted_edition_wins_over_the_source,
    an_entry_is_not_there_before_it_is_published,
    what_is_for_members_is_shown_to_nobody_else,
    an_unknown_address_is_not_found,
    the_kinds_have_addresses_of_their_own,
    a_networks_list_holds_an_entry_in_two_networks_once,
    networks_come_in_order_of_weight,
    lists_page_and_know_the_whole_length,
    the_newest_come_first_and_those_of_one_day_by_title,
    titles_are_ordered_without_case_and_accents,
    arranged_lists_go_by_position,
    a_list_is_filtered_by_network_country_and_year,
    past_events_come_latest_first_and_next_events_earliest_first,
    an_event_is_over_when_its_last_day_ends_where_it_takes_place,
    events_of_a_period_include_those_that_began_before_it,
    events_are_filtered_by_mode_network_and_country,
    events_page_and_know_the_whole_length,
    a_search_forgives_accents_and_case,
    what_matches_in_one_language_is_shown_in_the_one_asked_for,
    a_search_finds_words_in_bodies,
    every_word_of_a_search_must_match,
    a_percent_sign_in_a_search_matches_nothing_but_itself,
    empty_words_find_nothing,
    a_search_shows_each_entry_once_with_titles_first,
    blocks_keep_their_order_texts_and_origin,
    figures_keep_their_digits,
    a_contact_is_found_by_its_key,
    a_network_page_names_its_contact,
    an_empty_database_has_no_identity,
    a_beat_is_answered,
}

async fn an_entry_without_spanish_is_shown_in_english_and_says_so(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    let entry = db.entry(Kind::Page, &slug("about"), Language::Es, now()).await?;
    assert_eq!(entry.summary.language, Language::En);
    assert_eq!(entry.summary.edition, edition("about"));
    assert_eq!(entry.editions.languages().collect::<Vec<_>>(), [Language::En]);
    let listed = db.list(&Listing::newest(Kind::Page, Language::Es, 10), now()).await?;
    assert_eq!(listed.items, [entry.summary]);
    Ok(())
}

async fn a_wanted_edition_wins_over_the_source(db: &Db) -> Outcome {
    let mut both = page("about");
    both.editions.set(Language::Es, edition("acerca de"));
    store(db, &[both]).await?;
    for (language, title) in [(Language::Es, "acerca de"), (Language::En, "about")] {
        let entry = db.entry(Kind::Page, &slug("about"), language, now()).await?;
        assert_eq!((entry.summary.language, entry.summary.edition.title.as_str()), (language, title));
        assert_eq!((entry.source, entry.editions.languages().count()), (Language::En, 2));
        let listed = db.list(&Listing::newest(Kind::Page, language, 10), now()).await?;
        assert_eq!((listed.total, listed.items), (1, vec![entry.summary]));
    }
    Ok(())
}

async fn an_entry_is_not_there_before_it_is_published(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    assert_eq!(db.entry(Kind::Page, &slug("about"), Language::En, after(-1)).await, Err(Error::NotFound));
    assert_eq!(db.list(&Listing::newest(Kind::Page, Language::En, 10), after(-1)).await?.total, 0);
    assert_eq!(db.search("about", Language::En, 10, after(-1)).await?.total, 0);
    assert!(db.entry(Kind::Page, &slug("about"), Language::En, now()).await.is_ok());
    Ok(())
}

async fn what_is_for_members_is_shown_to_nobody_else(db: &Db) -> Outcome {
    store(db, &[EntryDraft { visibility: Visibility::Members, ..page("minutes") }]).await?;
    assert_eq!(db.entry(Kind::Page, &slug("minutes"), Language::En, now()).await, Err(Error::NotFound));
    assert_eq!(db.list(&Listing::arranged(Kind::Page, Language::En), now()).await?.total, 0);
    assert_eq!(db.search("minutes", Language::En, 10, now()).await?.total, 0);
    Ok(())
}

async fn an_unknown_address_is_not_found(db: &Db) -> Outcome {
    assert_eq!(db.entry(Kind::Page, &slug("nowhere"), Language::En, now()).await, Err(Error::NotFound));
    Ok(())
}

async fn the_kinds_have_addresses_of_their_own(db: &Db) -> Outcome {
    store(db, &[page("haiti"), country("haiti")]).await?;
    assert_eq!(db.entry(Kind::Page, &slug("haiti"), Language::En, now()).await?.summary.kind, Kind::Page);
    assert_eq!(db.entry(Kind::Country, &slug("haiti"), Language::En, now()).await?.summary.kind, Kind::Country);
    Ok(())
}

async fn a_networks_list_holds_an_entry_in_two_networks_once(db: &Db) -> Outcome {
    let mut shared = page("shared");
    shared.networks = vec![slug("borders"), slug("labour")];
    shared.editions.set(Language::Es, edition("compartida"));
    store(db, &[network("labour"), network("borders"), shared]).await?;
    for one in ["borders", "labour"] {
        let listed = db.list(&Listing::newest(Kind::Page, Language::En, 10).of_network(slug(one)), now()).await?;
        assert_eq!((listed.total, slugs(&listed)), (1, vec!["shared"]));
    }
    assert_eq!(db.list(&Listing::newest(Kind::Page, Language::En, 10), now()).await?.total, 1);
    Ok(())
}

async fn networks_come_in_order_of_weight(db: &Db) -> Outcome {
    let networks = vec![slug("labour"), slug("borders"), slug("climate")];
    let shared = EntryDraft { networks: networks.clone(), ..page("shared") };
    store(db, &[network("borders"), network("climate"), network("labour"), shared]).await?;
    assert_eq!(db.entry(Kind::Page, &slug("shared"), Language::En, now()).await?.summary.networks, networks);
    Ok(())
}

async fn lists_page_and_know_the_whole_length(db: &Db) -> Outcome {
    let days = ["2026-01-05", "2026-01-04", "2026-01-03", "2026-01-02", "2026-01-01"];
    let drafts: Vec<_> = days.iter().map(|day| publication(&format!("of-{day}"), day)).collect();
    store(db, &drafts).await?;
    let all = Listing::newest(Kind::Publication, Language::En, 2);
    for (offset, expected) in
        [(0, vec!["of-2026-01-05", "of-2026-01-04"]), (4, vec!["of-2026-01-01"]), (5, vec![]), (u32::MAX, vec![])]
    {
        let listed = db.list(&Listing { offset, ..all.clone() }, now()).await?;
        assert_eq!((listed.total, slugs(&listed)), (5, expected));
    }
    Ok(())
}

async fn the_newest_come_first_and_those_of_one_day_by_title(db: &Db) -> Outcome {
    let undated = EntryDraft { published: None, ..publication("undated", "2026-03-01") };
    let drafts = [
        undated,
        publication("b", "2026-03-01"),
        publication("old", "2019-12-31"),
        publication("a", "2026-03-01"),
        publication("new", "2026-07-01"),
    ];
    store(db, &drafts).await?;
    let listed = db.list(&Listing::newest(Kind::Publication, Language::En, 10), now()).await?;
    assert_eq!(slugs(&listed), ["new", "a", "b", "old", "undated"]);
    Ok(())
}

async fn titles_are_ordered_without_case_and_accents(db: &Db) -> Outcome {
    let titles = [("one", "Zona"), ("two", "Época"), ("three", "eco"), ("four", "Árbol")];
    let drafts: Vec<_> = titles.iter().map(|(address, title)| draft(Kind::Page, address, title)).collect();
    store(db, &drafts).await?;
    let listed = db.list(&Listing::newest(Kind::Page, Language::En, 10), now()).await?;
    assert_eq!(slugs(&listed), ["four", "three", "two", "one"]);
    Ok(())
}

async fn arranged_lists_go_by_position(db: &Db) -> Outcome {
    let placed = |address, position| EntryDraft { position, ..network(address) };
    store(db, &[placed("third", 3), placed("first", 1), placed("b", 2), placed("a", 2)]).await?;
    let listed = db.list(&Listing::arranged(Kind::Network, Language::En), now()).await?;
    assert_eq!(slugs(&listed), ["first", "a", "b", "third"]);
    Ok(())
}

async fn a_list_is_filtered_by_network_country_and_year(db: &Db) -> Outcome {
    let of_network = EntryDraft { networks: vec![slug("borders")], ..publication("of-network", "2021-05-01") };
    let of_country = EntryDraft { countries: vec![slug("haiti")], ..publication("of-country", "2021-06-01") };
    let of_both = EntryDraft { countries: vec![slug("haiti")], ..of_network.clone() };
    let of_both = EntryDraft { slug: slug("of-both"), published: Some(day("2022-01-01")), ..of_both };
    store(db, &[network("borders"), country("haiti"), of_network, of_country, of_both]).await?;
    let all = Listing::newest(Kind::Publication, Language::En, 10);
    let (borders, haiti) = (Some(slug("borders")), Some(slug("haiti")));
    let asked = [
        (borders.clone(), None, None, vec!["of-both", "of-network"]),
        (None, haiti.clone(), None, vec!["of-both", "of-country"]),
        (None, None, Some(2021), vec!["of-country", "of-network"]),
        (borders.clone(), haiti, Some(2022), vec!["of-both"]),
        (borders, None, Some(2023), vec![]),
        (Some(slug("unknown")), None, None, vec![]),
    ];
    for (network, country, year, expected) in asked {
        let listed = db.list(&Listing { network, country, year, ..all.clone() }, now()).await?;
        assert_eq!(slugs(&listed), expected);
    }
    Ok(())
}

async fn past_events_come_latest_first_and_next_events_earliest_first(db: &Db) -> Outcome {
    let on = |address, day| event(address, day, day, Mode::Online);
    let drafts = [
        on("soon", "2026-08-20"),
        on("long-ago", "2019-01-01"),
        on("far", "2027-01-01"),
        on("lately", "2026-07-20"),
        event("running", "2026-07-30", "2026-08-02", Mode::Online),
    ];
    store(db, &drafts).await?;
    let all = EventListing::all(Language::En, 10);
    for (when, expected) in [
        (Some(When::Next), vec!["running", "soon", "far"]),
        (Some(When::Past), vec!["lately", "long-ago"]),
        (None, vec!["long-ago", "lately", "running", "soon", "far"]),
    ] {
        assert_eq!(slugs(&db.events(&EventListing { when, ..all.clone() }, now()).await?), expected);
    }
    Ok(())
}

async fn an_event_is_over_when_its_last_day_ends_where_it_takes_place(db: &Db) -> Outcome {
    db.create(&event("meeting", "2026-07-01", "2026-07-01", Mode::Online), "editor", "", at("2026-01-01T00:00:00Z"))
        .await?;
    let next = EventListing { when: Some(When::Next), ..EventListing::all(Language::En, 10) };
    assert_eq!(db.events(&next, at("2026-07-02T04:59:59Z")).await?.total, 1);
    assert_eq!(db.events(&next, at("2026-07-02T05:00:00Z")).await?.total, 0);
    Ok(())
}

async fn events_of_a_period_include_those_that_began_before_it(db: &Db) -> Outcome {
    let drafts = [
        event("before", "2026-08-30", "2026-08-31", Mode::Online),
        event("into", "2026-08-30", "2026-09-01", Mode::Online),
        event("inside", "2026-09-10", "2026-09-10", Mode::Online),
        event("out-of", "2026-09-30", "2026-10-02", Mode::Online),
        event("around", "2026-08-01", "2026-12-31", Mode::Online),
        event("beyond", "2026-10-01", "2026-10-01", Mode::Online),
    ];
    store(db, &drafts).await?;
    let within = Some((day("2026-09-01"), day("2026-09-30")));
    let listed = db.events(&EventListing { within, ..EventListing::all(Language::En, 10) }, now()).await?;
    assert_eq!(slugs(&listed), ["around", "into", "inside", "out-of"]);
    Ok(())
}

async fn events_are_filtered_by_mode_network_and_country(db: &Db) -> Outcome {
    let online = EntryDraft {
        networks: vec![slug("borders")],
        countries: vec![slug("haiti")],
        ..event("webinar", "2026-09-01", "2026-09-01", Mode::Online)
    };
    let in_person = event("meeting", "2026-09-02", "2026-09-02", Mode::InPerson);
    let hybrid = event("launch", "2026-09-03", "2026-09-03", Mode::Hybrid);
    store(db, &[network("borders"), country("haiti"), online, in_person, hybrid]).await?;
    let all = EventListing::all(Language::En, 10);
    for (mode, expected) in [(Mode::Online, "webinar"), (Mode::InPerson, "meeting"), (Mode::Hybrid, "launch")] {
        let listed = db.events(&EventListing { mode: Some(mode), ..all.clone() }, now()).await?;
        assert_eq!(slugs(&listed), [expected]);
        assert_eq!(listed.items[0].time.as_ref().map(|time| time.mode), Some(mode));
    }
    let of_network = EventListing { network: Some(slug("borders")), ..all.clone() };
    assert_eq!(slugs(&db.events(&of_network, now()).await?), ["webinar"]);
    let of_country = EventListing { country: Some(slug("haiti")), ..all };
    assert_eq!(slugs(&db.events(&of_country, now()).await?), ["webinar"]);
    Ok(())
}

async fn events_page_and_know_the_whole_length(db: &Db) -> Outcome {
    let days = ["2026-09-01", "2026-09-02", "2026-09-03"];
    let drafts: Vec<_> = days.iter().map(|day| event(&format!("of-{day}"), day, day, Mode::Online)).collect();
    store(db, &drafts).await?;
    let second = EventListing { offset: 1, ..EventListing::all(Language::En, 1) };
    let listed = db.events(&second, now()).await?;
    assert_eq!((listed.total, slugs(&listed)), (3, vec!["of-2026-09-02"]));
    Ok(())
}

async fn a_search_forgives_accents_and_case(db: &Db) -> Outcome {
    let mut both = draft(Kind::Page, "migration", "Irregular Migration");
    both.editions.set(Language::Es, edition("Migración irregular"));
    store(db, &[both]).await?;
    for typed in ["migracion", "MIGRACIÓN", "Migració", "iRREGULAR", " migration  "] {
        let listed = db.search(typed, Language::Es, 10, now()).await?;
        assert_eq!((listed.total, slugs(&listed)), (1, vec!["migration"]), "{typed}");
        assert_eq!(listed.items[0].language, Language::Es);
    }
    Ok(())
}

async fn what_matches_in_one_language_is_shown_in_the_one_asked_for(db: &Db) -> Outcome {
    let mut both = draft(Kind::Page, "migration", "Irregular journeys");
    both.editions.set(Language::Es, edition("Travesías irregulares"));
    store(db, &[both]).await?;
    let listed = db.search("journeys", Language::Es, 10, now()).await?;
    assert_eq!((listed.total, listed.items[0].language), (1, Language::Es));
    assert_eq!(listed.items[0].edition.title, "Travesías irregulares");
    assert_eq!(db.search("journeys travesias", Language::Es, 10, now()).await?.total, 0);
    Ok(())
}

async fn a_search_finds_words_in_bodies(db: &Db) -> Outcome {
    let body = vec![paragraph("Visas and **passports** at the border.", None)];
    store(db, &[EntryDraft { blocks: body, ..page("about") }, page("contact")]).await?;
    assert_eq!(slugs(&db.search("passports", Language::En, 10, now()).await?), ["about"]);
    Ok(())
}

async fn every_word_of_a_search_must_match(db: &Db) -> Outcome {
    store(db, &[draft(Kind::Page, "both", "Labour at borders"), draft(Kind::Page, "one", "Labour elsewhere")]).await?;
    assert_eq!(slugs(&db.search("borders labour", Language::En, 10, now()).await?), ["both"]);
    assert_eq!(db.search("labour", Language::En, 10, now()).await?.total, 2);
    assert_eq!(db.search("labour visas", Language::En, 10, now()).await?.total, 0);
    Ok(())
}

async fn a_percent_sign_in_a_search_matches_nothing_but_itself(db: &Db) -> Outcome {
    store(db, &[draft(Kind::Page, "half", "Half of them: 50% and more"), page("about")]).await?;
    assert_eq!(slugs(&db.search("50%", Language::En, 10, now()).await?), ["half"]);
    for typed in ["%", "_", "\\", "'", "\"", "a%z", "abo\\ut\u{0}'; drop table entry"] {
        assert_eq!(db.search(typed, Language::En, 10, now()).await?.total, 0, "{typed}");
    }
    Ok(())
}

async fn empty_words_find_nothing(db: &Db) -> Outcome {
    store(db, &[page("about")]).await?;
    for typed in ["", "   ", "\t\n", "...", "¿?"] {
        assert_eq!(db.search(typed, Language::En, 10, now()).await?.total, 0, "{typed:?}");
    }
    Ok(())
}

async fn a_search_shows_each_entry_once_with_titles_first(db: &Db) -> Outcome {
    let mut in_body = publication("in-body", "2026-07-01");
    in_body.blocks = vec![paragraph("On labour.", Some("Sobre labour."))];
    in_body.editions.set(Language::Es, edition("en el texto"));
    let titled = |address, day| EntryDraft {
        editions: [(Language::En, edition("Labour")), (Language::Es, edition("Labour"))].into_iter().collect(),
        ..publication(address, day)
    };
    store(db, &[in_body, titled("older", "2019-01-01"), titled("newer", "2020-01-01")]).await?;
    let listed = db.search("labour", Language::Es, 10, now()).await?;
    assert_eq!((listed.total, slugs(&listed)), (3, vec!["newer", "older", "in-body"]));
    let listed = db.search("labour", Language::Es, 1, now()).await?;
    assert_eq!((listed.total, slugs(&listed)), (3, vec!["newer"]));
    Ok(())
}

async fn blocks_keep_their_order_texts_and_origin(db: &Db) -> Outcome {
    let text = |markdown: &str| BlockText { markdown: markdown.to_owned(), made_from: None };
    let heading = [(Language::En, text("## Aims"))].into_iter().collect();
    let written = vec![
        paragraph("Second *thoughts*.\nA line more.", Some("Segundas *ideas*.")),
        Block { id: 0, kind: BlockKind::Heading, texts: heading },
        paragraph("A last word: «ñ» — 🌊", None),
    ];
    let mut entry = EntryDraft { blocks: written.clone(), ..page("about") };
    entry.editions.set(Language::Es, edition("acerca de"));
    store(db, &[page("other"), entry]).await?;
    let read = db.entry(Kind::Page, &slug("about"), Language::Es, now()).await?.blocks;
    assert!(read.windows(2).all(|pair| pair[0].id != pair[1].id));
    let read: Vec<Block> = read.into_iter().map(|block| Block { id: 0, ..block }).collect();
    assert_eq!(read, written);
    Ok(())
}

async fn figures_keep_their_digits(db: &Db) -> Outcome {
    let words =
        |label: &str, note: Option<&str>| FigureWords { label: label.to_owned(), note: note.map(str::to_owned) };
    let figure = |low: &str, high: Option<&str>| Figure {
        low: low.to_owned(),
        high: high.map(str::to_owned),
        unit: Unit::Percent,
        year: "2014-2015".to_owned(),
        source: "Census".to_owned(),
        url: Some("https://example.org/census".to_owned()),
        country: Some(slug("haiti")),
        words: [(Language::En, words("Remittances", Some("estimated"))), (Language::Es, words("Remesas", None))]
            .into_iter()
            .collect(),
    };
    let figures = vec![figure("22.20", None), figure("0.10", Some("1000000.00")), figure("7", None)];
    store(db, &[EntryDraft { figures: figures.clone(), ..country("haiti") }]).await?;
    assert_eq!(db.entry(Kind::Country, &slug("haiti"), Language::En, now()).await?.figures, figures);
    Ok(())
}

fn contact(key: &str) -> Contact {
    let role = [(Language::En, "Focal point".to_owned()), (Language::Es, "Punto focal".to_owned())];
    Contact { key: key.to_owned(), name: None, email: format!("{key}@example.org"), role: role.into_iter().collect() }
}

async fn a_contact_is_found_by_its_key(db: &Db) -> Outcome {
    db.load(&Pack { contacts: vec![contact("borders")], ..Pack::default() }, now()).await?;
    assert_eq!(db.contact("borders").await?, contact("borders"));
    assert_eq!(db.contact("unknown").await, Err(Error::NotFound));
    Ok(())
}

async fn a_network_page_names_its_contact(db: &Db) -> Outcome {
    let contacts = vec![contact("borders")];
    db.load(&Pack { contacts, entries: vec![network("borders"), network("labour")], ..Pack::default() }, now()).await?;
    let entry = db.entry(Kind::Network, &slug("borders"), Language::En, now()).await?;
    assert_eq!(entry.contact, Some(contact("borders")));
    assert_eq!(db.entry(Kind::Network, &slug("labour"), Language::En, now()).await?.contact, None);
    Ok(())
}

async fn an_empty_database_has_no_identity(db: &Db) -> Outcome {
    assert_eq!(db.identity(Language::En).await, Err(Error::NotFound));
    Ok(())
}

async fn a_beat_is_answered(db: &Db) -> Outcome {
    db.beat().await
}
