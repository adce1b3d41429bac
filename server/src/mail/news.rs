//! Letters about networks: what was published, at once or in a digest, daily or weekly. Each says how it ends.

use app::events::region::day_of;
use app::messages::{Messages, NoticeWords, digest_subject, end_network, greeting, new_in, new_in_days, news_subject};
use app::paths;
use domain::account::{Account, Member};
use domain::entry::{Kind, Summary};
use domain::listing::Listing;
use domain::mark::Notices;
use domain::notice::DueDigest;
use domain::session::MailKey;
use domain::token::Token;
use domain::{Error, Language, Portal, Slug, date};
use jiff::Timestamp;

use super::letter::{Letter, Part};

/// Writes the letter about an entry; none where it is not public any more, or the person wants no such letter any more.
///
/// # Errors
/// Those of the store.
pub async fn write_published(
    portal: &Portal,
    public_url: &str,
    (kind, slug): (Kind, &Slug),
    account: &Account,
) -> Result<Option<Letter>, Error> {
    let language = account.profile.language;
    let Some(entry) = public(portal, kind, slug, language).await? else { return Ok(None) };
    let reasons = reasons(portal, &entry, account).await?;
    if reasons.is_empty() || Member::of(account).is_none() {
        return Ok(None);
    }
    let names = reasons.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>().join(", ");
    let mut parts = beginning(account, new_in(&names, language));
    parts.extend(named(&entry, public_url, language));
    let end = end(portal, public_url, account).await?;
    for (network, title) in &reasons {
        parts.push(Part::Link(end_network(title, language), format!("{end}&network={network}")));
    }
    let when = entry.time.as_ref().map(|time| date::event_when(time, language)).unwrap_or_default();
    let subject = news_subject(&names, &entry.edition.title, &when, language);
    Ok(Some(finished(account, subject, parts, end, public_url)))
}

/// Writes the digest of a day or a week; none where nothing of it is public any more, or the person wants none any more.
///
/// # Errors
/// Those of the store.
pub async fn write_digest(
    portal: &Portal,
    public_url: &str,
    due: DueDigest,
    until: Timestamp,
    account: &Account,
) -> Result<Option<Letter>, Error> {
    let language = account.profile.language;
    let mut entries = Vec::new();
    for news in portal.inbox.digest(due, until).await? {
        entries.extend(public(portal, news.kind, &news.slug, language).await?);
    }
    if entries.is_empty() || Member::of(account).is_none() {
        return Ok(None);
    }
    let days = date::days(day_of(due.since), day_of(until), language);
    let mut parts = beginning(account, new_in_days(&days, language));
    parts.extend(entries.iter().flat_map(|entry| named(entry, public_url, language)));
    let end = end(portal, public_url, account).await?;
    let subject = digest_subject(entries.len(), &days, language);
    Ok(Some(finished(account, subject, parts, end, public_url)))
}

/// An entry as its readers see it, if they do.
async fn public(portal: &Portal, kind: Kind, slug: &Slug, language: Language) -> Result<Option<Summary>, Error> {
    match portal.library.entry(kind, slug, language, portal.clock.now()).await {
        Ok(entry) => Ok(Some(entry.summary)),
        Err(Error::NotFound | Error::Gone | Error::Moved(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// The networks of an entry of which the person hears everything, with their titles.
async fn reasons(portal: &Portal, entry: &Summary, account: &Account) -> Result<Vec<(Slug, String)>, Error> {
    let language = account.profile.language;
    let followed = portal.marks.followed(account.id).await?;
    let networks = portal.library.list(&Listing::arranged(Kind::Network, language), portal.clock.now()).await?.items;
    let heard = networks.into_iter().filter(|network| {
        let hears = |one: &domain::mark::Followed| one.network == network.slug && one.notices == Notices::All;
        entry.networks.contains(&network.slug) && followed.iter().any(hears)
    });
    Ok(heard.map(|network| (network.slug, network.edition.title)).collect())
}

fn beginning(account: &Account, sentence: String) -> Vec<Part> {
    let greeting = greeting(&account.profile.name, account.profile.language);
    vec![Part::Words(greeting), Part::Words(sentence)]
}

/// An entry: its title with its address, what it is and when, what it is about.
fn named(entry: &Summary, public_url: &str, language: Language) -> [Part; 2] {
    let messages = Messages::of(language);
    let days = entry.time.as_ref().map(|time| date::event_days(time, language));
    let foreign = (entry.language != language).then(|| messages.in_language(entry.language).to_owned());
    let facts = [Some(messages.kind(entry.kind).to_owned()), days, foreign];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let address = format!("{public_url}{}", paths::entry(language, entry.kind, &entry.slug));
    let about = [facts.as_str(), entry.edition.summary.as_str()];
    let about = about.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    [Part::Link(entry.edition.title.clone(), address), Part::Words(about)]
}

/// The address that ends letters about networks, with a key that only this letter holds.
async fn end(portal: &Portal, public_url: &str, account: &Account) -> Result<String, Error> {
    let token = Token::new(&*portal.chance);
    portal.accounts.issue_key(account.id, MailKey::Unsubscribe, &token.hash(), portal.clock.now()).await?;
    let path = paths::with_query(&paths::unsubscribe(account.profile.language), [("key", token.text().as_str())]);
    Ok(format!("{public_url}{path}"))
}

fn finished(account: &Account, subject: String, mut parts: Vec<Part>, end: String, public_url: &str) -> Letter {
    let language = account.profile.language;
    let words = NoticeWords::of(language);
    parts.push(Part::Link(words.end_all.to_owned(), end.clone()));
    let choices = format!("{public_url}{}#followed", paths::dashboard(language));
    parts.push(Part::Link(words.choose.to_owned(), choices));
    Letter { unsubscribe: Some(end), ..Letter::new(account, subject, &parts) }
}
