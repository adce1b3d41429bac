//! Whatever has numbers of its own ends with the list of them, each with its year and its source.

use app::paths;
use axum::http::StatusCode;
use domain::Language;
use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Edition, Kind, Words};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::pack::EntryDraft;
use jiff::civil::date;

use crate::drafts::all_day;
use crate::portal::TestPortal;

/// An entry with a text, and a number of its own that the text tells.
fn counted(kind: Kind) -> EntryDraft {
    let edition = |title: &str| Edition {
        title: title.to_owned(),
        summary: String::new(),
        picture_alt: String::new(),
        words: Words::default(),
    };
    let words = |label: &str, source: Option<&str>| FigureWords {
        label: label.to_owned(),
        note: None,
        source: source.map(str::to_owned),
    };
    let text = |markdown: &str| BlockText { markdown: markdown.to_owned(), made_from: None };
    EntryDraft {
        slug: "ferries-counted".parse().unwrap(),
        time: (kind == Kind::Event).then(|| all_day(date(2026, 12, 3))),
        editions: Texts::from_iter([
            (Language::En, edition("Ferries, counted")),
            (Language::Es, edition("Transbordadores, contados")),
        ]),
        blocks: vec![Block {
            id: 0,
            kind: BlockKind::Paragraph,
            texts: Texts::from_iter([
                (Language::En, text("There were [4,321](figure:ferries).")),
                (Language::Es, text("Hubo [4,321](figure:ferries).")),
            ]),
        }],
        figures: vec![Figure {
            key: "ferries".parse().unwrap(),
            low: "4321".to_owned(),
            high: None,
            unit: Unit::Count,
            year: "2019-2020".to_owned(),
            source: "Harbour office, 2021".to_owned(),
            url: Some("https://example.org/harbours".to_owned()),
            country: None,
            words: Texts::from_iter([
                (Language::En, words("Ferries between islands", None)),
                (Language::Es, words("Transbordadores entre islas", Some("Capitanía de puertos, 2021"))),
            ]),
        }],
        ..EntryDraft::blank(kind, Language::En)
    }
}

/// 14.6.9
#[tokio::test]
async fn an_entry_of_any_kind_that_has_a_number_ends_with_the_list_of_its_numbers() {
    let portal = TestPortal::start().await;
    let slug = "ferries-counted".parse().unwrap();
    for kind in [Kind::Post, Kind::News, Kind::Event, Kind::Page, Kind::Course, Kind::Media, Kind::Publication] {
        portal.portal.desk.create(&counted(kind), "ana", "a test", portal.portal.clock.now()).await.unwrap();
        for (language, said, heading, [label, source], [of_year, of_source]) in [
            (
                Language::En,
                "There were ",
                "Figures on this page",
                ["Ferries between islands", "Harbour office, 2021"],
                ["Year", "Source"],
            ),
            (
                Language::Es,
                "Hubo ",
                "Cifras de esta página",
                ["Transbordadores entre islas", "Capitanía de puertos, 2021"],
                ["Año", "Fuente"],
            ),
        ] {
            let address = paths::entry(language, kind, &slug);
            let page = portal.get(&address).await;
            assert_eq!(page.status, StatusCode::OK, "{address}");
            let body = page.body.replace("<!>", "");
            let main = body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            let (before, rest) = main.split_once("<h2 id=\"figures\">").unwrap_or_else(|| panic!("{address}: {main}"));
            assert!(before.contains(said), "{address}: the list stands before the text");
            let list = rest.split("</section>").next().unwrap();
            assert_eq!(list.matches("class=\"figure\"").count(), 1, "{address}");
            for part in [
                &format!("{heading}</h2>"),
                "id=\"number-ferries\"",
                "4,321",
                label,
                &format!("{of_year}: 2019–2020"),
                &format!("{of_source}: <a href=\"https://example.org/harbours\""),
                source,
            ] {
                assert!(list.contains(part), "{address} lacks {part}: {list}");
            }
            // What is copied to cite it names the source as the page does.
            let cite = body.split("figure-cite\">").nth(1).unwrap().split("</p>").next().unwrap();
            assert!(cite.starts_with(&format!("{source}: ")), "{address}: {cite}");
        }
    }
}
