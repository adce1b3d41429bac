//! The read API: what it says, to whom, and how often.

use axum::http::{Request, StatusCode, header};
use domain::account::Role;
use domain::entry::Kind;
use serde_json::Value;

use crate::accounts::{get_as, person, signed_in};
use crate::portal::{Answer, TestPortal};

async fn json(portal: &TestPortal, address: &str) -> Value {
    let answer = portal.get(address).await;
    assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

fn items(list: &Value) -> &Vec<Value> {
    list["items"].as_array().unwrap()
}

/// What a `Link` header says of one relation: the address without the site.
fn linked(answer: &Answer, rel: &str) -> Option<String> {
    let header = answer.header(header::LINK).to_owned();
    let link = header.split(", ").find(|link| link.ends_with(&format!("rel=\"{rel}\"")))?;
    let address = link.split(['<', '>']).nth(1)?;
    Some(address.strip_prefix("https://portal.example.org").unwrap().to_owned())
}

/// 14.10.6
#[tokio::test]
async fn whoever_follows_the_links_gets_every_entry_once_and_each_is_found_by_its_identifier() {
    let portal = TestPortal::start().await;
    let total = json(&portal, "/api/v1/entries?per_page=1").await["total"].as_u64().unwrap();
    let (mut next, mut uids) = (Some("/api/v1/entries?per_page=100".to_owned()), Vec::new());
    while let Some(address) = next {
        let answer = portal.get(&address).await;
        let page: Value = serde_json::from_str(&answer.body).unwrap();
        uids.extend(items(&page).iter().map(|item| item["uid"].as_str().unwrap().to_owned()));
        next = linked(&answer, "next");
        let said = page["links"]["next"].as_str().map(|link| link.replace("https://portal.example.org", ""));
        assert_eq!(said, next);
    }
    let mut different = uids.clone();
    different.sort();
    different.dedup();
    assert_eq!((uids.len() as u64, different.len()), (total, uids.len()));
    let one = json(&portal, &format!("/api/v1/entries/{}?language=es", uids[0])).await;
    assert_eq!(one["uid"], uids[0].as_str());
    assert_eq!(one["language"], "es");
    assert!(one["editions"]["en"]["title"].is_string() && one["editions"]["es"]["title"].is_string());
}

/// 14.10.6
#[tokio::test]
async fn a_list_is_narrowed_and_events_tell_their_instants_in_utc_and_their_hours_at_the_place() {
    let portal = TestPortal::start().await;
    let posts = json(&portal, "/api/v1/entries?kind=post&network=diaspora&language=en").await;
    assert!(!items(&posts).is_empty());
    for post in items(&posts) {
        assert_eq!((post["kind"].as_str(), post["language"].as_str()), (Some("post"), Some("en")));
        assert!(post["networks"].as_array().unwrap().contains(&"diaspora".into()));
    }
    let year = json(&portal, "/api/v1/entries?kind=news&year=2020&per_page=100").await;
    assert!(items(&year).iter().all(|item| item["published"].as_str().unwrap().starts_with("2020")));
    let events = json(&portal, "/api/v1/events?from=2026-11-24&per_page=100").await;
    let timed = items(&events).iter().find(|event| event["event"]["precision"] == "minute").unwrap();
    let (start, zone) = (timed["event"]["start"].as_str().unwrap(), timed["event"]["zone"].as_str().unwrap());
    let there: jiff::civil::DateTime = start.parse().unwrap();
    let instant = there.in_tz(zone).unwrap().timestamp();
    assert_eq!(timed["event"]["starts_at"].as_str().unwrap(), instant.to_string());
    assert_eq!(items(&json(&portal, "/api/v1/networks?language=es").await).len(), 10);
    assert_eq!(items(&json(&portal, "/api/v1/countries").await).len(), 23);
}

/// 14.5.1, 14.5.3, 14.10.6
#[tokio::test]
async fn a_search_finds_what_its_page_finds_and_says_where_the_words_stand_and_why_else_it_was_found() {
    let portal = TestPortal::start().await;
    let pages = |list: &Value| items(list).iter().map(|item| item["links"]["html"].clone()).collect::<Vec<_>>();
    let query = "q=migrantes&kind=publication&language=es";
    let found = json(&portal, &format!("/api/v1/search?{query}&per_page=100")).await;
    let as_file = json(&portal, &format!("/es/search.json?{query}")).await;
    assert!(found["total"].as_u64().unwrap() > 1);
    assert_eq!((&found["total"], pages(&found)), (&as_file["total"], pages(&as_file)));
    let second = json(&portal, &format!("/api/v1/search?{query}&per_page=1&page=2")).await;
    assert_eq!(pages(&second), [pages(&found)[1].clone()]);
    let beyond = json(&portal, &format!("/api/v1/search?{query}&page=4000")).await;
    assert_eq!((&beyond["total"], pages(&beyond).len()), (&found["total"], 0));

    let marked = |item: &Value| -> Vec<String> {
        let text: Vec<char> = item["passage"]["text"].as_str().unwrap_or_default().chars().collect();
        let position = |mark: &Value, at: usize| usize::try_from(mark[at].as_u64().unwrap()).unwrap();
        let marks = item["passage"]["marks"].as_array().into_iter().flatten();
        marks.map(|mark| text[position(mark, 0)..position(mark, 1)].iter().collect()).collect()
    };
    let plain = json(&portal, "/api/v1/search?q=migraci%C3%B3n&language=es&per_page=100").await;
    let words: Vec<String> = items(&plain).iter().flat_map(marked).map(|word| word.to_lowercase()).collect();
    assert!(words.len() > 10 && words.iter().all(|word| word.starts_with("migraci")), "{words:?}");

    let because = |list: &Value| items(list).iter().flat_map(|it| it["reasons"].as_array().unwrap().clone()).collect();
    let misspelt: Vec<Value> = because(&json(&portal, "/api/v1/search?q=remitances").await);
    let spelling = serde_json::json!({ "because": "spelling", "given": "remitances", "found": "remittances" });
    assert!(misspelt.contains(&spelling), "{misspelt:?}");
    let other_name: Vec<Value> = because(&json(&portal, "/api/v1/search?q=trata").await);
    assert!(other_name.iter().any(|its| its["because"] == "concept" && its["given"] == "trata"), "{other_name:?}");
}

/// 14.10.6
#[tokio::test]
async fn what_makes_no_sense_is_named_and_nothing_can_be_written() {
    let portal = TestPortal::start().await;
    for (address, status, named) in [
        ("/api/v1/entries?kind=poem", 422, "kind"),
        ("/api/v1/entries?network=nowhere&year=abc", 422, "network"),
        ("/api/v1/entries?per_page=1000", 422, "per_page"),
        ("/api/v1/entries?page=0", 422, "page"),
        ("/api/v1/entries?netwrok=diaspora", 422, "netwrok"),
        ("/api/v1/events?from=2026-02-30", 422, "from"),
        ("/api/v1/countries?language=fr", 422, "language"),
        ("/api/v1/search?q=haiti&type=poem", 422, "type"),
        ("/api/v1/search?q=haiti&country=nowhere", 422, "country"),
        ("/api/v1/search?words=haiti", 422, "words"),
        ("/api/v1/entries/nobody", 404, "There is no such entry, or not for everybody."),
        ("/api/v2/entries", 404, "/api/v2/entries"),
    ] {
        let answer = portal.get(address).await;
        assert_eq!(answer.status.as_u16(), status, "{address}");
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json", "{address}");
        let problem: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(problem["status"], status, "{address}");
        assert!(answer.body.contains(named), "{address}: {}", answer.body);
    }
    let spanish = portal.get("/api/v1/entries?language=es&year=x").await.body;
    assert!(
        spanish.contains("\"parameter\":\"year\",\"value\":\"x\"") && spanish.contains("no se entendió"),
        "{spanish}"
    );
    for request in
        [Request::post("/api/v1/entries"), Request::put("/api/v1/events"), Request::delete("/api/v1/entries/a")]
    {
        let answer = portal.send(request).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.header(header::ALLOW), "GET, HEAD, OPTIONS");
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
    }
}

/// 14.10.6
#[tokio::test]
async fn each_parameter_that_is_refused_is_named_with_what_it_may_be_in_the_language_asked_for() {
    let portal = TestPortal::start().await;
    let of_entries = "kind, network, country, year, language, page, per_page.";
    for (query, parameter, value, message, detail) in [
        ("entries?per_page=1000", "per_page", "1000", "it must be a whole number from 1 to 100.", "per_page."),
        ("entries?per_page=x&language=es", "per_page", "x", "debe ser un número entero de 1 a 100.", "per_page."),
        ("entries?year=20x", "year", "20x", "it must be a year with four digits.", "year."),
        ("entries?year=999&language=es", "year", "999", "debe ser un año de cuatro cifras.", "year."),
        ("entries?netwrok=diaspora", "netwrok", "diaspora", "netwrok: there is no such parameter.", of_entries),
        ("entries?language=es&tipo=post", "tipo", "post", "tipo: no existe ese parámetro.", of_entries),
        ("entries?kind=post&kind=news", "kind", "news", "kind: it is given more than once.", of_entries),
        ("countries?page=2", "page", "2", "page: there is no such parameter.", " language."),
        ("events?from=2026-12-01&until=2026-11-30", "until", "2026-11-30", "it must be later", "until."),
    ] {
        let answer = portal.get(&format!("/api/v1/{query}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        let problem: Value = serde_json::from_str(&answer.body).unwrap();
        let [error] = problem["errors"].as_array().unwrap().as_slice() else { panic!("{query}: {problem}") };
        assert_eq!((&error["parameter"], &error["value"]), (&parameter.into(), &value.into()), "{query}");
        assert!(error["message"].as_str().unwrap().contains(message), "{query}: {problem}");
        assert!(problem["detail"].as_str().unwrap().ends_with(detail), "{query}: {problem}");
    }
    let both = portal.get("/api/v1/events?form=x&mode=online&utnil=y").await.body;
    assert!(both.contains("\"parameter\":\"form\"") && both.contains("\"parameter\":\"utnil\""), "{both}");
    assert_eq!(portal.get("/api/v1/events?from=2026-12-01&until=2026-12-01").await.status, StatusCode::OK);
}

/// 14.10.6, 14.6.9
#[tokio::test]
async fn a_set_of_data_leads_to_its_figures_in_the_language_asked_for_and_nothing_else_does() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let sets = json(&portal, &format!("/api/v1/entries?kind=dataset&language={language}")).await;
        let uid = items(&sets)[0]["uid"].as_str().unwrap();
        let one = json(&portal, &format!("/api/v1/entries/{uid}?language={language}")).await;
        assert_eq!(one["links"], items(&sets)[0]["links"]);
        for (format, media_type) in [("csv", "text/csv; charset=utf-8"), ("json", "application/json; charset=utf-8")] {
            let address = one["links"][format].as_str().unwrap().strip_prefix("https://portal.example.org").unwrap();
            assert!(address.starts_with(&format!("/{language}/data/")), "{address}");
            let file = portal.get(address).await;
            assert_eq!((file.status, file.header(header::CONTENT_TYPE)), (StatusCode::OK, media_type), "{address}");
        }
    }
    let posts = json(&portal, "/api/v1/entries?kind=post").await;
    assert!(items(&posts).iter().all(|post| post["links"].as_object().unwrap().len() == 2));
}

/// 14.10.6, 14.10.5
#[tokio::test]
async fn pages_of_other_sites_may_read_it_and_who_has_an_answer_is_not_sent_it_again() {
    let portal = TestPortal::start().await;
    let from = |request: axum::http::request::Builder| request.header(header::ORIGIN, "https://elsewhere.example.org");
    let first = portal.send(from(Request::get("/api/v1/events"))).await;
    assert_eq!(first.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    assert_eq!(first.header(header::ACCESS_CONTROL_ALLOW_CREDENTIALS), "");
    let tag = first.header(header::ETAG);
    let again = portal.send(from(Request::get("/api/v1/events")).header(header::IF_NONE_MATCH, tag)).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let asked = from(Request::options("/api/v1/events")).header(header::ACCESS_CONTROL_REQUEST_METHOD, "GET");
    let allowed = portal.send(asked).await;
    assert_eq!((allowed.status, allowed.header(header::ACCESS_CONTROL_ALLOW_METHODS)), (StatusCode::OK, "GET,HEAD"));
    assert_eq!(portal.get("/en").await.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "");
}

/// A problem as the description of the API says it: status, title and detail; it has nothing else where no parameter is wrong.
fn fault(answer: &Answer) -> (u64, String, String) {
    assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json");
    let problem: Value = serde_json::from_str(&answer.body).unwrap();
    let names: Vec<&String> = problem.as_object().unwrap().keys().collect();
    assert_eq!(names, ["detail", "status", "title", "type"]);
    assert_eq!(
        (&problem["type"], problem["status"].as_u64()),
        (&"about:blank".into(), Some(answer.status.as_u16().into()))
    );
    let text = |name: &str| problem[name].as_str().unwrap().to_owned();
    (problem["status"].as_u64().unwrap(), text("title"), text("detail"))
}

/// 14.10.6
#[tokio::test]
async fn the_description_says_what_a_problem_looks_like_and_that_nothing_can_be_written() {
    let portal = TestPortal::start().await;
    let described = json(&portal, "/api/v1/openapi.json").await;
    assert!(described["info"]["description"].as_str().unwrap().contains("nothing can be written through it"));
    assert!(described["info"].get("license").is_none(), "that of the program is not that of what is published");
    let one = &described["paths"]["/api/v1/entries/{uid}"]["get"]["responses"];
    for status in ["404", "410", "422", "429"] {
        let body = &one[status]["content"]["application/problem+json"]["schema"]["$ref"];
        assert_eq!(body, "#/components/schemas/Fault", "{status}");
    }
    let properties = described["components"]["schemas"]["Fault"]["properties"].as_object().unwrap();
    let names: Vec<&String> = properties.keys().collect();
    assert_eq!(names, ["detail", "errors", "status", "title", "type"]);
    for path in described["paths"].as_object().unwrap().values() {
        assert_eq!(path.as_object().unwrap().keys().collect::<Vec<_>>(), ["get"], "only reading is described");
    }
}

/// 14.10.6
#[tokio::test]
async fn the_description_says_which_values_each_parameter_takes_and_what_is_published() {
    let portal = TestPortal::start().await;
    let described = json(&portal, "/api/v1/openapi.json").await;
    let schema = |path: &str, name: &str| {
        let parameters = described["paths"][path]["get"]["parameters"].as_array().unwrap();
        let parameter = parameters.iter().find(|its| its["name"] == name).unwrap_or_else(|| panic!("{path} {name}"));
        assert_eq!((&parameter["in"], &parameter["required"]), (&"query".into(), &false.into()), "{path} {name}");
        assert!(!parameter["description"].as_str().unwrap().is_empty(), "{path} {name}");
        parameter["schema"].clone()
    };
    let codes = |codes: &[&str]| serde_json::json!({ "type": "string", "enum": codes });
    let (entries, events) = ("/api/v1/entries", "/api/v1/events");
    assert_eq!(schema(entries, "kind"), codes(&Kind::ALL.map(Kind::code)));
    assert_eq!(schema(events, "mode"), codes(&["in-person", "online", "hybrid"]));
    assert_eq!(schema(events, "when"), codes(&["next", "past"]));
    for path in [entries, events, "/api/v1/entries/{uid}", "/api/v1/networks", "/api/v1/countries"] {
        assert_eq!(schema(path, "language"), codes(&["en", "es"]), "{path}");
    }
    for path in [entries, events] {
        let whole = |name: &str| {
            let schema = schema(path, name);
            assert_eq!(schema["type"], "integer", "{path} {name}");
            [&schema["minimum"], &schema["maximum"], &schema["default"]].map(Value::as_i64)
        };
        assert_eq!(whole("per_page"), [Some(1), Some(100), Some(20)]);
        assert_eq!(whole("page"), [Some(1), Some(100_000), Some(1)]);
    }
    let year = schema(entries, "year");
    assert_eq!((&year["type"], &year["minimum"], &year["maximum"]), (&"integer".into(), &1000.into(), &9999.into()));
    for name in ["from", "until"] {
        assert_eq!(schema(events, name), serde_json::json!({ "type": "string", "format": "date" }));
    }
    let published = described["info"]["description"].as_str().unwrap();
    for kind in [
        "pages",
        "networks",
        "countries",
        "events",
        "posts",
        "news",
        "publications",
        "media",
        "courses",
        "sets of data",
    ] {
        assert!(published.contains(kind), "{kind}");
    }
}

/// Values that a parameter takes by its description, and some that it does not.
fn samples(schema: &Value) -> (Vec<String>, Vec<String>) {
    if let Some(codes) = schema["enum"].as_array() {
        return (codes.iter().map(|code| code.as_str().unwrap().to_owned()).collect(), vec!["x".to_owned()]);
    }
    if schema["type"] == "integer" {
        let [least, most] = ["minimum", "maximum"].map(|end| schema[end].as_i64().unwrap());
        let strings = |numbers: [i64; 2]| numbers.map(|number| number.to_string()).to_vec();
        return (strings([least, most]), [strings([least - 1, most + 1]), vec!["x".to_owned()]].concat());
    }
    if schema["format"] == "date" {
        return (vec!["2026-11-23".to_owned()], vec!["2026-02-30".to_owned()]);
    }
    (Vec::new(), Vec::new())
}

/// 14.10.6
#[tokio::test]
async fn what_a_parameter_is_said_to_take_is_taken_and_nothing_else() {
    let portal = TestPortal::start().await;
    let described = json(&portal, "/api/v1/openapi.json").await;
    let mut tried = 0;
    for path in ["/api/v1/entries", "/api/v1/events", "/api/v1/networks"] {
        for parameter in described["paths"][path]["get"]["parameters"].as_array().unwrap() {
            let name = parameter["name"].as_str().unwrap();
            let (taken, refused) = samples(&parameter["schema"]);
            for (values, status) in [(taken, StatusCode::OK), (refused, StatusCode::UNPROCESSABLE_ENTITY)] {
                for value in values {
                    let answer = portal.get(&format!("{path}?{name}={value}")).await;
                    assert_eq!(answer.status, status, "{path}?{name}={value}: {}", answer.body);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 50, "{tried}");
}

/// 14.10.6
#[tokio::test]
async fn an_address_that_asks_too_often_is_told_when_to_ask_again() {
    let portal = TestPortal::start().await;
    let mut refused = None;
    for _ in 0..400 {
        let answer = portal.get("/api/v1/networks").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
        assert_eq!(answer.status, StatusCode::OK);
    }
    let refused = refused.expect("nobody is held back");
    assert!(refused.header(header::RETRY_AFTER).parse::<u64>().unwrap() >= 1);
    assert_eq!(refused.header(header::CONTENT_TYPE), "application/problem+json");
    assert_eq!(refused.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let wait = refused.header(header::RETRY_AFTER);
    let said = format!("An address has 240 requests a minute. Ask again in {wait} seconds.");
    assert_eq!(fault(&refused), (429, "Too Many Requests".to_owned(), said));
    // Pages are not measured so.
    assert_eq!(portal.get("/en").await.status, StatusCode::OK);
}

/// 14.10.6
#[tokio::test]
async fn it_knows_nobody_and_says_what_became_of_a_deleted_entry() {
    let portal = TestPortal::start().await;
    person(&portal, "member@example.org", Role::Member).await;
    let member = signed_in(&portal, "member@example.org").await;
    let (anybody, known) = (portal.get("/api/v1/entries").await, get_as(&portal, "/api/v1/entries", &member).await);
    assert_eq!(anybody.body, known.body);
    assert!(!anybody.header(header::ETAG).is_empty() && anybody.header(header::ETAG) == known.header(header::ETAG));
    let posts = json(&portal, "/api/v1/entries?kind=post").await;
    let (uid, slug) = (posts["items"][0]["uid"].as_str().unwrap(), posts["items"][0]["slug"].as_str().unwrap());
    let (now, slug) = (portal.portal.clock.now(), slug.parse().unwrap());
    portal.portal.desk.delete(Kind::Post, &slug, "ana", now).await.unwrap();
    let gone = portal.get(&format!("/api/v1/entries/{uid}")).await;
    assert_eq!(gone.status, StatusCode::GONE);
    assert_eq!(fault(&gone), (410, "Gone".to_owned(), "The entry was deleted.".to_owned()));
    assert!(!portal.get("/api/v1/entries?kind=post").await.body.contains(uid));
}
