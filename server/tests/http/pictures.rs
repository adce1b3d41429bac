//! Pictures of the library on a page of each kind: they fit the screen, keep their place free, and wait below the fold.

use axum::http::header;
use domain::Language;
use domain::account::Role;
use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Edition, Kind, Words};
use domain::event::{EventTime, Mode};
use domain::language::Texts;
use domain::pack::EntryDraft;

use crate::drafts::all_day;
use crate::files::{form, picture, send, staff};
use crate::portal::TestPortal;

/// Uploads a picture 1,000 pixels wide with words in both languages and a credit.
async fn quay(portal: &TestPortal) -> String {
    let eva = staff(portal, "eva", Role::Editor).await;
    let fields = [("alt.en", "A quay"), ("alt.es", "Un muelle"), ("access", "everybody"), ("credit", "Port Authority")];
    let bytes = picture(1000, 500, image::ImageFormat::Jpeg);
    let sent = send(portal, "en", &eva, form(&fields, Some(("quay.jpg", "image/jpeg", &bytes)))).await;
    sent.header(header::LOCATION).rsplit("#file-").next().unwrap().to_owned()
}

/// A published entry of a kind that this picture leads, and that shows it in its text.
async fn entry_with(portal: &TestPortal, kind: Kind, uid: &str) {
    let edition = |title: &str| Edition {
        title: title.to_owned(),
        summary: "About quays.".to_owned(),
        picture_alt: String::new(),
        words: Words::default(),
    };
    let text = |alt: &str| BlockText { markdown: format!("![{alt}](/files/{uid}/960/quay.jpg)"), made_from: None };
    let texts = Texts::from_iter([(Language::En, text("A long quay")), (Language::Es, text("Un muelle largo"))]);
    let day = "2026-12-15".parse().unwrap();
    let time = EventTime { mode: Mode::Online, ..all_day(day) };
    let draft = EntryDraft {
        slug: "quays".parse().unwrap(),
        picture: Some(format!("files/{uid}")),
        time: (kind == Kind::Event).then_some(time),
        blocks: vec![Block { id: 1, kind: BlockKind::Paragraph, texts }],
        editions: Texts::from_iter([(Language::En, edition("Quays")), (Language::Es, edition("Muelles"))]),
        ..EntryDraft::blank(kind, Language::En)
    };
    portal.portal.desk.create(&draft, "eva", "a test", portal.portal.clock.now()).await.unwrap();
}

/// 14.7.5
#[tokio::test]
async fn pictures_of_every_kind_of_page_fit_the_screen_and_keep_their_place_free() {
    let portal = TestPortal::start().await;
    let uid = quay(&portal).await;
    for kind in Kind::ALL {
        entry_with(&portal, kind, &uid).await;
        let slug = "quays".parse().unwrap();
        for (language, lead, inner) in
            [(Language::En, "A quay", "A long quay"), (Language::Es, "Un muelle", "Un muelle largo")]
        {
            let address = app::paths::entry(language, kind, &slug);
            let page = portal.get(&address).await.body;
            let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            let pictures: Vec<&str> = main.split("<img").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
            let own: Vec<&&str> = pictures.iter().filter(|tag| tag.contains(&uid)).collect();
            // The page of a set of data begins with its chart.
            for alt in [lead, inner].into_iter().skip(usize::from(kind == Kind::Dataset)) {
                assert!(
                    own.iter().any(|tag| tag.contains(&format!("alt=\"{alt}\""))),
                    "{address} lacks {alt}: {own:?}"
                );
            }
            for tag in own {
                let set = format!("/files/{uid}/480/quay.jpg 480w, /files/{uid}/960/quay.jpg 960w");
                assert!(
                    tag.contains("srcset=\"") && tag.contains(&set) && tag.contains("sizes=\""),
                    "{address}: {tag}"
                );
                assert!(tag.contains("width=\"1000\"") && tag.contains("height=\"500\""), "{address}: {tag}");
            }
            for tag in &pictures {
                let is_first = tag.contains("fetchpriority=\"high\"");
                assert!(is_first || tag.contains("loading=\"lazy\""), "{address}: {tag}");
            }
            assert!(pictures.iter().filter(|tag| tag.contains("fetchpriority")).count() <= 1, "{address}");
        }
    }
}

/// 14.7.2
#[tokio::test]
async fn a_post_says_in_both_languages_what_its_picture_shows_and_who_made_it() {
    let portal = TestPortal::start().await;
    let uid = quay(&portal).await;
    entry_with(&portal, Kind::Post, &uid).await;
    for (language, lead, inner) in [("en", "A quay", "A long quay"), ("es", "Un muelle", "Un muelle largo")] {
        let page = portal.get(&format!("/{language}/blog/quays")).await.body;
        let figure = page.split("<figure class=\"lead-figure\">").nth(1).unwrap().split("</figure>").next().unwrap();
        assert!(figure.contains(&format!("alt=\"{lead}\"")), "{figure}");
        assert!(figure.split("<figcaption").nth(1).is_some_and(|said| said.contains("Port Authority")), "{figure}");
        let rest = page.split("</figure>").nth(1).unwrap();
        let shown = rest.split(&format!("alt=\"{inner}\"")).nth(1).unwrap();
        let below = shown.split("</em>").next().unwrap();
        assert!(below.ends_with("<br><em>Port Authority"), "{below}");
    }
}
