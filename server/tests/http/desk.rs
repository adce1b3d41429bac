//! The desk: one editor for every kind, roles, what is typed and not saved, the bin, the history. 14.4.6 to 14.4.8, 14.4.10,
//! 14.9.1 to 14.9.3, 14.9.7, 14.9.8.

use axum::http::{Request, StatusCode, header};
use domain::account::Role;
use domain::entry::Kind;

use crate::accounts::{get_as, person, post, signed_in};
use crate::portal::{Answer, TestPortal};

pub(crate) async fn staff(portal: &TestPortal, name: &str, role: Role) -> String {
    let email = format!("{name}@example.org");
    person(portal, &email, role).await;
    signed_in(portal, &email).await
}

/// The fields of a form; choices of a list come several times.
#[derive(Clone)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    fn insert(&mut self, field: String, text: String) {
        self.0.push((field, text));
    }

    pub(crate) fn remove(&mut self, field: &str) {
        self.0.retain(|(name, _)| name != field);
    }

    /// The key of the session with this English title.
    pub(crate) fn key_of(&self, title: &str) -> String {
        let (name, _) = self.0.iter().find(|(name, text)| name.ends_with(".en.title") && text == title).unwrap();
        name.split('.').nth(1).unwrap().to_owned()
    }

    pub(crate) fn get(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map_or("", |(_, text)| text.as_str())
    }
}

/// What a form would send as it stands: its hidden fields and those that are listed in them.
pub(crate) fn opened(page: &str) -> Form {
    let mut fields = Form(Vec::new());
    let form = page.split("id=\"editor\"").nth(1).unwrap().split("</form>").next().unwrap();
    for input in form.split("<input ").skip(1) {
        let tag = input.split('>').next().unwrap();
        let of = |name: &str| {
            tag.split(&format!(" {name}=\""))
                .nth(1)
                .or_else(|| tag.strip_prefix(&format!("{name}=\"")))
                .and_then(|rest| rest.split('"').next())
        };
        if matches!(of("type"), Some("checkbox" | "radio")) && !tag.contains("checked") {
            continue;
        }
        if let Some(name) = of("name") {
            fields.insert(name.to_owned(), of("value").unwrap_or_default().to_owned());
        }
    }
    for area in form.split("<textarea ").skip(1) {
        let (tag, rest) = area.split_once('>').unwrap();
        let name = tag.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let text = rest.split("</textarea>").next().unwrap();
        fields.insert(name.to_owned(), text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"));
    }
    for select in form.split("<select ").skip(1) {
        let name = select.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
        let body = select.split("</select>").next().unwrap();
        let chosen =
            body.split("<option ").skip(1).find(|option| option.split('>').next().unwrap().contains("selected"));
        let first = body.split("<option ").nth(1);
        let value = chosen.or(first).and_then(|option| option.split("value=\"").nth(1)).unwrap_or("\"");
        fields.insert(name.to_owned(), value.split('"').next().unwrap().to_owned());
    }
    fields.remove("still_right");
    fields
}

pub(crate) async fn open(portal: &TestPortal, address: &str, cookie: &str) -> Form {
    let page = get_as(portal, address, cookie).await;
    assert_eq!(page.status, StatusCode::OK, "{address}");
    opened(&page.body)
}

pub(crate) async fn send(
    portal: &TestPortal,
    address: &str,
    cookie: &str,
    form: &Form,
    typed: &[(&str, &str)],
) -> Answer {
    let mut form = form.clone();
    for (field, text) in typed {
        form.remove(field);
        form.insert((*field).to_owned(), (*text).to_owned());
    }
    let fields: Vec<(&str, &str)> = form.0.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    post(portal, address, cookie, &fields).await
}

pub(crate) fn leads(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.header(header::LOCATION)
}

const MEETING: [(&str, &str); 7] = [
    ("en.title", "Meeting on ports"),
    ("en.summary", "About ports."),
    ("es.title", "Reunión sobre puertos"),
    ("es.summary", "Sobre puertos."),
    ("start", "2026-12-15"),
    ("en.place", "Kingston, Jamaica"),
    ("block.new1.en", "First.\r\n\r\nSecond."),
];

#[tokio::test]
async fn an_event_begun_on_a_day_of_the_calendar_is_published_in_both_languages() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let month = get_as(&portal, "/en/events?view=month&date=2026-12-01", &cookie).await.body;
    let begin = "/en/staff/new/events?date=2026-12-15";
    assert!(month.contains(begin), "every day leads to the form");
    let mut form = open(&portal, begin, &cookie).await;
    assert_eq!((form.get("start"), form.get("zone")), ("2026-12-15", "America/Jamaica"));
    form.insert("task".to_owned(), "publish".to_owned());
    form.remove("publish");
    // Both boxes are ticked.
    let mut fields: Vec<(&str, &str)> = form.0.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
    fields.retain(|(field, _)| MEETING.iter().all(|(typed, _)| typed != field));
    fields.extend(MEETING);
    fields.extend([("publish", "en"), ("publish", "es")]);
    let sent = post(&portal, "/en/staff/new/events", &cookie, &fields).await;
    assert_eq!(leads(&sent), "/en/staff/edit/events/meeting-on-ports?done=published");
    assert!(get_as(&portal, leads(&sent), &cookie).await.body.contains("Published."));
    let (english, spanish) =
        (portal.get("/en/events/meeting-on-ports").await, portal.get("/es/events/meeting-on-ports").await);
    assert!(english.body.contains("Meeting on ports") && english.body.contains("Second."));
    assert!(
        spanish.body.contains("Reunión sobre puertos") && spanish.body.contains("15 de diciembre de 2026"),
        "{}",
        spanish.body
    );
    assert!(portal.get("/en/events?view=list").await.body.contains("Meeting on ports"));
    assert!(portal.get("/en/events.atom").await.body.contains("Meeting on ports"));
}

#[tokio::test]
async fn a_draft_is_for_staff_alone_and_one_language_is_published_without_the_other() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/blog", &cookie).await;
    let typed =
        [("en.title", "On ports"), ("en.summary", "About ports."), ("es.title", "De puertos"), ("task", "save")];
    let saved = send(&portal, "/en/staff/new/blog", &cookie, &form, &typed).await;
    assert_eq!(leads(&saved), "/en/staff/edit/blog/on-ports?done=saved");
    assert_eq!(portal.get("/en/blog/on-ports").await.status, StatusCode::NOT_FOUND);
    assert!(
        get_as(&portal, "/en/staff/edit/blog/on-ports/preview?as=visitor", &cookie).await.body.contains("About ports.")
    );
    let form = open(&portal, "/en/staff/edit/blog/on-ports", &cookie).await;
    send(&portal, "/en/staff/edit/blog/on-ports", &cookie, &form, &[("task", "publish"), ("publish", "en")]).await;
    assert_eq!(portal.get("/en/blog/on-ports").await.status, StatusCode::OK);
    let spanish = portal.get("/es/blog/on-ports").await.body;
    assert!(spanish.contains("Existe en inglés") || !spanish.contains("De puertos"), "the draft stays a draft");
    // And taken back again.
    let form = open(&portal, "/en/staff/edit/blog/on-ports", &cookie).await;
    send(&portal, "/en/staff/edit/blog/on-ports", &cookie, &form, &[("task", "state.en.draft")]).await;
    assert_eq!(portal.get("/en/blog/on-ports").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_breaks_a_rule_is_named_and_what_was_typed_is_kept() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/es/staff/new/events", &cookie).await;
    let typed = [("en.title", "Meeting"), ("start", "31 de febrero"), ("block.new1.es", "<b>x</b>"), ("task", "save")];
    let again = send(&portal, "/es/staff/new/events", &cookie, &form, &typed).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for expected in ["Primer día", "value=\"31 de febrero\"", "value=\"Meeting\"", "Texto (español)", "&lt;b&gt;x"] {
        assert!(again.body.contains(expected), "{expected}");
    }
    let nonsense = send(&portal, "/es/staff/new/events", &cookie, &form, &[("task", "fly")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nowhere = send(&portal, "/es/staff/edit/blog/nowhere", &cookie, &form, &[("task", "save")]).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn edits_of_two_people_come_together_and_of_one_field_are_shown_to_the_second() {
    let portal = TestPortal::start().await;
    let (eve, max) = (staff(&portal, "eve", Role::Editor).await, staff(&portal, "max", Role::Editor).await);
    let address = "/en/staff/edit/networks/diaspora";
    let (of_eve, of_max) = (open(&portal, address, &eve).await, open(&portal, address, &max).await);
    let publish = ("task", "publish");
    send(&portal, address, &eve, &of_eve, &[("en.title", "Title of Eve"), publish]).await;
    let both = send(&portal, address, &max, &of_max, &[("en.summary", "Summary of Max."), publish]).await;
    assert!(leads(&both).ends_with("done=published"));
    let page = portal.get("/en/networks/diaspora").await.body;
    assert!(page.contains("Title of Eve") && page.contains("Summary of Max."));
    let chooser = send(&portal, address, &max, &of_max, &[("en.title", "Title of Max"), publish]).await;
    assert_eq!(chooser.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(chooser.body.contains("Title of Max") && chooser.body.contains("Title of <mark>Eve"), "{}", chooser.body);
    assert!(chooser.body.contains("Two people have changed the same text"));
    // Who has seen both decides.
    let form = opened(&chooser.body);
    assert!(chooser.body.contains("Person of eve@example.org"), "whose the other text is");
    let undecided = send(&portal, address, &max, &form, &[publish]).await;
    assert_eq!(undecided.status, StatusCode::UNPROCESSABLE_ENTITY, "no text wins by being sent twice");
    let form = opened(&undecided.body);
    let theirs = send(&portal, address, &max, &form, &[("choose.en.title", "theirs"), publish]).await;
    assert!(leads(&theirs).ends_with("done=published"));
    assert!(portal.get("/en/networks/diaspora").await.body.contains("Title of Eve"));
    let mine = send(&portal, address, &max, &form, &[("choose.en.title", "mine"), publish]).await;
    assert!(leads(&mine).ends_with("done=published"));
    assert!(portal.get("/en/networks/diaspora").await.body.contains("Title of Max"));
}

#[tokio::test]
async fn a_draft_of_what_is_public_changes_nothing_public_and_is_brought_back_to_its_writer() {
    let portal = TestPortal::start().await;
    let (eve, max) = (staff(&portal, "eve", Role::Editor).await, staff(&portal, "max", Role::Editor).await);
    let address = "/en/staff/edit/networks/diaspora";
    let form = open(&portal, address, &eve).await;
    let kept = send(&portal, address, &eve, &form, &[("en.title", "Not yet"), ("task", "save")]).await;
    assert_eq!(leads(&kept), "/en/staff/edit/networks/diaspora?done=kept");
    assert!(!portal.get("/en/networks/diaspora").await.body.contains("Not yet"));
    assert_eq!(open(&portal, address, &eve).await.get("en.title"), "Not yet");
    assert_ne!(open(&portal, address, &max).await.get("en.title"), "Not yet");
    let form = open(&portal, address, &eve).await;
    send(&portal, address, &eve, &form, &[("task", "discard")]).await;
    assert_ne!(open(&portal, address, &eve).await.get("en.title"), "Not yet");
}

#[tokio::test]
async fn publishing_one_language_leaves_what_the_other_shows() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/edit/networks/diaspora";
    let mut form = open(&portal, address, &eve).await;
    form.remove("publish");
    let typed = [("en.title", "New English"), ("es.title", "Nuevo español"), ("publish", "en"), ("task", "publish")];
    let published = send(&portal, address, &eve, &form, &typed).await;
    assert!(leads(&published).ends_with("done=published"));
    assert!(portal.get("/en/networks/diaspora").await.body.contains("New English"));
    assert!(!portal.get("/es/networks/diaspora").await.body.contains("Nuevo español"));
    assert_eq!(open(&portal, address, &eve).await.get("es.title"), "Nuevo español", "it is not lost");
    // Taking one language back publishes nothing by the way either.
    let form = open(&portal, address, &eve).await;
    let hidden = send(&portal, address, &eve, &form, &[("task", "state.en.draft")]).await;
    let page = get_as(&portal, leads(&hidden), &eve).await.body;
    assert!(page.contains("Readers do not see it in that language any more."), "{page}");
    assert_eq!(portal.get("/en/networks/diaspora").await.status, StatusCode::OK);
    assert!(!portal.get("/es/networks/diaspora").await.body.contains("Nuevo español"));
}

#[tokio::test]
async fn publishing_one_language_says_which_one_is_not_public() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/blog", &eve).await;
    let typed = [("en.title", "On tides"), ("en.summary", "About it."), ("task", "publish"), ("publish", "en")];
    let published = send(&portal, "/en/staff/new/blog", &eve, &form, &typed).await;
    let page = get_as(&portal, leads(&published), &eve).await.body;
    assert!(page.contains("The Spanish text is not public.") && !page.contains("The English text is not"), "{page}");
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one_entry() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/blog", &eve).await;
    let typed = [("en.title", "Only once"), ("task", "save")];
    let first = send(&portal, "/en/staff/new/blog", &eve, &form, &typed).await;
    let second = send(&portal, "/en/staff/new/blog", &eve, &form, &typed).await;
    assert_eq!((leads(&first), leads(&second)), ("/en/staff/edit/blog/only-once?done=saved", leads(&first)));
    assert_ne!(form.get("form"), open(&portal, "/en/staff/new/blog", &eve).await.get("form"));
}

#[tokio::test]
async fn a_save_under_a_former_address_finds_the_entry() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/edit/networks/diaspora", &eve).await;
    let (old, new) = ("diaspora".parse().unwrap(), "diasporas".parse().unwrap());
    portal.portal.desk.rename(Kind::Network, &old, &new, "max", portal.portal.clock.now()).await.unwrap();
    let typed = [("en.title", "Typed meanwhile"), ("task", "publish")];
    let saved = send(&portal, "/en/staff/edit/networks/diaspora", &eve, &form, &typed).await;
    assert_eq!(leads(&saved), "/en/staff/edit/networks/diasporas?done=published");
}

#[tokio::test]
async fn what_scripts_send_while_somebody_types_is_kept() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let form = open(&portal, "/en/staff/new/blog", &eve).await;
    let keep = "/en/staff/unsaved?place=new/post";
    let kept = send(&portal, keep, &eve, &form, &[("en.title", "Half a title")]).await;
    assert_eq!(kept.status, StatusCode::OK);
    let page = get_as(&portal, "/en/staff/new/blog", &eve).await.body;
    assert!(page.contains("Half a title") && page.contains("was brought back"));
    for place in ["", "nowhere", "new/nowhere", "post/nowhere"] {
        let refused = send(&portal, &format!("/en/staff/unsaved?place={place}"), &eve, &form, &[]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{place}");
    }
}

#[tokio::test]
async fn a_contributor_writes_and_does_not_publish() {
    let portal = TestPortal::start().await;
    let con = staff(&portal, "con", Role::Contributor).await;
    let form = open(&portal, "/en/staff/new/news", &con).await;
    let typed = [("en.title", "News"), ("en.summary", "About it.")];
    let publish = [typed[0], typed[1], ("task", "publish"), ("publish", "en")];
    assert_eq!(send(&portal, "/en/staff/new/news", &con, &form, &publish).await.status, StatusCode::FORBIDDEN);
    let saved = send(&portal, "/en/staff/new/news", &con, &form, &[typed[0], typed[1], ("task", "save")]).await;
    assert_eq!(leads(&saved), "/en/staff/edit/news/news?done=saved");
    let form = open(&portal, "/en/staff/edit/news/news", &con).await;
    let review = send(&portal, "/en/staff/edit/news/news", &con, &form, &[("task", "state.en.in-review")]).await;
    assert!(leads(&review).ends_with("done=review"));
    assert!(get_as(&portal, "/en/staff/content?standing=in-review", &con).await.body.contains("/staff/edit/news/news"));
    let bin = post(&portal, "/en/staff/edit/news/news/bin", &con, &[("task", "delete")]).await;
    assert_eq!(bin.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_bin_gives_back_what_was_put_into_it() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let (page, address) = ("/en/networks/diaspora", "/en/staff/edit/networks/diaspora/bin");
    let before = portal.get(page).await.body;
    post(&portal, address, &eve, &[("task", "delete")]).await;
    assert_eq!(portal.get(page).await.status, StatusCode::GONE);
    assert!(get_as(&portal, "/en/staff/content?bin=1", &eve).await.body.contains(address));
    post(&portal, address, &eve, &[("task", "restore")]).await;
    assert_eq!(portal.get(page).await.status, StatusCode::OK);
    assert_eq!(portal.get(page).await.body, before, "all that hangs on it is back with it");
}

#[tokio::test]
async fn every_save_can_be_compared_and_restored() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/edit/networks/diaspora";
    let form = open(&portal, address, &eve).await;
    let before = form.get("en.summary").to_owned();
    let typed = [("en.summary", "Quite another summary."), ("reason", "Shorter"), ("task", "publish")];
    send(&portal, address, &eve, &form, &typed).await;
    let history = get_as(&portal, &format!("{address}/history"), &eve).await.body;
    assert!(history.contains("Shorter") && history.contains("<ins>") && history.contains("<del>"), "{history}");
    let first = portal.portal.desk.history(Kind::Network, &"diaspora".parse().unwrap()).await.unwrap();
    let first = first.last().unwrap().id.to_string();
    let restored = post(&portal, &format!("{address}/history"), &eve, &[("revision", &first)]).await;
    assert!(leads(&restored).ends_with("done=former"));
    let form = open(&portal, address, &eve).await;
    assert_eq!(form.get("en.summary"), before);
    assert!(
        portal.get("/en/networks/diaspora").await.body.contains("Quite another summary."),
        "not before it is published"
    );
    let published = send(&portal, address, &eve, &form, &[("task", "publish"), ("publish", "en")]).await;
    assert!(leads(&published).ends_with("done=published"));
    assert_eq!(portal.get("/en/networks/diaspora").await.status, StatusCode::OK, "it is still published");
    assert!(get_as(&portal, "/en/networks/diaspora", &eve).await.body.contains(&before));
    let history = portal.portal.desk.history(Kind::Network, &"diaspora".parse().unwrap()).await.unwrap();
    assert_eq!(history.len(), 3, "a restored state is itself a save");
    let unknown = post(&portal, &format!("{address}/history"), &eve, &[("revision", "999999")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_entry_of_the_content_opens_and_saves_as_it_is() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    for address in [
        "/en/staff/edit/about/about",
        "/en/staff/edit/countries/haiti",
        "/en/staff/edit/repository/global-study-on-smuggling-of-migrants",
        "/es/staff/edit/networks/migrant-smuggling",
        "/es/staff/edit/events/workshop-on-investigating-migrant-smuggling",
    ] {
        let form = open(&portal, address, &eve).await;
        let mut parts = address.rsplit('/');
        let (slug, section) = (parts.next().unwrap(), parts.next().unwrap());
        let kind = app::paths::kind_of(section).unwrap();
        let history = async || portal.portal.desk.history(kind, &slug.parse().unwrap()).await.unwrap().len();
        let before = history().await;
        let saved = send(&portal, address, &eve, &form, &[("task", "publish")]).await;
        assert!(leads(&saved).ends_with("done=published"), "{address}");
        let last = portal.portal.desk.history(kind, &slug.parse().unwrap()).await.unwrap().remove(0);
        assert_eq!(history().await, before, "{address}: nothing was typed, so nothing changed: {:?}", last.changes);
    }
}

#[tokio::test]
async fn the_table_of_content_is_a_file_too() {
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Contributor).await;
    let page = get_as(&portal, "/es/staff/content?kind=networks&q=diaspora", &eve).await.body;
    assert!(page.contains("/es/staff/edit/networks/diaspora") && !page.contains("/es/staff/edit/networks/labour"));
    let file = get_as(&portal, "/es/staff/content.csv?kind=networks", &eve).await;
    assert!(file.body.starts_with('\u{feff}') && file.body.lines().count() == 11, "{}", file.body);
    assert!(file.header(header::CONTENT_TYPE).starts_with("text/csv"));
}

#[tokio::test]
async fn a_notice_stands_above_every_page_in_its_time_and_in_both_languages() {
    // 14.1.10
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/banner";
    // The clock of the tests says 07:00 in Jamaica.
    let typed = [
        ("banner.en", "The office is closed."),
        ("banner.es", "La oficina está cerrada."),
        ("starts", "2026-11-24T08:00"),
        ("ends", "2026-11-24T10:00"),
        ("task", "set"),
    ];
    assert!(leads(&post(&portal, address, &eve, &typed).await).ends_with("/staff/banner?done=1"));
    assert!(!portal.get("/en").await.body.contains("The office is closed."));
    portal.pass(3_700);
    assert!(portal.get("/en").await.body.contains("The office is closed."));
    assert!(portal.get("/es/networks/diaspora").await.body.contains("La oficina está cerrada."));
    assert!(get_as(&portal, address, &eve).await.body.contains("value=\"2026-11-24T10:00\""));
    portal.pass(7_200);
    assert!(!portal.get("/en").await.body.contains("The office is closed."), "it takes itself away");
    let unfit = [("banner.en", "Only English"), ("starts", "soon"), ("ends", "2026-11-24T10:00"), ("task", "set")];
    let again = post(&portal, address, &eve, &unfit).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    for expected in ["Only English", "value=\"soon\"", "Notice (Spanish)"] {
        assert!(again.body.contains(expected), "{expected}");
    }
    let gone = post(&portal, address, &eve, &[("task", "remove")]).await;
    assert!(get_as(&portal, leads(&gone), &eve).await.body.contains("The notice is gone from every page."));
    let log = get_as(&portal, "/en/staff/audit?actor=eve", &eve).await.body;
    assert!(log.contains("Notice above every page") && log.contains("La oficina está cerrada."));
    let file = get_as(&portal, "/en/staff/audit.csv", &eve).await.body;
    assert!(file.contains("\"Notice above every page\"") && file.lines().count() == 3, "{file}");
}

#[tokio::test]
async fn an_older_form_of_the_notice_overwrites_nothing_that_its_writer_has_not_seen() {
    // 14.1.10
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/banner";
    let mark = |page: &str| page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let opened = mark(&get_as(&portal, address, &eve).await.body);
    let send = async |text: &str, task: &str, seen: &str| {
        let typed = [
            ("banner.en", text),
            ("banner.es", "Aviso"),
            ("starts", "2026-11-24T08:00"),
            ("ends", "2026-11-24T10:00"),
            ("task", task),
            ("seen", seen),
        ];
        post(&portal, address, &eve, &typed).await
    };
    assert_eq!(send("Closed on Tuesday.", "set", &opened).await.status, StatusCode::SEE_OTHER);
    for task in ["set", "remove"] {
        let again = send("The office moves.", task, &opened).await;
        let whole = again.body.contains("Closed on Tuesday.") && again.body.contains("The office moves.");
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && whole, "{}", again.body);
        let stored = portal.portal.secretariat.banner().await.unwrap().unwrap();
        assert_eq!(stored.texts.get(domain::Language::En).unwrap(), "Closed on Tuesday.");
    }
    let shown = mark(&send("The office moves.", "set", &opened).await.body);
    assert_eq!(send("The office moves.", "set", &shown).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_log_says_who_changed_which_field_and_how_it_was_before() {
    // 14.9.10
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/edit/networks/diaspora";
    let form = open(&portal, address, &eve).await;
    let before = form.get("es.title").to_owned();
    send(&portal, address, &eve, &form, &[("es.title", "Las diásporas"), ("task", "publish")]).await;
    let log =
        get_as(&portal, "/en/staff/audit?actor=eve&subject=diaspora&from=2026-11-24&until=2026-11-24", &eve).await.body;
    for expected in [
        "Person of eve@example.org",
        "/en/staff/edit/networks/diaspora/history",
        "Title (Spanish)",
        "<ins>Las diásporas<!></ins>",
    ] {
        assert!(log.contains(expected), "{expected} in {log}");
    }
    let none = get_as(&portal, "/en/staff/audit?actor=eve&until=2026-11-23", &eve).await.body;
    assert!(none.contains("Nothing matches.") && !none.contains("Title (Spanish)"));
    let file = get_as(&portal, "/en/staff/audit.csv?actor=eve", &eve).await.body;
    let row = file.lines().find(|line| line.contains("Title (Spanish)")).unwrap();
    assert!(row.contains(&before) && row.contains("Las diásporas"), "{row}");
    let unfit = get_as(&portal, "/es/staff/audit?from=soon&page=no", &eve).await;
    assert_eq!(unfit.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unfit.body.contains("Desde el día") && unfit.body.contains("value=\"soon\""), "{}", unfit.body);
}

#[tokio::test]
async fn who_dismisses_a_notice_does_not_see_it_again_until_it_says_something_else() {
    // 14.1.10
    let portal = TestPortal::start().await;
    let eve = staff(&portal, "eve", Role::Editor).await;
    let set = async |text| {
        let typed = [
            ("banner.en", text),
            ("banner.es", "Aviso"),
            ("starts", "2026-11-24T06:00"),
            ("ends", "2026-11-25T10:00"),
            ("task", "set"),
        ];
        post(&portal, "/en/staff/banner", &eve, &typed).await;
    };
    set("The office is closed.").await;
    let page = portal.get("/en/networks").await.body;
    let key = page.split("name=\"key\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let asked = |key: &str| {
        let request = Request::post("/en/banner")
            .header(header::HOST, "portal.example.org")
            .header(header::REFERER, "https://portal.example.org/en/networks?view=list")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        (request, format!("key={key}"))
    };
    let (request, body) = asked(&key);
    let done = portal.send_with(request, body).await;
    assert_eq!(done.header(header::LOCATION), "/en/networks?view=list", "back where it was dismissed");
    let cookie = done.header(header::SET_COOKIE).split(';').next().unwrap().to_owned();
    let with = async |cookie: &str| portal.send(Request::get("/en").header(header::COOKIE, cookie)).await.body;
    assert!(!with(&cookie).await.contains("The office is closed."));
    assert!(portal.get("/en").await.body.contains("The office is closed."), "others still see it");
    set("The office is open.").await;
    assert!(with(&cookie).await.contains("The office is open."), "another notice is shown again");
    let (request, body) = asked("x%0d%0aset-cookie:a=b");
    assert_eq!(portal.send_with(request, body).await.header(header::SET_COOKIE), "", "only a key of a notice is kept");
}

#[tokio::test]
async fn the_desk_is_closed_to_members_and_visitors() {
    let portal = TestPortal::start().await;
    let member = staff(&portal, "mia", Role::Member).await;
    for address in [
        "/en/staff",
        "/en/staff/content",
        "/en/staff/content.csv",
        "/en/staff/new/events",
        "/en/staff/edit/networks/diaspora",
        "/en/staff/edit/networks/diaspora/history",
        "/en/staff/edit/networks/diaspora/preview",
        "/en/staff/unsaved/stream?place=network/diaspora",
    ] {
        assert_eq!(get_as(&portal, address, &member).await.status, StatusCode::FORBIDDEN, "{address}");
        assert_eq!(portal.get(address).await.status, StatusCode::SEE_OTHER, "{address}");
    }
    // A form that holds something is kept for who signs in; a button alone is led there.
    let (kept, led) = (StatusCode::UNAUTHORIZED, StatusCode::SEE_OTHER);
    for (address, unsigned) in [
        ("/en/staff/new/events", kept),
        ("/en/staff/edit/networks/diaspora", kept),
        ("/en/staff/edit/networks/diaspora/history", kept),
        ("/en/staff/edit/networks/diaspora/bin", led),
        ("/en/staff/unsaved?place=network/diaspora", led),
    ] {
        let fields = [("task", "delete"), ("revision", "1")];
        assert_eq!(post(&portal, address, &member, &fields).await.status, StatusCode::FORBIDDEN, "{address}");
        assert_eq!(post(&portal, address, "", &fields).await.status, unsigned, "{address}");
    }
    assert_eq!(portal.get("/en/networks/diaspora").await.status, StatusCode::OK, "nothing was done");
}

// 14.4.9: a role limited to one language cannot save the other, by the page or by a request.
#[tokio::test]
async fn who_writes_in_spanish_only_reads_english_and_does_not_save_it() {
    let portal = TestPortal::start().await;
    let admin = staff(&portal, "adm", Role::Admin).await;
    let id = crate::accounts::person(&portal, "sol@example.org", Role::Member).await;
    let people = get_as(&portal, "/en/staff/people", &admin).await.body;
    assert!(people.contains("Diaspora"), "the networks of each: {people}");
    let address = format!("/en/staff/people/{id}");
    for wrong in [[("role", "queen"), ("writes_in", "es")], [("role", "editor"), ("writes_in", "fr")]] {
        let refused = post(&portal, &address, &admin, &[("decision", "role"), wrong[0], wrong[1]]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let given = [("decision", "role"), ("role", "editor"), ("writes_in", "es")];
    assert_eq!(leads(&post(&portal, &address, &admin, &given).await), "/en/staff/people?done=role");
    let sol = signed_in(&portal, "sol@example.org").await;
    let editor = "/en/staff/edit/networks/diaspora";
    let page = get_as(&portal, editor, &sol).await.body;
    assert!(page.contains("You write in Spanish."), "{page}");
    let of = |field: &str| page.split(&format!("id=\"{field}\"")).nth(1).unwrap().split('>').next().unwrap().to_owned();
    assert!(of("en.title").contains("readonly") && !of("es.title").contains("readonly"));
    // What both languages share is public: it is here to read, and no part of what is sent.
    assert!(
        page.contains("<fieldset disabled class=\"shared\"") || page.contains("<fieldset class=\"shared\" disabled"),
        "{page}"
    );
    let bases = page.split("name=\"bases\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(bases.contains("es.title:") && !bases.contains("en.title:") && !bases.contains("details.hue:"), "{bases}");
    let form = opened(&page);
    let title = format!("en.title:{}", domain::block::fingerprint(form.get("en.title")));
    let request = [("bases", title.as_str()), ("en.title", "Mine"), ("task", "publish"), ("publish", "en")];
    let forced = post(&portal, editor, &sol, &request).await;
    assert_eq!(forced.status, StatusCode::FORBIDDEN);
    assert!(!portal.get("/en/networks/diaspora").await.body.contains("Mine"));
    let own =
        send(&portal, editor, &sol, &form, &[("es.summary", "Resumen nuevo."), ("task", "publish"), ("publish", "es")])
            .await;
    assert!(leads(&own).ends_with("done=published"));
    assert!(portal.get("/es/networks/diaspora").await.body.contains("Resumen nuevo."));
    let bin = post(&portal, "/en/staff/edit/networks/diaspora/bin", &sol, &[("task", "delete")]).await;
    assert_eq!(bin.status, StatusCode::FORBIDDEN);
    // Nor what is said in both languages at once, outside the editor.
    let event = "/en/staff/events/workshop-on-investigating-migrant-smuggling";
    for (address, form) in [
        ("/en/staff/banner", vec![("task", "remove")]),
        (event, vec![("mode", "open"), ("capacity", "")]),
        (&*format!("{event}/questions"), vec![("question-0-en", "Mine"), ("question-0-kind", "line")]),
    ] {
        assert_eq!(post(&portal, address, &sol, &form).await.status, StatusCode::FORBIDDEN, "{address}");
        let here = address.trim_end_matches("/questions");
        assert!(get_as(&portal, here, &sol).await.body.contains("concerns both languages"), "{address}");
    }
}
