//! What pages say of their matter to machines (JSON-LD).

use axum::http::{Request, header};
use domain::Language;
use domain::entry::{Details, Edition, Kind, Words};
use domain::language::Texts;
use domain::pack::EntryDraft;
use serde_json::Value;

use crate::portal::TestPortal;

/// The descriptions in a page, by their type.
pub(crate) async fn described(portal: &TestPortal, address: &str, kind: &str) -> Value {
    let page = portal.get(address).await.body;
    let found = page.split("<script type=\"application/ld+json\">").skip(1).map(|rest| {
        let text = rest.split("</script>").next().unwrap();
        serde_json::from_str::<Value>(text).unwrap_or_else(|cause| panic!("{address}: {cause}: {text}"))
    });
    let all = found.collect::<Vec<_>>();
    let one = all.iter().find(|data| data["@type"] == kind);
    one.cloned().unwrap_or_else(|| panic!("{address} has no {kind}: {all:?}"))
}

/// 14.10.4
#[tokio::test]
async fn each_kind_of_page_describes_what_it_is_of() {
    let portal = TestPortal::start().await;
    let crumbs = described(&portal, "/es/networks/diaspora", "BreadcrumbList").await;
    let steps = crumbs["itemListElement"].as_array().unwrap();
    let named = steps.iter().map(|step| step["item"].as_str().unwrap()).collect::<Vec<_>>();
    let site = "https://portal.example.org/es";
    assert_eq!(named, [site.to_owned(), format!("{site}/networks"), format!("{site}/networks/diaspora")]);
    let crumbs = described(&portal, "/es/about/structure", "BreadcrumbList").await;
    assert_eq!(crumbs["itemListElement"][1]["item"], format!("{site}/about"));
    assert_eq!(crumbs["itemListElement"][2]["item"], format!("{site}/about/structure"));
    let home = described(&portal, "/en", "WebSite").await;
    assert_eq!(home["publisher"]["@type"], "Organization");
    let template = home["potentialAction"]["target"]["urlTemplate"].as_str().unwrap();
    assert_eq!(template, "https://portal.example.org/en/search?q={search_term_string}");
    let post = described(&portal, "/en/blog/shortages-of-health-workers", "BlogPosting").await;
    assert_eq!((&post["datePublished"], &post["inLanguage"]), (&"2019-10-15".into(), &"en".into()));
    assert_eq!(post["author"]["name"], "Regional specialist, migration and health");
    described(&portal, "/en/news/study-of-labour-migration-in-guyana", "NewsArticle").await;
    let course = described(&portal, "/en/e-campus/diaspora-mapping-toolkit", "Course").await;
    assert_eq!(course["provider"]["name"], "IOM");
}

/// 14.10.4, 14.3.4
#[tokio::test]
async fn an_event_says_when_where_and_whether_it_takes_place() {
    let portal = TestPortal::start().await;
    let events: Value = serde_json::from_str(&portal.get("/api/v1/events?per_page=100").await.body).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for event in events["items"].as_array().unwrap() {
        let page = event["links"]["html"].as_str().unwrap().replace("https://portal.example.org", "");
        if event["language"] != "en" {
            continue;
        }
        let said = described(&portal, &page, "Event").await;
        let state = event["event"]["state"].as_str().unwrap();
        let status = said["eventStatus"].as_str().unwrap().rsplit('/').next().unwrap().to_lowercase();
        assert_eq!(status, format!("event{state}"), "{page}");
        let online = said["location"].as_array().unwrap().iter().any(|place| place["@type"] == "VirtualLocation");
        assert_eq!(online, event["event"]["mode"] != "in-person", "{page}");
        assert!(said["startDate"].as_str().unwrap().starts_with(&event["event"]["start"].as_str().unwrap()[..10]));
        seen.insert(status);
    }
    assert_eq!(seen.len(), 3, "{seen:?}");
}

/// 14.10.4, 14.11.8
#[tokio::test]
async fn a_title_cannot_break_out_of_a_description_and_the_policy_does_not_name_it() {
    let portal = TestPortal::start().await;
    let title = "</script><script>alert(1)</script>";
    let edition = Edition {
        title: title.to_owned(),
        summary: title.to_owned(),
        picture_alt: String::new(),
        words: Words { author: title.to_owned(), ..Words::default() },
    };
    let draft = EntryDraft {
        slug: "odd".parse().unwrap(),
        details: Details::Post { first_published: Some((title.to_owned(), "https://example.org/".to_owned())) },
        editions: Texts::from_iter([(Language::En, edition)]),
        ..EntryDraft::blank(Kind::Post, Language::En)
    };
    portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
    let page = portal.get("/en/blog/odd").await;
    assert!(!page.body.contains("<script>alert(1)"));
    assert_eq!(described(&portal, "/en/blog/odd", "BlogPosting").await["headline"], title);
    let crumbs = described(&portal, "/en/blog/odd", "BreadcrumbList").await;
    assert_eq!(crumbs["itemListElement"][2]["name"], title);
    let policy =
        |answer: &crate::portal::Answer| answer.header(header::CONTENT_SECURITY_POLICY).matches("sha256").count();
    let search = portal.get("/en/search?q=a").await;
    assert_eq!(policy(&page), policy(&search));
    let light = portal.send(Request::get("/en/blog/odd").header("save-data", "on")).await;
    assert!(!light.body.contains("<script"));
}
