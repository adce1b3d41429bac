//! Figures in sentences: a button that opens a card, a list that the card leads to, and remarks where there is no such figure.

use domain::account::Role;

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
    let publication = "migration-integration-and-diaspora-engagement-policy-review";
    let page = of(&format!("/es/repository/{publication}")).await;
    assert!(
        page.contains("card-migrants-from-within-the-region--share-2020-counted"),
        "the publication refers to data"
    );
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
