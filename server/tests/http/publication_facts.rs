//! What the page of a publication says of the work, and in which order.

use domain::Language;
use domain::account::Role;
use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Details, Edition, Kind, PublicationForm, Words};
use domain::language::Texts;
use domain::pack::EntryDraft;

use crate::files::{pdf, staff, uploaded};
use crate::portal::TestPortal;

/// A policy of which everything is known, with a document.
async fn policy(portal: &TestPortal) {
    let eva = staff(portal, "eva", Role::Editor).await;
    let fields = [("title.en", "The policy"), ("title.es", "La política"), ("access", "everybody"), ("language", "nl")];
    let uid = uploaded(portal, &eva, &fields, &pdf(900)).await;
    let edition = |title: &str, note: &str| Edition {
        title: title.to_owned(),
        summary: String::new(),
        picture_alt: String::new(),
        words: Words { year_note: note.to_owned(), ..Words::default() },
    };
    let body = |markdown: &str| BlockText { markdown: markdown.to_owned(), made_from: None };
    let block = |kind, en, es| Block {
        id: 0,
        kind,
        texts: Texts::from_iter([(Language::En, body(en)), (Language::Es, body(es))]),
    };
    let draft = EntryDraft {
        slug: "policy-on-ports".parse().unwrap(),
        files: vec![uid.parse().unwrap()],
        countries: ["suriname", "curacao"].map(|slug| slug.parse().unwrap()).into(),
        details: Details::Publication {
            form: PublicationForm::Policy,
            year: 2021,
            authors: vec!["Croes, Ana María".to_owned(), "Ministry of Ports".to_owned()],
            publisher: Some("Press of the Ports".to_owned()),
            city: Some("Paramaribo".to_owned()),
            languages: ["nl", "en", "es"].map(str::to_owned).into(),
            title_language: None,
            pages: Some(34),
            isbn: Some("978-92-1-002704-5".to_owned()),
            doi: Some("10.18356/9789210027045".to_owned()),
            license: Some("https://creativecommons.org/licenses/by/3.0/igo/".to_owned()),
            replaces: None,
            edition_of: None,
            link: None,
        },
        editions: Texts::from_iter([
            (Language::En, edition("On ports", "by its cover")),
            (Language::Es, edition("Sobre los puertos", "según su cubierta")),
        ]),
        blocks: vec![
            block(BlockKind::Heading, "## Key points", "## Puntos clave"),
            block(BlockKind::Paragraph, "Ports are open.", "Los puertos están abiertos."),
        ],
        ..EntryDraft::blank(Kind::Publication, Language::En)
    };
    portal.portal.desk.create(&draft, "eva", "a test", portal.portal.clock.now()).await.unwrap();
}

/// The page without the marks that scripts need.
async fn page(portal: &TestPortal, language: &str) -> String {
    portal.get(&format!("/{language}/repository/policy-on-ports")).await.body.replace("<!>", "")
}

/// The texts of the facts by their names, and where each leads.
fn facts(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let list = page.split("class=\"details publication-facts\"").nth(1).unwrap().split("</dl>").next().unwrap();
    let rows = list.split("<dt>").skip(1).map(|row| {
        let (name, rest) = row.split_once("</dt>").unwrap();
        let values = rest.split("<span>").skip(1).map(|value| {
            let value = value.split("</span>").next().unwrap();
            let href = value.split("href=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
            let text = value.split_once('>').map_or(value, |(_, rest)| rest.split('<').next().unwrap());
            (text.to_owned(), href.to_owned())
        });
        (name.to_owned(), values.collect())
    });
    rows.collect()
}

/// 14.6.2
#[tokio::test]
async fn everything_that_is_known_of_a_work_stands_in_its_facts_by_name_in_both_languages() {
    let portal = TestPortal::start().await;
    policy(&portal).await;
    let doi = "https://doi.org/10.18356/9789210027045";
    let licence = "https://creativecommons.org/licenses/by/3.0/igo/";
    for (language, expected) in [
        (
            "en",
            [
                ("Type", vec![("Policy", "")]),
                ("Authors", vec![("Croes, Ana María", ""), ("Ministry of Ports", "")]),
                ("Year", vec![("2021 (by its cover)", "")]),
                ("Publisher", vec![("Press of the Ports", "")]),
                ("Published in", vec![("Paramaribo", "")]),
                ("Countries", vec![("Suriname", "/en/countries/suriname"), ("Curaçao", "/en/countries/curacao")]),
                ("Languages", vec![("Dutch, English and Spanish", "")]),
                ("Pages", vec![("34", "")]),
                ("ISBN", vec![("978-92-1-002704-5", "")]),
                ("DOI", vec![("10.18356/9789210027045", doi)]),
                ("Licence", vec![("CC BY 3.0 IGO", licence)]),
            ],
        ),
        (
            "es",
            [
                ("Tipo", vec![("Política", "")]),
                ("Autoría", vec![("Croes, Ana María", ""), ("Ministry of Ports", "")]),
                ("Año", vec![("2021 (según su cubierta)", "")]),
                ("Editor", vec![("Press of the Ports", "")]),
                ("Lugar de publicación", vec![("Paramaribo", "")]),
                ("Países", vec![("Suriname", "/es/countries/suriname"), ("Curazao", "/es/countries/curacao")]),
                ("Idiomas", vec![("Neerlandés, inglés y español", "")]),
                ("Páginas", vec![("34", "")]),
                ("ISBN", vec![("978-92-1-002704-5", "")]),
                ("DOI", vec![("10.18356/9789210027045", doi)]),
                ("Licencia", vec![("CC BY 3.0 IGO", licence)]),
            ],
        ),
    ] {
        let owned = |text: &str| text.to_owned();
        let expected: Vec<(String, Vec<(String, String)>)> = expected
            .into_iter()
            .map(|(name, values)| {
                (owned(name), values.into_iter().map(|(text, href)| (owned(text), owned(href))).collect())
            })
            .collect();
        assert_eq!(facts(&page(&portal, language).await), expected, "{language}");
    }
}

/// 14.6.2
#[tokio::test]
async fn abstract_key_points_documents_facts_and_how_to_cite_follow_each_other() {
    let portal = TestPortal::start().await;
    policy(&portal).await;
    for (language, parts) in [
        ("en", [">Abstract</h2>", ">Key points</h", "paper.pdf\"", ">About this work</h2>", ">How to cite</h2>"]),
        ("es", [">Resumen</h2>", ">Puntos clave</h", "paper.pdf\"", ">Sobre esta obra</h2>", ">Cómo citar</h2>"]),
    ] {
        let page = page(&portal, language).await;
        let main = page.split("<main").nth(1).unwrap();
        let places = parts.map(|part| main.find(part).unwrap_or_else(|| panic!("{language} lacks {part}")));
        assert!(places.is_sorted(), "{language}: {places:?}");
    }
}
