//! Counting what is read and downloaded.

use axum::http::{HeaderName, Request, StatusCode, header};
use domain::account::{Role, Staff};

use crate::accounts::{get_as, person, signed_in};
use crate::files::{pdf, staff, uploaded};
use crate::portal::{Answer, TestPortal};
use crate::publication_files::report;

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const ROBOT: &str = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const PAGE: &str = "/es/networks/diaspora";

async fn ask(portal: &TestPortal, method: &str, address: &str, headers: &[(HeaderName, &str)]) -> Answer {
    let request = Request::builder().method(method).uri(address);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(name, *value));
    let answer = portal.send(request).await;
    assert!(answer.headers.get(header::SET_COOKIE).is_none(), "{address} sets a cookie");
    answer
}

async fn read(portal: &TestPortal, address: &str) -> Answer {
    ask(portal, "GET", address, &[(header::USER_AGENT, BROWSER)]).await
}

/// What staff are told after everything was written.
async fn told(portal: &TestPortal) -> String {
    portal.tally.write(&portal.portal).await.unwrap();
    let accounts = &portal.portal.accounts;
    let email = "told@example.org".parse().unwrap();
    if accounts.credentials(&email).await.unwrap().is_none() {
        person(portal, "told@example.org", Role::Contributor).await;
    }
    let cookie = signed_in(portal, "told@example.org").await;
    get_as(portal, "/en/staff/visits.csv", &cookie).await.body
}

/// The numbers of a row: English, Spanish, together.
fn numbers(table: &str, address: &str) -> Option<Vec<String>> {
    let row = table.lines().find(|line| line.contains(&format!("{address}\"")))?;
    Some(row.split("\",\"").skip(3).map(|cell| cell.trim_matches('"').to_owned()).collect())
}

/// 14.10.8
#[tokio::test]
async fn each_page_that_a_person_sees_is_counted_and_nothing_else() {
    let portal = TestPortal::start().await;
    let browser = (header::USER_AGENT, BROWSER);
    let first = read(&portal, PAGE).await;
    assert_eq!(first.status, StatusCode::OK);
    // A second reader is answered from what is kept.
    read(&portal, PAGE).await;
    read(&portal, "/en/networks/diaspora").await;
    let tag = first.header(header::ETAG).to_owned();
    let known = ask(&portal, "GET", PAGE, &[browser.clone(), (header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(known.status, StatusCode::NOT_MODIFIED);
    ask(&portal, "HEAD", PAGE, &[(header::USER_AGENT, BROWSER)]).await;
    ask(&portal, "GET", PAGE, &[(header::USER_AGENT, ROBOT)]).await;
    ask(&portal, "GET", PAGE, &[]).await;
    let ahead = HeaderName::from_static("sec-purpose");
    ask(&portal, "GET", PAGE, &[browser.clone(), (ahead, "prefetch")]).await;
    let eva = staff(&portal, "eva", Role::Contributor).await;
    ask(&portal, "GET", PAGE, &[browser.clone(), (header::COOKIE, &eva)]).await;
    for other in
        ["/es/nowhere", "/es/login", "/es/embed/events", "/es/events.ics", "/es/preview/unknown", "/sitemap.xml"]
    {
        read(&portal, other).await;
    }
    let member = staff(&portal, "mia", Role::Member).await;
    ask(&portal, "GET", "/es/blog", &[browser, (header::COOKIE, &member)]).await;
    let table = told(&portal).await;
    assert_eq!(numbers(&table, "/en/networks/diaspora").unwrap(), ["1", "2", "3"], "{table}");
    assert_eq!(numbers(&table, "/en/blog").unwrap(), ["0", "1", "1"], "a member reads, too");
    assert_eq!(table.lines().count(), 3, "{table}");
    assert!(table.contains("\"Page\",\"Diaspora") && table.contains("\"Page\",\"Blog"), "{table}");
}

/// 14.10.8
#[tokio::test]
async fn a_page_that_a_browser_goes_on_to_by_itself_is_counted_like_one_that_came_whole() {
    let portal = TestPortal::start().await;
    let asked = |ask: &str| format!("/fn/page?{}&language=en", ask.replace('[', "%5B").replace(']', "%5D"));
    let network = "ask[Network][slug]=diaspora&ask[Network][view]=";
    for question in [network, "ask=Home", "ask[Entry][kind]=post&ask[Entry][slug]=unknown&ask[Entry][query]="] {
        read(&portal, &asked(question)).await;
    }
    ask(&portal, "GET", &asked(network), &[(header::USER_AGENT, ROBOT)]).await;
    let eva = staff(&portal, "eva", Role::Contributor).await;
    let of_staff = [(header::USER_AGENT, BROWSER), (header::COOKIE, eva.as_str())];
    ask(&portal, "GET", &asked(network), &of_staff).await;
    ask(&portal, "GET", &asked("ask[Own][path]=staff&ask[Own][query]="), &of_staff).await;
    let table = told(&portal).await;
    assert_eq!(numbers(&table, "/en/networks/diaspora").unwrap(), ["1", "0", "1"], "{table}");
    assert_eq!(numbers(&table, "org/en").unwrap(), ["1", "0", "1"], "{table}");
    assert_eq!(table.lines().count(), 3, "{table}");
}

/// 14.6.10
#[tokio::test]
async fn a_download_is_counted_once_and_its_publication_tells_of_ten() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let fields = [("title.en", "The report"), ("access", "everybody"), ("language", "en")];
    let uid = uploaded(&portal, &eva, &fields, &pdf(5000)).await;
    report(&portal, "ports", &["en"], &[&uid], None).await;
    let (href, browser) = (format!("/files/{uid}/paper.pdf"), (header::USER_AGENT, BROWSER));
    let tag = read(&portal, &href).await.header(header::ETAG).to_owned();
    let range = async |range: &str| ask(&portal, "GET", &href, &[browser.clone(), (header::RANGE, range)]).await.status;
    assert_eq!(range("bytes=0-99").await, StatusCode::PARTIAL_CONTENT);
    // What a reader of PDF fetches on is the same download.
    assert_eq!(range("bytes=100-").await, StatusCode::PARTIAL_CONTENT);
    assert_eq!(range("bytes=9999-").await, StatusCode::RANGE_NOT_SATISFIABLE);
    ask(&portal, "GET", &href, &[browser.clone(), (header::IF_NONE_MATCH, &tag)]).await;
    ask(&portal, "HEAD", &href, &[(header::USER_AGENT, BROWSER)]).await;
    ask(&portal, "GET", &href, &[(header::USER_AGENT, ROBOT)]).await;
    ask(&portal, "GET", &href, &[browser.clone(), (header::COOKIE, &eva)]).await;
    let table = told(&portal).await;
    assert_eq!(numbers(&table, &format!("/en/staff/media/{uid}")).unwrap(), ["", "", "2"], "{table}");
    let page = async |language: &str| portal.get(&format!("/{language}/repository/ports")).await.body;
    assert!(!page("en").await.contains("Downloaded"), "a few say nothing");
    for _ in 0..8 {
        read(&portal, &href).await;
    }
    told(&portal).await;
    portal.pass(1);
    assert!(page("en").await.contains("Downloaded 10 times") && page("es").await.contains("Descargado 10 veces"));
}

/// 14.10.8
#[tokio::test]
async fn what_could_not_be_written_waits_and_is_written_when_the_program_stops() {
    let portal = TestPortal::start().await;
    read(&portal, PAGE).await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let job = tokio::spawn(portal.tally.clone().run(portal.portal.clone(), async {
        let _ = stopped.await;
    }));
    drop(stop);
    job.await.unwrap();
    let id = person(&portal, "eva@example.org", Role::Editor).await;
    let eva = Staff::of(&portal.portal.accounts.account(id).await.unwrap(), Role::Editor).unwrap();
    let today = jiff::civil::date(2026, 11, 24);
    assert_eq!(portal.portal.traffic.views(&eva, today, today).await.unwrap()[0].path, "networks/diaspora");
    read(&portal, PAGE).await;
    portal.lose_the_database().await;
    assert!(portal.tally.write(&portal.portal).await.is_err());
    assert!(portal.tally.write(&portal.portal).await.is_err(), "nothing was left to write");
}

/// 14.6.10, 14.10.8
#[tokio::test]
async fn staff_read_in_both_languages_what_was_read_in_a_month_or_a_year() {
    let portal = TestPortal::start().await;
    read(&portal, PAGE).await;
    person(&portal, "eva@example.org", Role::Contributor).await;
    portal.tally.write(&portal.portal).await.unwrap();
    portal.pass(40 * 24 * 3600);
    let eva = signed_in(&portal, "eva@example.org").await;
    for (language, nothing, title) in
        [("en", "No page was read", "What is read"), ("es", "no se leyó ninguna", "Qué se lee")]
    {
        let address = format!("/{language}/staff/visits");
        let month = get_as(&portal, &address, &eva).await;
        assert_eq!(month.status, StatusCode::OK);
        assert!(month.body.contains(title) && month.body.contains(nothing), "{}", month.body);
        let year = get_as(&portal, &format!("{address}?period=year"), &eva).await.body;
        assert!(year.contains(&format!("href=\"/{language}/networks/diaspora\"")) && !year.contains(nothing), "{year}");
        assert!(year.contains(&format!("/{language}/staff/visits.csv?period=year")), "{year}");
        assert!(
            get_as(&portal, &format!("/{language}/staff"), &eva).await.body.contains(&address),
            "the desk leads there"
        );
        let strange = get_as(&portal, &format!("{address}?period=age"), &eva).await;
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

/// 14.10.8
#[tokio::test]
async fn the_page_on_privacy_says_what_is_counted() {
    let portal = TestPortal::start().await;
    for (language, parts) in [
        ("en", ["counts how often", "robots", "once a minute"]),
        ("es", ["cuenta cuántas veces", "robots", "una vez por minuto"]),
    ] {
        let page = portal.get(&format!("/{language}/about/privacy")).await.body;
        for part in parts {
            assert!(page.contains(part), "{language} lacks {part}");
        }
    }
}
