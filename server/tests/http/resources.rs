//! Blog, news, media and e-campus: what their lists and pages say.

use axum::http::StatusCode;
use domain::Language;
use domain::account::Role;
use domain::block::{Block, BlockKind, BlockText};
use domain::entry::{Details, Edition, Kind, Words};
use domain::language::Texts;
use domain::media::MediaForm;
use domain::pack::EntryDraft;

use crate::accounts::{get_as, person, signed_in};
use crate::desk::{leads, open, opened, send, staff};
use crate::portal::TestPortal;

const POST: &str = "shortages-of-health-workers";

fn titled(title: &str) -> Edition {
    Edition { title: title.to_owned(), summary: String::new(), picture_alt: String::new(), words: Words::default() }
}

fn count(page: &str, part: &str) -> usize {
    page.matches(part).count()
}

/// 14.7.1
#[tokio::test]
async fn a_list_is_narrowed_by_author_network_country_and_year_and_keeps_that_in_both_languages() {
    let portal = TestPortal::start().await;
    let all = portal.get("/en/blog").await.body;
    let author = "Regional+specialist%2C+migration+and+health";
    let own = portal.get(&format!("/en/blog?author={author}")).await.body;
    assert!(own.contains(&format!("/en/blog/{POST}")) && own.contains("Regional specialist, migration and health"));
    assert!(count(&own, "class=\"item\"") < count(&all, "class=\"item\"") && count(&own, "class=\"item\"") > 0);
    // The switch keeps the query: who wrote it is the same in the other language.
    let twin = portal.get(&format!("/es/blog?author={author}")).await.body;
    assert_eq!(count(&twin, "class=\"item\""), count(&own, "class=\"item\""));
    let spanish = portal.get("/es/blog?author=Especialista%20regional%2C%20migraci%C3%B3n%20y%20salud").await.body;
    assert_eq!(count(&spanish, "class=\"item\""), count(&own, "class=\"item\""));
    let nobody = portal.get("/en/blog?author=nobody").await;
    assert_eq!((nobody.status, count(&nobody.body, "class=\"item\"")), (StatusCode::OK, 0));
    let news = portal.get("/en/news?country=guyana&year=2020&network=labour-migration").await.body;
    assert!(news.contains("/en/news/study-of-labour-migration-in-guyana"));
}

/// 14.7.2
#[tokio::test]
async fn a_post_says_who_wrote_it_when_how_long_it_takes_and_where_it_stood_first() {
    let portal = TestPortal::start().await;
    for (language, parts) in [
        ("en", ["By <a rel=\"author\"", "min read", "Regional specialist, migration and health"]),
        ("es", ["Por <a rel=\"author\"", "min de lectura", "Especialista regional, migración y salud"]),
    ] {
        let page = portal.get(&format!("/{language}/blog/{POST}")).await.body;
        let text = page.replace("<!>", "").replace("  ", " ");
        for part in parts.into_iter().chain(["datetime=\"2019-10-15\""]) {
            assert!(text.contains(part), "{language} lacks {part}");
        }
        assert!(!page.contains("Updated ") && !page.contains("Actualizado el"), "nothing was changed since");
    }
    let (name, link) = ("A newspaper of the region", "https://example.org/2020/a-text".to_owned());
    let reprint = EntryDraft {
        slug: "reprinted".parse().unwrap(),
        published: Some(jiff::civil::date(2020, 10, 13)),
        details: Details::Post { first_published: Some((name.to_owned(), link.clone())) },
        editions: Texts::from_iter(Language::ALL.map(|its| (its, titled("A text that stood elsewhere first")))),
        ..EntryDraft::blank(Kind::Post, Language::En)
    };
    portal.portal.desk.create(&reprint, "ana", "a test", portal.portal.clock.now()).await.unwrap();
    for (language, words) in [("en", "First published at"), ("es", "Publicado primero en")] {
        let page = portal.get(&format!("/{language}/blog/reprinted")).await.body;
        let said = page.split(words).nth(1).unwrap().split("</p>").next().unwrap();
        assert!(said.contains(&format!("href=\"{link}\"")) && said.contains(name), "{language}: {said}");
    }
}

/// 14.7.2
#[tokio::test]
async fn a_post_that_is_changed_later_says_when_and_who_else_had_a_part_in_it() {
    let portal = TestPortal::start().await;
    person(&portal, "staff@example.org", Role::Editor).await;
    portal.pass(24 * 3600);
    let staff = signed_in(&portal, "staff@example.org").await;
    let address = format!("/en/staff/edit/blog/{POST}");
    let editor = get_as(&portal, &address, &staff).await.body;
    for field in ["en.credit", "es.credit", "en.author"] {
        assert!(editor.contains(&format!("name=\"{field}\"")), "the editor lacks {field}");
    }
    let typed = [
        ("en.credit", "Maps by the Ministry of Health"),
        ("es.credit", "Mapas del Ministerio de Salud"),
        ("task", "publish"),
    ];
    let saved = send(&portal, &address, &staff, &opened(&editor), &typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    for (language, credit, updated, day) in [
        ("en", "Credits: Maps by the Ministry of Health", "Updated ", "25 November 2026"),
        ("es", "Créditos: Mapas del Ministerio de Salud", "Actualizado el ", "25 de noviembre de 2026"),
    ] {
        let page = portal.get(&format!("/{language}/blog/{POST}")).await.body.replace("<!>", "");
        assert!(page.contains(credit), "{language}: {page}");
        let said = page.split(updated).nth(1).unwrap().split("</span>").next().unwrap();
        assert!(said.contains("datetime=\"2026-11-25\"") && said.contains(day), "{language}: {said}");
    }
}

/// 14.7.2
#[tokio::test]
async fn a_page_says_updated_only_where_its_own_text_was_changed() {
    let portal = TestPortal::start().await;
    portal.pass(24 * 3600);
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let (desk, now) = (&portal.portal.desk, portal.portal.clock.now());
    let slug = |text: &str| text.parse().unwrap();
    desk.rename(Kind::Post, &slug(POST), &slug("health-workers"), "eve", now).await.unwrap();
    desk.delete(Kind::Post, &slug("health-workers"), "eve", now).await.unwrap();
    desk.restore(Kind::Post, &slug("health-workers"), "eve", now).await.unwrap();
    let address = "/en/staff/edit/blog/health-workers";
    let is_updated = async |language: &str| {
        let page = portal.get(&format!("/{language}/blog/health-workers")).await.body;
        let facts = page.split("class=\"facts\"").nth(1).unwrap().split("</p>").next().unwrap().to_owned();
        facts.contains(if language == "en" { "Updated" } else { "Actualizado el" })
    };
    assert!(!is_updated("en").await && !is_updated("es").await, "renamed, binned and restored");
    let form = open(&portal, address, &cookie).await;
    let typed = [("es.title", "Faltan trabajadores de la salud"), ("task", "publish")];
    leads(&send(&portal, address, &cookie, &form, &typed).await);
    assert!(!is_updated("en").await && is_updated("es").await, "each language has its own day");
}

/// 14.7.2
#[tokio::test]
async fn news_says_where_it_comes_from_and_when() {
    let portal = TestPortal::start().await;
    for (language, city, day) in
        [("en", "<span>Nassau</span>", "12 December 2017"), ("es", "<span>Nasáu</span>", "12 de diciembre de 2017")]
    {
        let list = portal.get(&format!("/{language}/news?country=bahamas&year=2017")).await.body.replace("<!>", "");
        let row = list.split("class=\"item\"").nth(1).unwrap();
        let address = row.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
        let page = portal.get(address).await.body.replace("<!>", "");
        let facts = page.split("class=\"facts\"").nth(1).unwrap().split("</p>").next().unwrap();
        for part in [city, "datetime=\"2017-12-12\"", day] {
            assert!(facts.contains(part) && row.contains(part), "{language} {address} lacks {part}: {facts}");
        }
    }
}

/// 14.7.2
#[tokio::test]
async fn news_says_who_wrote_it_and_how_long_it_takes() {
    let portal = TestPortal::start().await;
    let edition = |title: &str, author: &str| Edition {
        words: Words { author: author.to_owned(), ..Words::default() },
        ..titled(title)
    };
    let text = |word: &str| BlockText { markdown: [word; 450].join(" "), made_from: None };
    let draft = EntryDraft {
        slug: "ports-open".parse().unwrap(),
        published: Some(jiff::civil::date(2024, 5, 6)),
        editions: Texts::from_iter([
            (Language::En, edition("Ports open", "Desk of the ports")),
            (Language::Es, edition("Abren los puertos", "Oficina de puertos")),
        ]),
        blocks: vec![Block {
            id: 0,
            kind: BlockKind::Paragraph,
            texts: Texts::from_iter([(Language::En, text("word")), (Language::Es, text("palabra"))]),
        }],
        ..EntryDraft::blank(Kind::News, Language::En)
    };
    portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
    for (language, by, author, query, reading) in [
        ("en", "By ", "Desk of the ports", "Desk%20of%20the%20ports", "3 min read"),
        ("es", "Por ", "Oficina de puertos", "Oficina%20de%20puertos", "3 min de lectura"),
    ] {
        let page = portal.get(&format!("/{language}/news/ports-open")).await.body.replace("<!>", "");
        let facts = page.split("class=\"facts\"").nth(1).unwrap().split("</p>").next().unwrap();
        let link = format!("{by} <a rel=\"author\" href=\"/{language}/news?author={query}\">{author}</a>");
        for part in [link.replace("  ", " "), format!("<span>{reading}</span>")] {
            assert!(facts.replace("  ", " ").contains(&part), "{language} lacks {part}: {facts}");
        }
        let own = portal.get(&format!("/{language}/news?author={query}")).await.body;
        assert_eq!(count(&own, "class=\"item\""), 1, "{language}");
        assert!(own.contains(&format!("/{language}/news/ports-open\"")) && own.contains(author), "{language}");
    }
}

/// 14.7.4
#[tokio::test]
async fn a_gallery_is_made_of_links_and_a_video_is_not_loaded_before_one_follows_its_link() {
    let portal = TestPortal::start().await;
    let gallery = portal.get("/en/media/pictures-of-the-ten-networks").await.body;
    for number in 1..=10 {
        assert!(gallery.contains(&format!("href=\"#picture-{number}\"")), "no link to {number}");
        assert!(gallery.contains(&format!("id=\"picture-{number}\"")), "no picture {number}");
    }
    let video = portal.get("/es/media/dangers-of-crossing-by-sea-from-haiti").await.body;
    for part in ["Ver en iom.int", "Transcripción", "Subtítulos", "href=\"https://www.iom.int/news/"] {
        assert!(video.contains(part), "{part}");
    }
    for page in [&gallery, &video] {
        let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        for part in ["<iframe", "<video", "<audio", "autoplay", "<embed", "<object"] {
            assert!(!main.contains(part), "{part}");
        }
        for source in main.split("src=\"").skip(1) {
            assert!(source.starts_with('/'), "{}", source.split('"').next().unwrap());
        }
    }
}

/// 14.7.4
#[tokio::test]
async fn a_video_without_a_transcript_and_without_captions_says_so() {
    let portal = TestPortal::start().await;
    let draft = EntryDraft {
        slug: "a-silent-film".parse().unwrap(),
        details: Details::Media {
            form: MediaForm::Video,
            link: Some("https://www.example.org/film".to_owned()),
            minutes: Some(3),
            captions: Vec::new(),
        },
        editions: Texts::from_iter(Language::ALL.map(|its| (its, titled("A silent film")))),
        ..EntryDraft::blank(Kind::Media, Language::En)
    };
    portal.portal.desk.create(&draft, "ana", "a test", portal.portal.clock.now()).await.unwrap();
    for (language, captions, heading, transcript) in [
        ("en", "<dt>Captions</dt> <dd>None stated</dd>", "<h2>Transcript</h2>", "There is no transcript yet."),
        ("es", "<dt>Subtítulos</dt> <dd>No se indican</dd>", "<h2>Transcripción</h2>", "Todavía no hay transcripción."),
    ] {
        let page = portal.get(&format!("/{language}/media/a-silent-film")).await.body.replace("<!>", "");
        let page = page.replace("</dt><dd>", "</dt> <dd>");
        for part in [captions, heading, transcript] {
            assert!(page.contains(part), "{language} lacks {part}: {page}");
        }
        assert!(!page.contains("class=\"transcript\""), "{language}: an empty transcript");
    }
}

/// 14.7.4
#[tokio::test]
async fn staff_add_a_video_by_its_link_with_its_captions_and_its_transcript() {
    let portal = TestPortal::start().await;
    person(&portal, "staff@example.org", Role::Editor).await;
    let staff = signed_in(&portal, "staff@example.org").await;
    let address = "/en/staff/new/media";
    let form = opened(&get_as(&portal, address, &staff).await.body);
    let mut typed = [
        ("en.title", "A film of the region"),
        ("en.summary", "About the region."),
        ("en.credit", "A ministry"),
        ("details.medium", "video"),
        ("details.link", "no address"),
        ("details.minutes", "12"),
        ("details.captions", "en es"),
        ("block.new1.en", "What is said in it."),
        ("task", "publish"),
        ("publish", "en"),
    ];
    let refused = send(&portal, address, &staff, &form, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("no address") && refused.body.contains("A ministry"), "what was typed is lost");
    typed[4].1 = "https://www.example.org/film";
    let sent = send(&portal, address, &staff, &form, &typed).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let page = portal.get("/en/media/a-film-of-the-region").await.body;
    for part in ["Watch at example.org", "12 minutes", "class=\"transcript\"", "What is said in it.", "A ministry"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(portal.get("/en/media.atom").await.body.contains("A film of the region"));
}

/// 14.7.5
#[tokio::test]
async fn pictures_keep_their_place_free_and_those_below_wait() {
    let portal = TestPortal::start().await;
    for address in ["/en/media", "/en/media/pictures-of-the-ten-networks", "/es/media/the-searching-beam"] {
        let page = portal.get(address).await.body;
        let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        let pictures: Vec<&str> = main.split("<img").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
        assert!(!pictures.is_empty(), "{address}");
        for picture in &pictures {
            assert!(picture.contains("width=\"") && picture.contains("height=\""), "{address}: {picture}");
            assert!(picture.contains("loading=\"lazy\"") || picture.contains("fetchpriority=\"high\""), "{picture}");
        }
        assert!(pictures.iter().filter(|picture| picture.contains("fetchpriority")).count() <= 1);
    }
}

/// 14.7.6
#[tokio::test]
async fn a_course_card_says_provider_language_length_cost_and_certificate_and_leads_out() {
    let portal = TestPortal::start().await;
    for (language, names) in [
        (
            "en",
            ["Provider", "Languages", "Length", "Cost", "Certificate", "To the course", "Not stated", "Free of charge"],
        ),
        (
            "es",
            ["Ofrecido por", "Idiomas", "Duración", "Costo", "Certificado", "Ir al curso", "No se indica", "Gratuito"],
        ),
    ] {
        let list = portal.get(&format!("/{language}/e-campus")).await.body;
        let cards = count(&list, "class=\"course-card\"");
        assert_eq!(cards, 8, "{language}");
        assert_eq!(count(&list, "<dt>"), cards * 5, "each card says the same five facts");
        for name in names {
            assert!(list.contains(name), "{language} lacks {name}");
        }
    }
}

/// 14.7.6
#[tokio::test]
async fn a_course_says_on_its_card_and_on_its_page_what_is_known_of_it_and_leads_out() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let list = portal.get(&format!("/{language}/e-campus")).await.body.replace("<!>", "");
        let file = portal.get(&format!("/{language}/e-campus.csv")).await.body;
        let (mut courses, mut with_link) = (0, 0);
        for row in csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes()).records() {
            let row: Vec<String> = row.unwrap().iter().map(|cell| cell.replace('&', "&amp;")).collect();
            // Title; provider, languages, length, cost, certificate, link; networks, countries, summary, language, address.
            let [title, facts @ .., link, _, _, _, _, address] = row.as_slice() else { panic!("{row:?}") };
            let address = address.strip_prefix("https://portal.example.org").unwrap();
            let cards = list.split("class=\"course-card\"").skip(1);
            let card = cards.filter_map(|card| card.split("</li>").next()).find(|card| card.contains(title)).unwrap();
            let page = portal.get(address).await.body.replace("<!>", "");
            let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            assert_eq!(facts.len(), 5, "{row:?}");
            for fact in facts.iter().filter(|fact| !fact.is_empty()) {
                assert!(card.contains(&format!("<dd>{fact}</dd>")), "{language} {title} lacks {fact} on its card");
                assert!(main.contains(&format!("<dd>{fact}</dd>")), "{language} {title} lacks {fact} on its page");
            }
            // What is not known is said to be so in both places.
            let unknown = facts.iter().filter(|fact| fact.is_empty()).count();
            let not_stated = if language == "en" { "<dd>Not stated</dd>" } else { "<dd>No se indica</dd>" };
            assert_eq!([card, main].map(|shown| count(shown, not_stated)), [unknown; 2], "{language} {title}");
            let out = format!("href=\"{link}\" rel=\"external\"");
            assert_eq!(card.contains("course-out"), !link.is_empty(), "{language} {title}");
            assert!(link.is_empty() || (card.contains(&out) && main.contains(&out)), "{language} {title}");
            with_link += i32::from(!link.is_empty());
            courses += 1;
        }
        assert_eq!((courses, with_link), (8, 2), "{language}");
    }
}
