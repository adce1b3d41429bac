//! Links to previews. 14.9.4

use domain::Error;
use domain::account::Role;
use domain::audit::{AuditFilter, AuditSpan};
use domain::entry::Kind;
use domain::ports::{Desk, Secretariat};
use domain::preview::{Audience, Previews};
use domain::token::TokenHash;

use crate::drafts::{draft, slug};
use crate::people::staff;
use crate::place::{Place, later};

pub(crate) async fn a_link_opens_its_draft_until_it_ends_or_is_taken_back(place: &Place) {
    place.with([draft(Kind::Post, "ports"), draft(Kind::Post, "quays")]).await;
    let ana = staff(place, "ana", Role::Contributor).await;
    let (ports, quays) = (slug("ports"), slug("quays"));
    let [first, second, unknown] = ["first", "second", "unknown"].map(TokenHash::of);
    let make = async |token: &TokenHash, audience, until| {
        place.share(&ana, (Kind::Post, &ports), audience, token, later(until), later(0)).await.unwrap();
    };
    make(&first, Audience::Member, 20).await;
    make(&second, Audience::Visitor, 10).await;
    let shared = place.shared(&first, later(5)).await.unwrap();
    assert_eq!((shared.kind, &shared.slug, shared.audience), (Kind::Post, &ports, Audience::Member));
    assert_eq!((shared.account, shared.expires), (ana.account().id, later(20)));
    assert_eq!(place.shared(&unknown, later(5)).await, Err(Error::NotFound));

    let links = async |now| place.preview_links(&ana, Kind::Post, &ports, later(now)).await.unwrap();
    let each = links(5).await;
    let until: Vec<_> = each.iter().map(|link| (link.audience, link.expires)).collect();
    assert_eq!(until, [(Audience::Visitor, later(10)), (Audience::Member, later(20))]);
    assert_eq!(place.shared(&second, later(10)).await, Err(Error::Gone));
    assert_eq!(links(10).await.len(), 1);

    place.take_back(&ana, Kind::Post, &quays, each[1].id, later(11)).await.unwrap();
    assert!(place.shared(&first, later(11)).await.is_ok(), "it is a link of another entry");
    place.take_back(&ana, Kind::Post, &ports, each[1].id, later(12)).await.unwrap();
    assert_eq!(place.shared(&first, later(12)).await, Err(Error::Gone));
    assert_eq!(links(12).await, []);
    let about = AuditFilter { subject: "post/ports".to_owned(), ..AuditFilter::default() };
    let editor = staff(place, "editor", Role::Editor).await;
    let log = place.audit(&editor, &about, AuditSpan::ALL).await.unwrap();
    assert_eq!(log.total, 3, "made twice, taken back once");
}

pub(crate) async fn a_link_follows_its_entry_to_another_address_and_into_the_bin(place: &Place) {
    place.with([draft(Kind::Post, "ports")]).await;
    let ana = staff(place, "ana", Role::Editor).await;
    let (ports, quays, token) = (slug("ports"), slug("quays"), TokenHash::of("key"));
    let share = async |at: &domain::Slug| {
        place.share(&ana, (Kind::Post, at), Audience::Visitor, &token, later(50), later(0)).await
    };
    share(&ports).await.unwrap();
    place.rename(Kind::Post, &ports, &quays, "ana", later(1)).await.unwrap();
    assert_eq!(place.shared(&token, later(2)).await.unwrap().slug, quays);
    place.delete(Kind::Post, &quays, "ana", later(3)).await.unwrap();
    assert_eq!(place.shared(&token, later(4)).await, Err(Error::Gone));
    assert_eq!(share(&quays).await, Err(Error::Gone));
    assert_eq!(share(&slug("nowhere")).await, Err(Error::NotFound));
}
