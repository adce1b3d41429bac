//! Publications: their pages, and the files for programs that keep references.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use domain::Language;
use domain::entry::{Details, Edition, Kind, Words};
use domain::pack::EntryDraft;
use serde_json::Value;

use crate::portal::TestPortal;

const REPORT: &str = "migration-governance-in-the-caribbean";
const LAW: &str = "ley-137-03-trafico-ilicito-de-migrantes-y-trata-de-personas";

/// 14.6.2, 14.6.3
#[tokio::test]
async fn the_page_of_a_publication_says_what_it_says_first_and_then_how_to_cite_it() {
    let portal = TestPortal::start().await;
    for (language, heading, cite) in [("en", "Abstract", "How to cite"), ("es", "Resumen", "Cómo citar")] {
        let page = portal.get(&format!("/{language}/repository/{REPORT}")).await.body;
        let places: Vec<usize> = [">".to_owned() + heading, ">".to_owned() + cite, "related-publications".to_owned()]
            .iter()
            .map(|part| page.find(part).unwrap_or_else(|| panic!("{language} lacks {part}")))
            .collect();
        assert!(places.is_sorted(), "{places:?}");
        for style in ["cite-apa", "cite-chicago", "cite-vancouver"] {
            assert!(page.contains(&format!("id=\"{style}\"")), "{style}");
        }
        assert!(page.contains("San José: International Organization for Migration; 2018"));
        assert!(page.contains(&format!("href=\"/{language}/repository/{REPORT}.bib\"")));
    }
    let law = portal.get(&format!("/es/repository/{LAW}")).await.body;
    assert!(law.contains("(República Dominicana, 2003)"), "a law is one of a state");
    let dutch = portal.get("/en/repository/curacao-needs-assessment-on-migration-governance").await.body;
    assert!(dutch.contains("Also exists in") && dutch.contains("Dutch"), "nothing is there to open");
}

/// 14.6.2
#[tokio::test]
async fn a_work_that_can_be_read_nowhere_says_so_among_its_facts() {
    let portal = TestPortal::start().await;
    for (language, said) in [("en", ["Online copy", "None known"]), ("es", ["Copia en línea", "No se conoce ninguna"])]
    {
        let list = portal.get(&format!("/{language}/repository")).await.body;
        let marker = format!("href=\"/{language}/repository/");
        let slugs: BTreeSet<&str> = list
            .split("class=\"item-title\"")
            .skip(1)
            .filter_map(|row| row.split(&marker).nth(1)?.split('"').next())
            .collect();
        assert!(!slugs.is_empty());
        for slug in slugs {
            let page = portal.get(&format!("/{language}/repository/{slug}")).await.body;
            let facts = page.split("publication-facts").nth(1).unwrap().split("</dl>").next().unwrap();
            let leads =
                page.contains("class=\"button\" href=\"http") || facts.contains("DOI") || facts.contains("ISBN");
            assert_eq!(said.iter().all(|part| facts.contains(part)), !leads, "{language} {slug}");
        }
    }
}

/// 14.6.1
#[tokio::test]
async fn a_work_that_several_bodies_issued_is_found_under_each_of_them() {
    let portal = TestPortal::start().await;
    let work = "href=\"/en/repository/human-mobility-in-the-caribbean\"";
    for publisher in ["ACP Observatory on Migration", "International Organization for Migration"] {
        let list = format!("/en/repository?publisher={}", publisher.replace(' ', "%20"));
        assert!(portal.get(&list).await.body.contains(work), "{publisher}");
    }
    let facets = portal.get("/es/repository").await.body;
    assert!(!facets.contains("Migration; International") && !facets.contains("Migration%3B"), "no body has two names");
    let bib = portal.get("/en/repository/human-mobility-in-the-caribbean.bib").await.body;
    assert!(bib.contains("{ACP Observatory on Migration} and {International Organization for Migration}"), "{bib}");
}

/// 14.4.3
#[tokio::test]
async fn a_work_bears_its_own_title_in_both_languages_and_its_language_is_marked() {
    let portal = TestPortal::start().await;
    for (work, own, other) in [(REPORT, "en", "es"), (LAW, "es", "en")] {
        let lang = format!("lang=\"{own}\"");
        for list in ["repository", "search?kind=publication&q=migrantes"] {
            for (language, is_marked) in [(own, false), (other, true)] {
                let page = portal.get(&format!("/{language}/{list}")).await.body;
                let link = page.split(&format!("<a href=\"/{language}/repository/{work}\"")).nth(1);
                let tag = link.and_then(|rest| rest.split('>').next());
                assert!(tag.is_none_or(|tag| tag.contains(&lang) == is_marked), "/{language}/{list}: {tag:?}");
                assert!(tag.is_some() || list != "repository");
            }
        }
        for (language, is_marked) in [(own, false), (other, true)] {
            let page = portal.get(&format!("/{language}/repository/{work}")).await.body;
            let heading = page.split("<h1").nth(1).unwrap().split('>').next().unwrap();
            assert_eq!(heading.contains(&lang), is_marked, "/{language}: {heading}");
        }
    }
}

/// 14.6.3
#[tokio::test]
async fn every_publication_is_a_file_for_each_program() {
    let portal = TestPortal::start().await;
    for (extension, media_type, begins) in [
        ("bib", "application/x-bibtex", "@techreport{migration-governance"),
        ("ris", "application/x-research-info-systems", "TY  - RPRT"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "["),
    ] {
        let file = portal.get(&format!("/en/repository/{REPORT}.{extension}")).await;
        assert_eq!(file.status, StatusCode::OK);
        assert!(file.header(header::CONTENT_TYPE).starts_with(media_type));
        assert!(file.header(header::CONTENT_DISPOSITION).contains(&format!("{REPORT}.{extension}")));
        assert!(file.body.starts_with(begins), "{}", file.body);
        assert!(file.body.contains("Migration governance in the Caribbean"));
    }
    for nothing in
        ["/en/repository/unknown.bib", "/en/repository/.bib", "/en/repository/a%20b.ris", "/fr/repository/x.bib"]
    {
        assert_eq!(portal.get(nothing).await.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}

/// 14.1.7, 14.6.3
#[tokio::test]
async fn the_files_of_a_renamed_publication_move_with_it_and_those_of_a_deleted_one_are_gone() {
    let portal = TestPortal::start().await;
    let slug = |text: &str| text.parse().unwrap();
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.rename(Kind::Publication, &slug(REPORT), &slug("migration-governance"), "staff", now).await.unwrap();
    let moved = portal.get(&format!("/es/repository/{REPORT}.csl.json")).await;
    assert_eq!(moved.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(moved.header(header::LOCATION), "/es/repository/migration-governance.csl.json");
    desk.delete(Kind::Publication, &slug("migration-governance"), "staff", now).await.unwrap();
    assert_eq!(portal.get("/en/repository/migration-governance.ris").await.status, StatusCode::GONE);
}

/// 14.6.4
#[tokio::test]
async fn the_head_of_a_publication_tells_machines_what_it_is() {
    let portal = TestPortal::start().await;
    let page = portal.get(&format!("/en/repository/{REPORT}")).await;
    for tag in [
        "rel=\"schema.DC\"",
        "name=\"DC.title\" content=\"Migration governance in the Caribbean: island states",
        "name=\"citation_title\" content=\"Migration governance in the Caribbean: island states",
        "name=\"citation_author\" content=\"International Organization for Migration\"",
        "name=\"citation_publication_date\" content=\"2018\"",
    ] {
        assert_eq!(page.body.matches(tag).count(), 1, "{tag}");
    }
    assert!(page.body.contains("\"@type\":\"Report\""));
    let law = portal.get(&format!("/es/repository/{LAW}")).await.body;
    assert!(law.contains("\"legislationJurisdiction\":\"República Dominicana\""));
    assert!(!law.contains("citation_author") && law.contains("name=\"DC.type\" content=\"Legislation\""));
}

/// 14.6.4
#[tokio::test]
async fn signposts_in_the_headers_lead_programs_to_citations() {
    let portal = TestPortal::start().await;
    let page = portal.get(&format!("/es/repository/{REPORT}")).await;
    let links: Vec<&str> = page.headers.get_all(header::LINK).iter().map(|link| link.to_str().unwrap()).collect();
    let site = "https://portal.example.org";
    for link in [
        format!("<{site}/en/repository/{REPORT}>; rel=\"cite-as\""),
        "<https://schema.org/AboutPage>; rel=\"type\"".to_owned(),
        "<https://schema.org/Report>; rel=\"type\"".to_owned(),
        format!("<{site}/es/repository/{REPORT}.bib>; rel=\"describedby\"; type=\"application/x-bibtex\""),
    ] {
        assert!(links.contains(&link.as_str()), "{link} is not in {links:?}");
    }
    assert!(portal.get("/es/repository/unknown").await.headers.get(header::LINK).is_none());
}

/// 14.6.7, 14.1.7
#[tokio::test]
async fn a_withdrawn_publication_leaves_a_tombstone_that_says_what_it_was() {
    let portal = TestPortal::start().await;
    portal.pass(60);
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.delete(Kind::Publication, &REPORT.parse().unwrap(), "staff", now).await.unwrap();
    for (language, word, day) in
        [("en", "Withdrawn", "on 24 November 2026"), ("es", "Retirado", "el 24 de noviembre de 2026")]
    {
        let gone = portal.get(&format!("/{language}/repository/{REPORT}")).await;
        assert_eq!(gone.status, StatusCode::GONE);
        for part in [
            word,
            day,
            "Migration governance in the Caribbean: island states",
            "2018",
            "id=\"cite-apa\"",
            &format!("/{language}/write/office"),
            "name=\"robots\" content=\"noindex\"",
        ] {
            assert!(gone.body.contains(part), "{language} lacks {part}");
        }
        assert!(!gone.body.contains(".bib") && gone.headers.get(header::LINK).is_none());
    }
    let oai = portal.get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-11-24T12:01:00Z").await.body;
    assert_eq!(oai.matches("status=\"deleted\"").count(), 1);
}

/// 14.6.3, 14.6.7
#[tokio::test]
async fn a_law_that_was_withdrawn_is_still_cited_as_one_of_its_state() {
    let portal = TestPortal::start().await;
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.delete(Kind::Publication, &LAW.parse().unwrap(), "staff", now).await.unwrap();
    let gone = portal.get(&format!("/es/repository/{LAW}")).await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert!(gone.body.contains("(República Dominicana, 2003)"), "{}", gone.body);
    let english = portal.get(&format!("/en/repository/{LAW}")).await.body;
    assert!(english.contains("(Dominican Republic, 2003)"), "{english}");
}

/// 14.6.7
#[tokio::test]
async fn an_old_version_stays_with_a_note_and_the_new_one_names_it() {
    let portal = TestPortal::start().await;
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    let mut draft = EntryDraft::blank(Kind::Publication, Language::En);
    draft.slug = "governance-again".parse().unwrap();
    let title = "Governance \"again\" & </script>".to_owned();
    let edition = Edition { title, summary: String::new(), picture_alt: String::new(), words: Words::default() };
    draft.editions.set(Language::En, edition);
    if let Details::Publication { replaces, .. } = &mut draft.details {
        *replaces = Some(REPORT.parse().unwrap());
    }
    desk.create(&draft, "staff", "a test", now).await.unwrap();
    let old = portal.get(&format!("/en/repository/{REPORT}")).await;
    assert_eq!(old.status, StatusCode::OK);
    assert!(old.body.contains("There is a newer version") && old.body.contains("/en/repository/governance-again"));
    let new = portal.get("/en/repository/governance-again").await.body;
    assert!(new.contains("This is a newer version of") && new.contains(&format!("/en/repository/{REPORT}")));
    assert!(!new.contains("& </script>"), "a title cannot end an element");
}

/// What stands in the facets of a list: the address of each choice, and how many it leaves.
fn choices(page: &str) -> Vec<(String, usize)> {
    let links = page.split("<a href=\"").skip(1).filter_map(|rest| {
        let (href, rest) = rest.split_once('"')?;
        let count = rest.split("</a>").next()?.split("facet-count\">").nth(1)?.split('<').next()?.parse().ok()?;
        Some((href.replace("&amp;", "&"), count))
    });
    links.collect()
}

/// 14.6.1
#[tokio::test]
async fn each_facet_leads_to_as_many_publications_as_it_says_and_they_combine() {
    let portal = TestPortal::start().await;
    for (language, one, many) in [("en", "1 result", "results"), ("es", "1 resultado", "resultados")] {
        let whole = portal.get(&format!("/{language}/repository")).await.body;
        let offered = choices(&whole);
        for parameter in
            ["type=law", "year=2018", "country=trinidad-and-tobago", "network=migration-data", "in=es", "publisher="]
        {
            assert!(offered.iter().any(|(href, _)| href.contains(parameter)), "{parameter} is not in {offered:?}");
        }
        for (href, count) in offered {
            assert!(href.starts_with(&format!("/{language}/repository?")), "{href}");
            let page = portal.get(&href).await.body;
            assert_eq!(page.matches("class=\"item-title\"").count(), count.min(20), "{href}");
            let said = if count == 1 { one.to_owned() } else { format!("{count} {many}") };
            assert!(page.contains(&format!(">{said}<")), "{href}: {said}");
        }
    }
    let narrowed = portal.get("/es/repository?type=report&network=migration-data").await.body;
    let (more, left) = choices(&narrowed).into_iter().find(|(href, _)| href.contains("year=2023")).unwrap();
    assert_eq!(more, "/es/repository?type=report&network=migration-data&year=2023");
    assert_eq!(portal.get(&more).await.body.matches("class=\"item-title\"").count(), left);
    assert!(narrowed.contains("href=\"/es/repository?network=migration-data\""), "a choice can be taken back");
}

/// 14.6.4
#[tokio::test]
async fn the_list_is_data_too_narrowed_like_the_page() {
    let portal = TestPortal::start().await;
    let all: Value = serde_json::from_str(&portal.get("/en/repository.json").await.body).unwrap();
    assert_eq!(all["total"], 20);
    let laws: Value = serde_json::from_str(&portal.get("/es/repository.json?type=law").await.body).unwrap();
    assert_eq!(laws["items"].as_array().unwrap().len(), 1);
    assert_eq!(laws["items"][0]["url"], format!("https://portal.example.org/es/repository/{LAW}"));
    let table = portal.get("/es/repository.csv?type=law").await;
    assert_eq!(table.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(table.body.lines().count(), 2);
    assert!(table.body.contains("\"Ley\",\"2003\"") && table.body.contains("República Dominicana"));
    assert_eq!(portal.get("/en/repository.json?type=poem").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(portal.get("/fr/repository.csv").await.status, StatusCode::NOT_FOUND);
}

/// 14.6.1: the language of a work is a choice that one sees and takes back, by either name in the address.
#[tokio::test]
async fn a_list_narrowed_by_language_says_so_and_can_be_widened_again() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let by_facet = portal.get(&format!("/{language}/repository?in=es&type=law")).await.body;
        let by_name = portal.get(&format!("/{language}/repository?language=es&type=law")).await.body;
        for page in [&by_facet, &by_name] {
            let chosen = page.split("class=\"chosen\"").nth(1).unwrap().split("</ul>").next().unwrap();
            assert!(chosen.contains(&format!("href=\"/{language}/repository?type=law\"")), "{chosen}");
            assert!(chosen.contains(if language == "en" { "Spanish" } else { "Español" }), "{chosen}");
        }
        assert_eq!(choices(&by_facet), choices(&by_name), "{language}");
    }
    let data: Value = serde_json::from_str(&portal.get("/en/repository.json?language=nl").await.body).unwrap();
    let items = data["items"].as_array().unwrap();
    assert!(!items.is_empty() && items.iter().all(|item| item["languages"].to_string().contains("\"nl\"")), "{data}");
}

/// 14.1.7, 14.6.1
#[tokio::test]
async fn an_old_link_of_a_facet_names_what_was_renamed_as_it_is_called_now() {
    let portal = TestPortal::start().await;
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    let slug = |text: &str| text.parse().unwrap();
    desk.rename(Kind::Network, &slug("migration-data"), &slug("data-on-migration"), "eve", now).await.unwrap();
    desk.rename(Kind::Country, &slug("trinidad-and-tobago"), &slug("trinidad"), "eve", now).await.unwrap();
    for (old, now, name) in [
        ("network=migration-data", "network=data-on-migration", "Migration data"),
        ("country=trinidad-and-tobago", "country=trinidad", "Trinidad and Tobago"),
    ] {
        for list in ["/en/repository", "/en/search"] {
            let page = portal.get(&format!("{list}?{old}")).await;
            assert_eq!(page.status, StatusCode::OK, "{list} {old}");
            let chosen = page.body.split("class=\"chosen\"").nth(1).unwrap().split("</ul>").next().unwrap();
            assert!(chosen.contains(name) && !chosen.contains(old.split_once('=').unwrap().1), "{chosen}");
            let count =
                page.body.split("aria-current=\"true\"").nth(1).unwrap().split("facet-count\">").nth(1).unwrap();
            assert!(!count.starts_with("0<"), "{list} {old}");
            assert_eq!(choices(&page.body), choices(&portal.get(&format!("{list}?{now}")).await.body), "{list} {old}");
        }
        // The forms of plain lists show the choice too.
        for list in ["/en/repository", "/en/blog", "/en/events"] {
            let page = portal.get(&format!("{list}?{old}")).await.body;
            let value = now.split_once('=').unwrap().1;
            assert!(page.contains(&format!("value=\"{value}\" selected")), "{list} {old}");
        }
    }
}
