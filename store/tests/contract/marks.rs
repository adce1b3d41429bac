//! What members follow and keep.

use domain::Error;
use domain::account::{Member, Role};
use domain::entry::Kind;
use domain::mark::{Followed, Notices};
use domain::ports::{Desk, Marks};

use crate::drafts::{draft, slug};
use crate::people::person;
use crate::place::{Place, later, now};

async fn ana(place: &Place) -> Member {
    person(place, "ana", Role::Member).await
}

pub(crate) async fn who_follows_a_network_is_counted_once_and_no_more_after_leaving(place: &Place) {
    place.with([draft(Kind::Network, "diaspora")]).await;
    let (ana, ben) = (ana(place).await, person(place, "ben", Role::Member).await);
    let network = slug("diaspora");
    for _again in 0..2 {
        place.follow(&ana, &network, Some(Notices::Digest)).await.unwrap();
    }
    place.follow(&ben, &network, Some(Notices::None)).await.unwrap();
    let seen = place.following(&network, Some(ana.account().id)).await.unwrap();
    assert_eq!((seen.own, seen.followers), (Some(Notices::Digest), 2));
    place.follow(&ana, &network, None).await.unwrap();
    let seen = place.following(&network, Some(ana.account().id)).await.unwrap();
    assert_eq!((seen.own, seen.followers), (None, 1));
    assert_eq!(place.following(&network, None).await.unwrap().own, None);
}

pub(crate) async fn each_network_has_its_own_choice_and_keeps_its_place(place: &Place) {
    place.with([draft(Kind::Network, "diaspora"), draft(Kind::Network, "health")]).await;
    let ana = ana(place).await;
    place.follow(&ana, &slug("health"), Some(Notices::Digest)).await.unwrap();
    place.follow(&ana, &slug("diaspora"), Some(Notices::None)).await.unwrap();
    place.follow(&ana, &slug("health"), Some(Notices::All)).await.unwrap();
    let followed = place.followed(ana.account().id).await.unwrap();
    let expected = [("health", Notices::All), ("diaspora", Notices::None)];
    assert_eq!(followed, expected.map(|(network, notices)| Followed { network: slug(network), notices }));
    // The networks of the profile are the same ones.
    let networks = domain::ports::Accounts::account(&**place, ana.account().id).await.unwrap().profile.networks;
    assert_eq!(networks, [slug("health"), slug("diaspora")]);
}

pub(crate) async fn what_does_not_exist_cannot_be_marked(place: &Place) {
    let ana = ana(place).await;
    let nowhere = slug("nowhere");
    assert_eq!(place.follow(&ana, &nowhere, Some(Notices::All)).await, Err(Error::NotFound));
    assert_eq!(place.following(&nowhere, None).await, Err(Error::NotFound));
    assert_eq!(place.keep(&ana, Kind::Post, &nowhere, true, now()).await, Err(Error::NotFound));
}

pub(crate) async fn what_is_kept_comes_latest_first_each_once_and_for_its_owner_alone(place: &Place) {
    place.with([draft(Kind::Post, "one"), draft(Kind::News, "two")]).await;
    let (ana, ben) = (ana(place).await, person(place, "ben", Role::Member).await);
    place.keep(&ana, Kind::Post, &slug("one"), true, now()).await.unwrap();
    place.keep(&ana, Kind::News, &slug("two"), true, later(1)).await.unwrap();
    place.keep(&ana, Kind::Post, &slug("one"), true, later(2)).await.unwrap();
    let kept = place.kept(ana.account().id).await.unwrap();
    assert_eq!(kept.iter().map(|kept| kept.slug.as_str()).collect::<Vec<_>>(), ["two", "one"]);
    assert!(place.keeps(ana.account().id, Kind::Post, &slug("one")).await.unwrap());
    assert!(!place.keeps(ben.account().id, Kind::Post, &slug("one")).await.unwrap());
    assert_eq!(place.kept(ben.account().id).await.unwrap(), []);
    place.keep(&ana, Kind::Post, &slug("one"), false, later(3)).await.unwrap();
    assert!(!place.keeps(ana.account().id, Kind::Post, &slug("one")).await.unwrap());
}

pub(crate) async fn what_is_deleted_is_no_longer_shown_among_what_is_kept(place: &Place) {
    place.with([draft(Kind::Post, "one")]).await;
    let ana = ana(place).await;
    place.keep(&ana, Kind::Post, &slug("one"), true, now()).await.unwrap();
    place.delete(Kind::Post, &slug("one"), "ana", now()).await.unwrap();
    assert_eq!(place.kept(ana.account().id).await.unwrap(), []);
    place.restore(Kind::Post, &slug("one"), "ana", now()).await.unwrap();
    assert_eq!(place.kept(ana.account().id).await.unwrap().len(), 1, "a restored entry is kept as before");
}

pub(crate) async fn what_is_kept_bears_labels_and_a_note_of_its_owner(place: &Place) {
    place.with([draft(Kind::Post, "one")]).await;
    let (ana, ben) = (ana(place).await, person(place, "ben", Role::Member).await);
    let labels = ["border".to_owned(), "for the minister".to_owned()];
    let one = slug("one");
    assert_eq!(
        place.describe(&ana, Kind::Post, &one, &labels, "Page 4.").await,
        Err(Error::NotFound),
        "it is not kept"
    );
    for member in [&ana, &ben] {
        place.keep(member, Kind::Post, &one, true, later(1)).await.unwrap();
    }
    place.describe(&ana, Kind::Post, &one, &labels, "Page 4.\nAnd 5.").await.unwrap();
    let kept = place.kept(ana.account().id).await.unwrap().remove(0);
    assert_eq!((kept.labels.as_slice(), kept.note.as_str(), kept.since), (&labels[..], "Page 4.\nAnd 5.", later(1)));
    let of_another = place.kept(ben.account().id).await.unwrap().remove(0);
    assert_eq!((of_another.labels.len(), of_another.note.as_str()), (0, ""));
    place.describe(&ana, Kind::Post, &one, &[], "").await.unwrap();
    assert_eq!(place.kept(ana.account().id).await.unwrap()[0].labels, [""; 0]);
}
