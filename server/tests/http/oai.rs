//! Gathering the repository by OAI-PMH. 14.6.5

use std::collections::BTreeSet;

use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::entry::{Edition, Kind, Words};
use domain::pack::EntryDraft;

use crate::portal::TestPortal;

const LAW: &str = "ley-137-03-trafico-ilicito-de-migrantes-y-trata-de-personas";

async fn ask(portal: &TestPortal, query: &str) -> String {
    let answer = portal.get(&format!("/oai?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    assert_eq!(answer.header(header::CONTENT_TYPE), "text/xml; charset=utf-8");
    answer.body
}

fn all<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&open).skip(1).filter_map(|rest| rest.split(&close).next()).collect()
}

// 14.6.5
#[tokio::test]
async fn a_record_is_told_in_both_languages_with_its_sets() {
    let portal = TestPortal::start().await;
    let list = ask(&portal, "verb=ListIdentifiers&metadataPrefix=oai_dc&set=type:law").await;
    let identifiers = all(&list, "identifier");
    assert_eq!(identifiers.len(), 1);
    assert!(
        list.contains("<setSpec>network:human-trafficking</setSpec>") && list.contains("<setSpec>type:law</setSpec>")
    );
    let record = ask(&portal, &format!("verb=GetRecord&metadataPrefix=oai_dc&identifier={}", identifiers[0])).await;
    for part in [
        "<dc:title xml:lang=\"es\">Ley No. 137-03 sobre Tráfico Ilícito de Migrantes y Trata de Personas</dc:title>",
        "<dc:description xml:lang=\"en\">The law of the Dominican Republic",
        "<dc:description xml:lang=\"es\">Ley de la República Dominicana",
        "<dc:subject xml:lang=\"en\">Human trafficking</dc:subject>",
        "<dc:subject xml:lang=\"es\">Trata de personas</dc:subject>",
        "<dc:coverage>Dominican Republic</dc:coverage>",
        "<dc:date>2003</dc:date>",
        &format!("<dc:identifier>https://portal.example.org/en/repository/{LAW}</dc:identifier>"),
    ] {
        assert!(record.contains(part), "{part} is not in {record}");
    }
    assert_eq!(record.matches("<dc:title").count(), 1, "the title of a work is told once");
    assert!(!record.contains(">human-trafficking</dc:subject>"), "{record}");
    let posted = Request::post("/oai").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let form = "verb=ListIdentifiers&metadataPrefix=oai_dc&set=type%3Alaw".to_owned();
    assert_eq!(all(&portal.send_with(posted, form).await.body, "identifier"), identifiers);
}

// 14.6.5
#[tokio::test]
async fn a_harvester_hears_of_what_was_withdrawn_since_it_came_last() {
    let portal = TestPortal::start().await;
    portal.pass(10);
    let now = portal.portal.clock.now();
    portal.portal.desk.delete(Kind::Publication, &LAW.parse().unwrap(), "staff", now).await.unwrap();
    let since = now.strftime("%Y-%m-%dT%H:%M:%SZ");
    let list = ask(&portal, &format!("verb=ListRecords&metadataPrefix=oai_dc&from={since}")).await;
    assert_eq!(list.matches("<record>").count(), 1);
    assert!(list.contains("<header status=\"deleted\">") && !list.contains("<metadata>"), "{list}");
    let before = ask(&portal, "verb=ListRecords&metadataPrefix=oai_dc&until=2026-11-23").await;
    assert!(before.contains("<error code=\"noRecordsMatch\">"), "{before}");
    assert!(ask(&portal, "verb=Identify").await.contains("<deletedRecord>persistent</deletedRecord>"));
}

async fn add_works(portal: &TestPortal, numbers: std::ops::Range<i32>, network: &str) {
    let now = portal.portal.clock.now();
    for number in numbers {
        let mut draft = EntryDraft::blank(Kind::Publication, Language::En);
        draft.slug = format!("work-{number}").parse().unwrap();
        draft.networks = vec![network.parse().unwrap()];
        let edition = Edition {
            title: format!("Work {number}"),
            summary: String::new(),
            picture_alt: String::new(),
            words: Words::default(),
        };
        draft.editions.set(Language::En, edition);
        portal.portal.desk.create(&draft, "staff", "a test", now).await.unwrap();
    }
}

/// Every part of a list, the first by these arguments, each next one by the token of the one before.
pub(crate) async fn parts(portal: &TestPortal, verb: &str, arguments: &str) -> Vec<String> {
    let mut parts = vec![ask(portal, &format!("verb={verb}&metadataPrefix=oai_dc{arguments}")).await];
    loop {
        let last = parts.last().unwrap();
        let token = last.split("<resumptionToken").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
        let Some(token) = token.filter(|token| !token.is_empty()) else { return parts };
        parts.push(ask(portal, &format!("verb={verb}&resumptionToken={token}")).await);
    }
}

// 14.6.5
#[tokio::test]
async fn a_long_list_comes_in_parts_that_hold_each_record_once() {
    let portal = TestPortal::start().await;
    add_works(&portal, 0..35, "diaspora").await;
    let parts = parts(&portal, "ListIdentifiers", "").await;
    let gathered: Vec<&str> = parts.iter().flat_map(|part| all(part, "identifier")).collect();
    let each: BTreeSet<&&str> = gathered.iter().collect();
    assert_eq!((parts.len(), each.len(), gathered.len()), (6, 35 + 20, 35 + 20));
    // The last part says by an empty token that it is the last.
    assert!(parts.last().unwrap().contains("<resumptionToken cursor=\"50\"></resumptionToken>"));
}

// 14.6.5: what was asked goes on from part to part, and what was withdrawn is told among the rest.
#[tokio::test]
async fn records_of_a_set_since_a_day_come_in_parts_of_that_set_and_day_with_those_that_were_withdrawn() {
    let portal = TestPortal::start().await;
    let before = portal.portal.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ");
    portal.pass(3600);
    let since = portal.portal.clock.now().strftime("%Y-%m-%dT%H:%M:%SZ");
    add_works(&portal, 0..15, "diaspora").await;
    add_works(&portal, 15..40, "migration-and-health").await;
    portal.pass(60);
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.delete(Kind::Publication, &"work-3".parse().unwrap(), "staff", now).await.unwrap();
    let [old, new] = ["work-4", "work-four"].map(|slug| slug.parse().unwrap());
    desk.rename(Kind::Publication, &old, &new, "staff", now).await.unwrap();
    let of_set = parts(&portal, "ListRecords", &format!("&set=network:diaspora&from={since}")).await;
    assert_eq!(of_set.len(), 2);
    let records: Vec<&str> = of_set.iter().flat_map(|part| all(part, "record")).collect();
    let each: BTreeSet<&str> = records.iter().flat_map(|record| all(record, "identifier")).collect();
    assert_eq!((records.len(), each.len()), (15, 15));
    assert!(records.iter().all(|record| record.contains("<setSpec>network:diaspora</setSpec>")), "{records:?}");
    let deleted: Vec<&&str> = records.iter().filter(|record| record.contains("status=\"deleted\"")).collect();
    assert_eq!(deleted.len(), 1, "a work that was renamed is not withdrawn");
    assert!(!deleted[0].contains("<metadata>"));
    assert_eq!(records.iter().filter(|record| record.contains("<metadata>")).count(), 14);
    assert!(records.iter().any(|record| record.contains("/en/repository/work-four</dc:identifier>")));
    let until = parts(&portal, "ListRecords", &format!("&until={before}")).await;
    let old: Vec<&str> = until.iter().flat_map(|part| all(part, "record")).collect();
    assert_eq!(old.len(), 20, "what was there before, and nothing that came since");
    assert!(old.iter().all(|record| !record.contains("Work ")));
}

// 14.6.5, 14.1.7
#[tokio::test]
async fn a_set_goes_on_under_its_old_name_and_who_comes_again_hears_of_the_new_one() {
    let portal = TestPortal::start().await;
    add_works(&portal, 0..15, "diaspora").await;
    let first = "verb=ListIdentifiers&metadataPrefix=oai_dc&set=network:diaspora";
    let before = ask(&portal, first).await;
    let whole = parts(&portal, "ListIdentifiers", "&set=network:diaspora").await;
    let of = |parts: &[String]| -> BTreeSet<String> {
        parts.iter().flat_map(|part| all(part, "identifier")).map(str::to_owned).collect()
    };
    portal.pass(3600);
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    let [old, new] = ["diaspora", "diaspora-and-return"].map(|slug| slug.parse().unwrap());
    desk.rename(Kind::Network, &old, &new, "staff", now).await.unwrap();
    let since = now.strftime("%Y-%m-%dT%H:%M:%SZ");
    for arguments in [
        "&set=network:diaspora".to_owned(),
        "&set=network:diaspora-and-return".to_owned(),
        format!("&from={since}"),
        format!("&set=network:diaspora&from={since}"),
    ] {
        let after = parts(&portal, "ListIdentifiers", &arguments).await;
        assert_eq!(of(&after), of(&whole), "{arguments}");
        assert!(after[0].contains("<setSpec>network:diaspora-and-return</setSpec>"), "{}", after[0]);
        assert!(!after.concat().contains("<setSpec>network:diaspora</setSpec>"), "{arguments}");
    }
    // A list that was begun before goes on: what changed meanwhile stands at its end, so that none is missed.
    let token = before.split("<resumptionToken cursor=\"0\">").nth(1).unwrap().split('<').next().unwrap();
    let next = ask(&portal, &format!("verb=ListIdentifiers&resumptionToken={token}")).await;
    assert!(!all(&next, "identifier").is_empty(), "{next}");
    // A set of a network that was deleted holds nothing any more; its works are told without it.
    portal.pass(3600);
    let now = portal.portal.clock.now();
    desk.delete(Kind::Network, &new, "staff", now).await.unwrap();
    for set in ["diaspora", "diaspora-and-return"] {
        let none = ask(&portal, &format!("verb=ListIdentifiers&metadataPrefix=oai_dc&set=network:{set}")).await;
        assert!(none.contains("<error code=\"noRecordsMatch\">"), "{none}");
    }
    let since = now.strftime("%Y-%m-%dT%H:%M:%SZ");
    let told = parts(&portal, "ListIdentifiers", &format!("&from={since}")).await;
    assert_eq!(of(&told), of(&whole));
    assert!(!told.concat().contains("network:diaspora") && !told.concat().contains("status=\"deleted\""));
}

// 14.6.5
#[tokio::test]
async fn each_set_of_a_record_is_listed_and_no_record_is_older_than_the_repository_says() {
    let portal = TestPortal::start().await;
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    desk.delete(Kind::Publication, &LAW.parse().unwrap(), "staff", now).await.unwrap();
    let sets = ask(&portal, "verb=ListSets").await;
    let sets: BTreeSet<&str> = all(&sets, "setSpec").into_iter().collect();
    let identity = ask(&portal, "verb=Identify").await;
    let earliest = all(&identity, "earliestDatestamp")[0];
    let parts = parts(&portal, "ListIdentifiers", "").await;
    let of = |name| -> Vec<&str> { parts.iter().flat_map(|part| all(part, name)).collect() };
    let (specs, stamps) = (of("setSpec"), of("datestamp"));
    assert!(stamps.len() == 20 && specs.len() > 20, "{specs:?}");
    for spec in specs {
        assert!(sets.contains(spec), "{spec} is not in {sets:?}");
    }
    assert!(stamps.iter().all(|stamp| earliest <= *stamp), "{earliest}, {stamps:?}");
    assert!(stamps.contains(&earliest));
}

// 14.6.5
#[tokio::test]
async fn a_request_that_makes_no_sense_is_answered_by_the_code_of_the_protocol() {
    let portal = TestPortal::start().await;
    let list = "verb=ListRecords&metadataPrefix=oai_dc";
    for (query, code) in [
        (String::new(), "badVerb"),
        ("verb=Fetch".to_owned(), "badVerb"),
        ("verb=%FF".to_owned(), "badVerb"),
        ("verb=%00%ZZ".to_owned(), "badVerb"),
        (format!("verb={}", "x".repeat(60_000)), "badVerb"),
        ("verb=Identify&x=%ZZ".to_owned(), "badArgument"),
        (format!("verb=Identify&x={}", "y".repeat(9_000)), "badArgument"),
        (format!("{list}&set=%FF"), "badArgument"),
        (format!("{list}&from=%FF2026"), "badArgument"),
        ("verb=ListRecords&metadataPrefix=%C3%28".to_owned(), "cannotDisseminateFormat"),
        ("verb=ListRecords&resumptionToken=%FE%00".to_owned(), "badResumptionToken"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=%01%FF".to_owned(), "idDoesNotExist"),
        ("verb=Identify&verb=Identify".to_owned(), "badVerb"),
        ("verb=Identify&set=x".to_owned(), "badArgument"),
        ("verb=ListRecords".to_owned(), "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc".to_owned(), "badArgument"),
        (format!("{list}&from=yesterday"), "badArgument"),
        (format!("{list}&from=2026-02-30"), "badArgument"),
        (format!("{list}&from=2026-11-23&until=2026-11-23T09:00:00Z"), "badArgument"),
        (format!("{list}&from=2026-11-24&until=2026-11-23"), "badArgument"),
        (format!("{list}&metadataPrefix=oai_dc"), "badArgument"),
        (format!("{list}&set=a%20b"), "badArgument"),
        (format!("{list}&set=unknown"), "noRecordsMatch"),
        (format!("{list}&set=network:nobody"), "noRecordsMatch"),
        ("verb=ListRecords&metadataPrefix=marc".to_owned(), "cannotDisseminateFormat"),
        ("verb=ListRecords&resumptionToken=abc".to_owned(), "badResumptionToken"),
        (format!("{list}&resumptionToken=abc"), "badArgument"),
        ("verb=ListSets&resumptionToken=abc".to_owned(), "badResumptionToken"),
        ("verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:nowhere:1".to_owned(), "idDoesNotExist"),
        ("verb=ListMetadataFormats&identifier=unknown".to_owned(), "idDoesNotExist"),
    ] {
        let answer = ask(&portal, &query).await;
        assert!(answer.contains(&format!("<error code=\"{code}\">")), "{query}: {answer}");
        assert!(answer.starts_with("<?xml") && !answer.chars().any(|letter| letter < '\n'), "{query}: {answer}");
    }
    let form = || Request::post("/oai").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let too_long = portal.send_with(form(), format!("verb=Identify&x={}", "y".repeat(70_000))).await;
    assert_eq!((too_long.status, too_long.header(header::CONTENT_TYPE)), (StatusCode::OK, "text/xml; charset=utf-8"));
    assert!(too_long.body.contains("<error code=\"badVerb\">"), "{}", too_long.body);
    let odd = "verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:caribbeanmigration.org:%00%FF".to_owned();
    assert!(portal.send_with(form(), odd).await.body.contains("idDoesNotExist"));
}
