//! Puts marks into words.

use domain::account::{Member, Role};
use domain::entry::Kind;
use domain::mark::{Kept, Notices};
use domain::notice::Every;
use domain::{Error, Language, Portal, Slug};

use crate::account::visit::Visit;
use crate::entries::present;
use crate::messages::{MarkWords, followers};
use crate::paths;
use crate::ui::{Item, ToggleView};

/// The button to follow a network.
///
/// # Errors
/// Those of the store.
pub async fn follow(portal: &Portal, network: &Slug, language: Language) -> Result<ToggleView, Error> {
    let words = MarkWords::of(language);
    let member = member();
    let following = portal.marks.following(network, member.as_ref().map(|member| member.account().id)).await?;
    let others = following.followers - u32::from(following.own.is_some());
    Ok(ToggleView {
        action: match member {
            Some(_) => paths::follow(language, network),
            None => sign_in(language, Kind::Network, network),
        },
        field: "follow",
        is_on: member.map(|_| following.own.is_some()),
        labels: [words.follow.to_owned(), words.unfollow.to_owned()],
        counts: [followers(others, language), followers(others + 1, language)],
    })
}

/// How a member may choose to follow a network: the choice at hand, if they follow it, and how often their digest comes. None
/// for who is no member.
///
/// # Errors
/// Those of the store.
pub async fn follow_choice(portal: &Portal, network: &Slug) -> Result<Option<(Option<Notices>, Every)>, Error> {
    let Some(member) = member() else { return Ok(None) };
    let following = portal.marks.following(network, Some(member.account().id)).await?;
    Ok(Some((following.own, member.account().profile.digest)))
}

/// The button to keep an entry for later.
///
/// # Errors
/// Those of the store.
pub async fn keep(portal: &Portal, kind: Kind, slug: &Slug, language: Language) -> Result<ToggleView, Error> {
    let words = MarkWords::of(language);
    let (action, is_on) = match member() {
        Some(member) => {
            (paths::keep(language, kind, slug), Some(portal.marks.keeps(member.account().id, kind, slug).await?))
        }
        None => (sign_in(language, kind, slug), None),
    };
    Ok(ToggleView {
        action,
        field: "keep",
        is_on,
        labels: [words.keep.to_owned(), words.kept.to_owned()],
        counts: [String::new(), String::new()],
    })
}

/// Something that somebody keeps, as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedRow {
    /// The entry.
    pub item: Item,
    /// What it is and where it stands, with its labels and its note.
    pub kept: Kept,
}

/// What an account keeps; what is not public any more is left out.
///
/// # Errors
/// Those of the store.
pub async fn kept(portal: &Portal, account: i64, language: Language) -> Result<Vec<SavedRow>, Error> {
    let now = portal.clock.now();
    let mut rows = Vec::new();
    for kept in portal.marks.kept(account).await? {
        match portal.library.entry(kept.kind, &kept.slug, language, now).await {
            Ok(entry) => rows.push(SavedRow { item: present::item(&entry.summary, language, now), kept }),
            Err(Error::NotFound | Error::Gone | Error::Moved(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(rows)
}

fn member() -> Option<Member> {
    Visit::current().account().and_then(Member::of)
}

fn sign_in(language: Language, kind: Kind, slug: &Slug) -> String {
    paths::with_query(&paths::login(language), [("next", paths::entry(language, kind, slug).as_str())])
}

/// Where an entry is edited, for who may.
pub fn edit(kind: Kind, slug: &Slug, language: Language) -> Option<String> {
    Visit::current().staff(Role::Contributor).map(|_| paths::edit(language, kind, slug))
}
