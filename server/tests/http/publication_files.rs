//! The files of a publication: what its page says of them, to readers and to machines, and who may open which.

use axum::http::{Request, StatusCode, header};
use domain::Language;
use domain::account::Role;
use domain::entry::{Details, Edition, Kind, PublicationForm, Words};
use domain::language::Texts;
use domain::pack::EntryDraft;

use crate::accounts::{get_as, post};
use crate::files::{form, pdf, picture, send, staff, uploaded};
use crate::linked_data::described;
use crate::portal::TestPortal;

const SITE: &str = "https://portal.example.org";
const LICENCE: &str = "https://creativecommons.org/licenses/by/3.0/igo/";

/// A published report in English and Spanish with these documents; `languages` are those that the work exists in.
pub(crate) async fn report(
    portal: &TestPortal,
    slug: &str,
    languages: &[&str],
    uids: &[&str],
    edition_of: Option<&str>,
) {
    let edition = |title: &str, summary: &str| Edition {
        title: title.to_owned(),
        summary: summary.to_owned(),
        picture_alt: String::new(),
        words: Words::default(),
    };
    let (english, spanish) = (edition("Ports", "Ferries in figures."), edition("Puertos", "Los transbordadores."));
    let mut draft = EntryDraft {
        slug: slug.parse().unwrap(),
        files: uids.iter().map(|uid| uid.parse().unwrap()).collect(),
        editions: Texts::from_iter([(Language::En, english), (Language::Es, spanish)]),
        ..EntryDraft::blank(Kind::Publication, Language::En)
    };
    let Details::Publication { form, year, languages: its, pages, license, edition_of: of, .. } = &mut draft.details
    else {
        panic!("a publication has no details of its own");
    };
    (*form, *year, *pages, *license) = (PublicationForm::Report, 2026, Some(34), Some(LICENCE.to_owned()));
    *its = languages.iter().map(|code| (*code).to_owned()).collect();
    *of = edition_of.map(|slug| slug.parse().unwrap());
    portal.portal.desk.create(&draft, "eva", "a test", portal.portal.clock.now()).await.unwrap();
}

/// Uploads a document in a language, with this rule.
async fn paper(portal: &TestPortal, cookie: &str, language: &str, access: &str, size: usize) -> String {
    let fields = [("title.en", "The report"), ("title.es", "El informe"), ("access", access), ("language", language)];
    uploaded(portal, cookie, &fields, &pdf(size)).await
}

/// The part of a page that lists its documents, without what only marks places.
fn listed(page: &str) -> String {
    let list = page.split("class=\"documents\"").nth(1).unwrap_or_else(|| panic!("no documents: {page}"));
    list.split("</section>").next().unwrap().replace("<!>", "")
}

/// Everything that machines are told of the files of a report: signposts, tags, JSON-LD, and the record for libraries.
pub(crate) async fn told_to_machines(portal: &TestPortal, slug: &str) -> [String; 4] {
    let page = portal.get(&format!("/en/repository/{slug}")).await;
    let links = page.headers.get_all(header::LINK).iter().map(|link| link.to_str().unwrap()).collect::<Vec<_>>();
    let tags = page.body.split("name=\"citation_pdf_url\"").skip(1).map(|rest| rest.split('>').next().unwrap());
    let data = described(portal, &format!("/en/repository/{slug}"), "Report").await;
    let list = crate::oai::parts(portal, "ListIdentifiers", "").await.concat();
    let identifiers = list.split("<identifier>").skip(1).map(|rest| rest.split('<').next().unwrap());
    let mut record = String::new();
    for identifier in identifiers {
        let asked = format!("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier={identifier}");
        let answer = portal.get(&asked).await.body;
        if answer.contains(&format!("/repository/{slug}<")) {
            record = answer;
        }
    }
    assert!(record.contains("<dc:title"), "{slug} is not gathered");
    [links.join("\n"), tags.collect(), data["encoding"].to_string(), record]
}

/// 14.6.2
#[tokio::test]
async fn the_file_of_a_publication_is_told_with_kind_size_language_and_pages_and_previewed_in_its_page() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let uid = paper(&portal, &eva, "en", "everybody", 2_400_000).await;
    report(&portal, "ports", &["en"], &[&uid], None).await;
    for (language, title, facts, preview, show) in [
        ("en", "The report", ["PDF", "2.4\u{a0}MB", "English", "34 pages"], "Preview", "Show the document here"),
        (
            "es",
            "El informe",
            ["PDF", "2.4\u{a0}MB", "Inglés", "34 páginas"],
            "Vista previa",
            "Mostrar el documento aquí",
        ),
    ] {
        for light in ["off", "on"] {
            let address = format!("/{language}/repository/ports");
            let page = portal.send(Request::get(&address).header("save-data", light)).await;
            assert_eq!(page.body.contains("<script"), light == "off");
            let list = listed(&page.body);
            let told = list.split("class=\"facts\"").nth(1).unwrap().split("</p>").next().unwrap();
            for fact in facts {
                assert!(told.contains(&format!(">{fact}<")), "{language} lacks {fact}: {told}");
            }
            let href = format!("href=\"/files/{uid}/paper.pdf\"");
            assert!(list.contains(&href) && list.contains(title), "{list}");
            // A link leads into the frame: until somebody follows it, the frame names nothing to fetch.
            let frame = list.split("<details class=\"preview\"").nth(1).unwrap().split("</details>").next().unwrap();
            let link = frame.split("<a ").nth(1).unwrap().split('>').next().unwrap();
            assert!(frame.contains(preview) && frame.contains(show), "{frame}");
            assert!(link.contains(&href) && link.contains("target=\"preview-0\""), "{link}");
            let inner = frame.split("<iframe ").nth(1).unwrap().split('>').next().unwrap();
            assert!(inner.contains("name=\"preview-0\"") && inner.contains(title), "{inner}");
            assert!(!inner.contains("src") && !page.body.contains("<embed") && !page.body.contains("<object"));
        }
    }
    let file = portal.get(&format!("/files/{uid}/paper.pdf")).await;
    assert_eq!((file.status, file.header(header::X_FRAME_OPTIONS)), (StatusCode::OK, "SAMEORIGIN"));
    assert!(file.header(header::CONTENT_SECURITY_POLICY).contains("frame-ancestors 'self'"));
}

/// 14.6.4
#[tokio::test]
async fn a_file_for_everybody_is_told_to_every_machine_and_so_is_the_licence() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let uid = paper(&portal, &eva, "en", "everybody", 900).await;
    report(&portal, "ports", &["en"], &[&uid], None).await;
    let file = format!("{SITE}/files/{uid}/paper.pdf");
    let [links, tags, encoding, record] = told_to_machines(&portal, "ports").await;
    assert!(links.contains(&format!("<{file}>; rel=\"item\"; type=\"application/pdf\"")), "{links}");
    assert!(links.contains(&format!("<{LICENCE}>; rel=\"license\"")), "{links}");
    assert!(tags.contains(&format!("content=\"{file}\"")), "{tags}");
    for part in [&format!("\"contentUrl\":\"{file}\""), "\"contentSize\":\"900\"", "\"inLanguage\":\"en\""] {
        assert!(encoding.contains(part), "{part} is not in {encoding}");
    }
    assert!(record.contains(&format!("<dc:relation>{file}</dc:relation>")), "{record}");
    assert!(record.contains("<dc:format>application/pdf</dc:format>") && record.contains(LICENCE), "{record}");
}

/// 14.6.8
#[tokio::test]
async fn a_file_for_members_shows_everybody_its_title_and_the_abstract_and_opens_for_members_alone() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let uid = paper(&portal, &eva, "en", "members", 900).await;
    report(&portal, "ports", &["en"], &[&uid], None).await;
    let href = format!("/files/{uid}/paper.pdf");
    for (language, parts) in [
        ("en", ["Ferries in figures.", "The report", "34 pages", "For members", "log in"]),
        ("es", ["Los transbordadores.", "El informe", "34 páginas", "Para miembros", "inicie sesión"]),
    ] {
        let address = format!("/{language}/repository/ports");
        let page = portal.get(&address).await.body;
        for part in parts {
            assert!(page.contains(part), "{language} lacks {part}");
        }
        assert!(!page.contains(&uid), "the address of the file is in the page of a visitor");
        let list = listed(&page);
        assert!(!list.contains("<iframe"), "{list}");
        assert!(list.contains(&format!("/{language}/login?next=%2F{language}%2Frepository%2Fports")), "{list}");
        let refused = get_as(&portal, &href, &format!("language={language}")).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER);
        assert!(refused.header(header::LOCATION).starts_with(&format!("/{language}/login?next=")));
    }
    let machine = portal.send(Request::get(&href).header(header::ACCEPT, "application/pdf")).await;
    assert_eq!(
        (machine.status, machine.header(header::CACHE_CONTROL)),
        (StatusCode::UNAUTHORIZED, "private, no-store")
    );
    let told = told_to_machines(&portal, "ports").await;
    assert!(told.iter().all(|text| !text.contains(&uid)), "{told:?}");
    assert!(told[0].contains("rel=\"license\""), "{}", told[0]);
    let member = staff(&portal, "mia", Role::Member).await;
    let page = get_as(&portal, "/en/repository/ports", &member).await;
    assert!(listed(&page.body).contains(&format!("href=\"{href}\"")) && listed(&page.body).contains("<iframe"));
    assert_eq!(page.header(header::CACHE_CONTROL), "private, no-store");
    let file = get_as(&portal, &href, &member).await;
    assert_eq!((file.status, file.header(header::CACHE_CONTROL)), (StatusCode::OK, "private, no-store"));
}

/// 14.6.2
#[tokio::test]
async fn a_publication_leads_to_its_other_languages_by_document_or_by_their_own_entry() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let (english, spanish) =
        (paper(&portal, &eva, "en", "everybody", 900).await, paper(&portal, &eva, "es", "everybody", 901).await);
    let french = paper(&portal, &eva, "fr", "members", 902).await;
    report(&portal, "ports", &["en", "es", "fr"], &[&english, &spanish, &french], None).await;
    report(&portal, "havens", &["nl"], &[], Some("ports")).await;
    for (language, also, [other, french, dutch], (uid, own)) in [
        ("en", "Also available in", ["Spanish", "French", "Dutch"], (&spanish, &english)),
        ("es", "También disponible en", ["Inglés", "Francés", "Neerlandés"], (&english, &spanish)),
    ] {
        let page = portal.get(&format!("/{language}/repository/ports")).await.body.replace("<!>", "");
        let editions = page.split("class=\"editions\"").nth(1).unwrap().split("</p>").next().unwrap();
        let link = |href: &str, name: &str| format!("<a href=\"{href}\" rel=\"external\">{name}</a>");
        assert!(editions.contains(also), "{editions}");
        assert!(editions.contains(&link(&format!("/files/{uid}/paper.pdf"), other)), "{editions}");
        assert!(editions.contains(&link(&format!("/{language}/repository/havens"), dutch)), "{editions}");
        assert!(editions.contains(&format!("<span>{french}</span>")), "what is not open leads nowhere: {editions}");
        assert!(!editions.contains(own.as_str()), "the language at hand is no other one: {editions}");
    }
    // The other entry leads back.
    let other = portal.get("/es/repository/havens").await.body;
    assert!(other.split("class=\"editions\"").nth(1).unwrap().contains("/es/repository/ports"));
}

/// 14.6.7
#[tokio::test]
async fn a_file_with_an_opening_day_is_listed_before_it_and_opens_on_it_by_itself() {
    let portal = TestPortal::start().await;
    let (eva, mia) = (staff(&portal, "eva", Role::Editor).await, staff(&portal, "mia", Role::Member).await);
    let fields = [("title.en", "The report"), ("access", "everybody"), ("language", "en"), ("opens", "2026-12-01")];
    let uid = uploaded(&portal, &eva, &fields, &pdf(900)).await;
    report(&portal, "ports", &["en"], &[&uid], None).await;
    let href = format!("/files/{uid}/paper.pdf");
    for (language, says) in [("en", "Opens on 1 December 2026"), ("es", "Se abre el 1 de diciembre de 2026")] {
        for cookie in ["", &mia] {
            let page = get_as(&portal, &format!("/{language}/repository/ports"), cookie).await.body;
            let list = listed(&page);
            assert!(list.contains("The report") && list.contains(says), "{list}");
            assert!(!page.contains(&uid) && !list.contains("<iframe"), "{list}");
        }
        let refused = get_as(&portal, &href, &format!("language={language}")).await;
        // It says from which day on it will be.
        let why = if language == "en" { "is not open yet" } else { "todavía no está abierto" };
        assert_eq!(
            (refused.status, refused.header(header::CACHE_CONTROL)),
            (StatusCode::FORBIDDEN, "private, no-store")
        );
        assert!(
            refused.body.contains(why)
                && refused.body.contains(says)
                && refused.body.contains(&format!("lang=\"{language}\"")),
            "{}",
            refused.body
        );
    }
    assert_eq!(get_as(&portal, &href, &mia).await.status, StatusCode::FORBIDDEN);
    let machine = portal.send(Request::get(&href).header(header::ACCEPT, "application/pdf")).await;
    assert_eq!((machine.status, machine.body.as_str()), (StatusCode::FORBIDDEN, ""));
    let told = told_to_machines(&portal, "ports").await;
    assert!(told.iter().all(|text| !text.contains(&uid)), "{told:?}");
    // Staff open it, are told that others do not, and no cache keeps it.
    let page = get_as(&portal, "/en/repository/ports", &eva).await.body;
    assert!(listed(&page).contains(&href) && listed(&page).contains("Opens on 1 December 2026"));
    let file = get_as(&portal, &href, &eva).await;
    assert_eq!((file.status, file.header(header::CACHE_CONTROL)), (StatusCode::OK, "private, no-store"));
    // A second before the day begins in the region, and then.
    portal.pass(6 * 24 * 3600 + 17 * 3600 - 1);
    assert_eq!(portal.get(&href).await.status, StatusCode::FORBIDDEN);
    portal.pass(1);
    let file = portal.get(&href).await;
    assert_eq!((file.status, file.header(header::CACHE_CONTROL)), (StatusCode::OK, "public, max-age=600"));
    let list = listed(&portal.get("/en/repository/ports").await.body);
    assert!(list.contains(&href) && list.contains("<iframe") && !list.contains("Opens on"), "{list}");
    let told = told_to_machines(&portal, "ports").await;
    assert!(told.iter().all(|text| text.contains(&uid)), "{told:?}");
}

/// 14.6.7
#[tokio::test]
async fn a_bad_opening_day_is_told_with_its_field_and_what_was_typed_stays() {
    let portal = TestPortal::start().await;
    let eva = staff(&portal, "eva", Role::Editor).await;
    let fields = |day| [("title.en", "The report"), ("access", "everybody"), ("opens", day)];
    let bad =
        send(&portal, "es", &eva, form(&fields("2027-02-30"), Some(("a.pdf", "application/pdf", &pdf(90))))).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    for part in ["value=\"2027-02-30\"", "opens-problem", "Se abre el", "value=\"The report\""] {
        assert!(bad.body.contains(part), "{part}");
    }
    let pixels = picture(4, 4, image::ImageFormat::Png);
    let pixel = [fields("2027-03-01").as_slice(), &[("decorative", "1")]].concat();
    let picture = send(&portal, "en", &eva, form(&pixel, Some(("a.png", "image/png", &pixels)))).await;
    assert_eq!(picture.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", picture.body);
    assert!(picture.body.contains("only a document can open later"), "{}", picture.body);
    let uid = uploaded(&portal, &eva, &fields("2027-03-01"), &pdf(91)).await;
    let here = format!("/en/staff/media/{uid}");
    assert!(get_as(&portal, &here, &eva).await.body.contains("value=\"2027-03-01\""));
    let bad = post(&portal, &here, &eva, &fields("tomorrow")).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.body.contains("value=\"tomorrow\"") && bad.body.contains("opens-problem"), "{}", bad.body);
    assert_eq!(post(&portal, &here, &eva, &fields("")).await.status, StatusCode::SEE_OTHER);
    assert!(!get_as(&portal, &here, &eva).await.body.contains("2027-03-01"));
}
