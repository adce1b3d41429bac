//! Figures in sentences: a button that opens a card, a list that the card leads to, and remarks where there is no such figure.

use std::collections::BTreeSet;

use domain::account::Role;
use domain::entry::Kind;

use crate::accounts::get_as;
use crate::desk::{leads, open, send, staff};
use crate::portal::TestPortal;

/// 14.6.9
#[tokio::test]
async fn a_number_in_a_sentence_opens_a_card_with_value_year_source_and_citation() {
    let portal = TestPortal::start().await;
    for (language, value, heading) in
        [("en", "14,000 to 18,000", "Figures on this page"), ("es", "14,000 a 18,000", "Cifras de esta página")]
    {
        let page = portal.get(&format!("/{language}/networks/migrant-smuggling")).await.body;
        assert!(page.contains("popovertarget=\"card-smuggled-into-mexico\""), "{language}");
        let card = page.split("id=\"card-smuggled-into-mexico\"").nth(1).unwrap();
        let card = card.split("popover=\"auto\"").next().unwrap();
        for part in [value, "2014–2015", "UNODC", "#number-smuggled-into-mexico", "figure-cite"] {
            assert!(card.contains(part), "{language} {part}");
        }
        let list = page.split(heading).nth(1).unwrap();
        assert!(list.contains("id=\"number-smuggled-into-mexico\""), "{language}");
    }
}

/// 14.6.9
#[tokio::test]
async fn a_sentence_may_refer_to_a_figure_of_a_set_of_data() {
    let portal = TestPortal::start().await;
    let of = async |path: &str| portal.get(path).await.body;
    for path in ["/en/networks/diaspora", "/es/networks/diaspora"] {
        let page = of(path).await;
        assert!(page.contains("popovertarget=\"card-remittances-as-a-share-of-gdp--haiti-2020\""), "{path}");
        assert!(page.contains("/data/remittances-as-a-share-of-gdp#number-haiti-2020"), "{path}");
    }
    // What a set of data tells by its row and column, the list and the citation say.
    for (language, place, source) in
        [("en", "Country: Guyana. ", "UN Women, 2018"), ("es", "País: Guyana. ", "ONU Mujeres, 2018")]
    {
        let page = of(&format!("/{language}/networks/labour-migration")).await;
        let row =
            page.split("id=\"number-informal-domestic-work-guyana").nth(1).unwrap().split("</li>").next().unwrap();
        assert!(row.contains(place), "{row}");
        let card = page.split("id=\"card-informal-domestic-work--guyana").nth(1).unwrap();
        let cite = card.split("figure-cite\">").nth(1).unwrap().split("</p>").next().unwrap();
        assert!(cite.starts_with(&format!("{source}: ")) && row.contains(source), "{cite}");
        assert!(cite.contains(", Guyana, 94.9%") || cite.contains(", Guyana, 94.9\u{a0}%"), "{cite}");
    }
    let publication = "migration-integration-and-diaspora-engagement-policy-review";
    let page = of(&format!("/es/repository/{publication}")).await;
    assert!(
        page.contains("card-migrants-from-within-the-region--share-2020-counted"),
        "the publication refers to data"
    );
}

/// 14.6.9
#[tokio::test]
async fn every_network_has_numbers_in_its_text_and_each_opens_a_card_in_both_languages() {
    let portal = TestPortal::start().await;
    for language in ["en", "es"] {
        let list = portal.get(&format!("/{language}/networks")).await.body;
        let address = format!("href=\"/{language}/networks/");
        let networks: BTreeSet<&str> = list.split(&address).skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(networks.len(), 10, "{networks:?}");
        for network in networks {
            let page = portal.get(&format!("/{language}/networks/{network}")).await.body;
            let buttons: Vec<&str> = page.split("class=\"figure-ref\" popovertarget=\"").skip(1).collect();
            assert!(!buttons.is_empty(), "{language} {network}");
            for card in buttons.into_iter().filter_map(|rest| rest.split('"').next()) {
                assert!(page.contains(&format!("id=\"{card}\"")), "{language} {network}: {card}");
            }
        }
    }
}

/// 14.1.7, 14.6.9
#[tokio::test]
async fn a_figure_of_a_set_that_was_renamed_keeps_its_button_and_leads_to_the_new_address() {
    let portal = TestPortal::start().await;
    let now = portal.portal.clock.now();
    let [old, new] = ["remittances-as-a-share-of-gdp", "remittances-per-gdp"].map(|slug| slug.parse().unwrap());
    portal.portal.desk.rename(Kind::Dataset, &old, &new, "eve", now).await.unwrap();
    for path in ["/en/networks/diaspora", "/es/networks/diaspora"] {
        let page = portal.get(path).await.body;
        let id = "card-remittances-as-a-share-of-gdp--haiti-2020";
        assert!(page.contains(&format!("popovertarget=\"{id}\"")), "{path}");
        let card = page.split(&format!("id=\"{id}\"")).nth(1).unwrap().split("popover=\"auto\"").next().unwrap();
        assert!(card.contains("/data/remittances-per-gdp#number-haiti-2020"), "{path}: {card}");
        assert!(!card.contains("/data/remittances-as"), "{path}: {card}");
    }
    // Neither does the writer of the text hear that there is no such figure.
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let editor = get_as(&portal, "/en/staff/edit/networks/diaspora", &cookie).await.body;
    assert!(!editor.contains("there is no figure:"), "{editor}");
}

#[tokio::test]
async fn a_writer_is_told_of_a_figure_that_does_not_exist_and_readers_see_its_words() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let form = open(&portal, "/en/staff/new/blog", &cookie).await;
    let text = "It was [21%](figure:remittances-as-a-share-of-gdp/haiti-2020) and [a third](figure:nothing).";
    let typed = [("en.title", "On money"), ("block.new1.en", text), ("task", "save")];
    let saved = send(&portal, "/en/staff/new/blog", &cookie, &form, &typed).await;
    let page = get_as(&portal, leads(&saved), &cookie).await.body;
    let remarks = page.split("id=\"remarks\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(remarks.contains("there is no figure:nothing"), "{remarks}");
    assert!(!remarks.contains("haiti-2020"), "{remarks}");
}

/// 14.9.1
#[tokio::test]
async fn staff_add_and_change_a_figure_in_the_editor_and_a_number_that_is_none_is_named() {
    let portal = TestPortal::start().await;
    let cookie = staff(&portal, "eve", Role::Editor).await;
    let address = "/en/staff/edit/data/remittances-received";
    let form = open(&portal, address, &cookie).await;
    assert_eq!(form.get("figure.haiti-2020.low"), "3100000000");
    let wrong = [("figure.haiti-2020.low", "3,1 bn"), ("task", "publish")];
    let answer = send(&portal, address, &cookie, &form, &wrong).await;
    assert_eq!(answer.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("it must be a number in digits") && answer.body.contains("value=\"3,1 bn\""));
    let typed = [
        ("figure.haiti-2020.low", "3111000000"),
        ("figure.new1.low", "2500000000"),
        ("figure.new1.unit", "usd"),
        ("figure.new1.year", "2019"),
        ("figure.new1.country", "haiti"),
        ("figure.new1.source", "World Bank, 2020"),
        ("figure.new1.en.label", "Remittances received"),
        ("figure.new1.es.label", "Remesas recibidas"),
        ("figure.new1.es.source", "Banco Mundial, 2020"),
        ("task", "publish"),
    ];
    let saved = send(&portal, address, &cookie, &form, &typed).await;
    assert_eq!(saved.status, axum::http::StatusCode::SEE_OTHER, "{}", saved.body);
    let csv = portal.get("/en/data/remittances-received.csv?country=haiti").await.body;
    assert!(csv.contains("\"haiti-2019\"") && csv.contains("\"3111000000\""), "{csv}");
    assert!(csv.contains("\"World Bank, 2020\""), "{csv}");
    let csv = portal.get("/es/data/remittances-received.csv?country=haiti").await.body;
    assert!(csv.contains("\"Banco Mundial, 2020\"") && !csv.contains("World Bank"), "{csv}");
    let history = get_as(&portal, &format!("{address}/history"), &cookie).await.body;
    assert!(history.contains("Figures: Value"), "the history tells of it");
    assert!(
        history.contains("Source in this language, if named differently (Spanish)"),
        "and of the name of the source"
    );
    // What was named is there to be changed, and what is emptied bears the name that all languages share.
    let form = open(&portal, address, &cookie).await;
    assert_eq!(form.get("figure.haiti-2019.es.source"), "Banco Mundial, 2020");
    let saved =
        send(&portal, address, &cookie, &form, &[("figure.haiti-2019.es.source", ""), ("task", "publish")]).await;
    assert_eq!(saved.status, axum::http::StatusCode::SEE_OTHER, "{}", saved.body);
    let csv = portal.get("/es/data/remittances-received.csv?country=haiti&year=2019").await.body;
    assert!(csv.contains("\"World Bank, 2020\""), "{csv}");
}
