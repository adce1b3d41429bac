//! What readers look for and do not find, as staff see it.

use domain::Language;
use domain::account::Role;
use domain::entry::{Edition, Kind, Words};
use domain::pack::EntryDraft;

use crate::accounts::get_as;
use crate::desk::staff;
use crate::portal::TestPortal;

// 14.5.4, 14.5.9
#[tokio::test]
async fn staff_see_what_is_often_looked_for_and_found_nowhere_by_readers_on_three_days() {
    let portal = TestPortal::start().await;
    let searches = ["Mangrove+shelters", "diaspora", "disapora", "%3F%3F%3F", "zzzz&kind=course"];
    for _time in 0..3 {
        for words in searches {
            portal.get(&format!("/en/search?q={words}")).await;
        }
        portal.pass(24 * 3600);
    }
    let eva = staff(&portal, "eva", Role::Contributor).await;
    for _again in 0..3 {
        portal.get("/es/search?q=Ana+Ejemplo").await;
        // An answer is kept for a second.
        portal.pass(2);
    }
    // Staff who look again do not miss it themselves.
    get_as(&portal, "/en/search?q=Mangrove+shelters", &eva).await;
    let seen = async |address: &str| {
        let desk = get_as(&portal, address, &eva).await.body;
        let list = desk.split("id=\"missed\"").nth(1).map(|list| list.split("</section>").next().unwrap().to_owned());
        list.map(|list| list.replace("<!>", ""))
    };
    let list = seen("/en/staff").await.unwrap();
    assert!(list.starts_with(">Looked for and not found<"), "{list}");
    assert!(list.contains(">mangrove shelters</a> (English): 3 searches<"), "{list}");
    assert_eq!(list.matches("<li>").count(), 1, "{list}");
    assert!(seen("/es/staff").await.unwrap().contains("(inglés): 3 búsquedas<"));
    let title = Edition {
        title: "Shelters in a mangrove".to_owned(),
        summary: String::new(),
        picture_alt: String::new(),
        words: Words::default(),
    };
    let page = EntryDraft {
        slug: "shelters".parse().unwrap(),
        editions: [(Language::En, title)].into_iter().collect(),
        ..EntryDraft::blank(Kind::Post, Language::En)
    };
    portal.portal.desk.create(&page, "eva", "a test", portal.portal.clock.now()).await.unwrap();
    assert_eq!(seen("/en/staff").await, None, "by now a page has it");
}
