//! Letters about accounts and seats.

use app::events::letter::{event_letter, facts, when};
use app::events::seats::until;
use app::messages::{AccountLetter, applicants_ask, greeting, join_by_letter, people_wait, seat_subject, standing};
use app::paths;
use domain::account::{Account, Email, Role, Staff, Standing};
use domain::entry::{Kind, Summary};
use domain::event::EventState;
use domain::meeting::Window;
use domain::notice::About;
use domain::registration::State;
use domain::session::MailKey;
use domain::token::Token;
use domain::{Error, Language, Portal, Slug};

use super::letter::{Letter, Part};

/// Writes the letter of a topic to an account, or `to` one address that it had or has; none where the topic calls for none.
///
/// Keys are made here, when the letter is written, so that no secret waits in the database.
///
/// # Errors
/// Those of the store.
pub async fn write(
    portal: &Portal,
    public_url: &str,
    topic: &str,
    account: &Account,
    to: Option<&Email>,
) -> Result<Option<Letter>, Error> {
    let language = account.profile.language;
    let key = async |purpose| {
        let token = Token::new(&*portal.chance);
        portal.accounts.issue_key(account.id, purpose, &token.hash(), portal.clock.now()).await?;
        Ok::<_, Error>(token.text())
    };
    let link = |path: String| format!("{public_url}{path}");
    let email = account.profile.email.as_str();
    let with_key = |path: String, key: String, email: &str| {
        link(paths::with_query(&path, [("key", key.as_str()), ("email", email)]))
    };
    let mut addressee = account.clone();
    let (kind, link) = match topic {
        "mail.email" => {
            let Some(email) = portal.accounts.wanted_email(account.id).await? else { return Ok(None) };
            let key = key(MailKey::Email).await?;
            // To the new address: who reads it there shows that it is theirs.
            addressee.profile.email = email;
            (AccountLetter::NewAddress, with_key(paths::confirm(language), key, ""))
        }
        "mail.address" => {
            let Some(to) = to else { return Ok(None) };
            addressee.profile.email = to.clone();
            let kind =
                if *to == account.profile.email { AccountLetter::AddressTaken } else { AccountLetter::AddressLeft };
            (kind, link(paths::write_to(language, paths::OFFICE)))
        }
        "mail.password" => (AccountLetter::PasswordChanged, link(paths::password(language))),
        "mail.known" => (AccountLetter::Known, link(paths::login(language))),
        "mail.reset" => (AccountLetter::Reset, with_key(paths::password(language), key(MailKey::Reset).await?, email)),
        "mail.decision" => (AccountLetter::Decision, link(paths::dashboard(language))),
        _ => return Ok(None),
    };
    let (subject, body) = kind.words(&account.profile.name, &account.standing, language);
    Ok(Some(with_link(&addressee, subject, &body, link)))
}

/// Writes the letter that asks to confirm an address: for the application that an account was made for, or for another one that
/// stands beside it; none where nothing waits to be confirmed any more.
///
/// # Errors
/// Those of the store.
pub async fn write_confirm(
    portal: &Portal,
    public_url: &str,
    account: &Account,
    application: Option<i64>,
) -> Result<Option<Letter>, Error> {
    if account.standing != Standing::Unconfirmed {
        return Ok(None);
    }
    let (token, now) = (Token::new(&*portal.chance), portal.clock.now());
    let mut asked = account.clone();
    match application {
        None => portal.accounts.issue_key(account.id, MailKey::Confirm, &token.hash(), now).await?,
        Some(id) => match portal.accounts.issue_application_key(id, &token.hash(), now).await {
            Ok(as_it_says) => asked = as_it_says,
            Err(Error::Gone) => return Ok(None),
            Err(failure) => return Err(failure),
        },
    }
    let language = asked.profile.language;
    let path = paths::with_query(&paths::confirm(language), [("key", token.text().as_str())]);
    let (subject, body) = AccountLetter::Confirm.words(&asked.profile.name, &asked.standing, language);
    Ok(Some(with_link(&asked, subject, &body, format!("{public_url}{path}"))))
}

/// Writes the letter that a registration came to this state, as it stands now; none where the event is not public any more, where
/// the registration stands otherwise by now (that has a letter of its own, or needs none), or where it is too late to matter.
///
/// # Errors
/// Those of the store.
pub async fn write_about_seat(
    portal: &Portal,
    public_url: &str,
    event: &Slug,
    state: State,
    account: &Account,
) -> Result<Option<Letter>, Error> {
    let (language, now) = (account.profile.language, portal.clock.now());
    let Some(entry) = event_of(portal, event, language).await? else { return Ok(None) };
    let own = portal.registrations.seats(&entry.slug, Some(account.id)).await?.own;
    let Some(own) = own.filter(|own| own.state == state) else { return Ok(None) };
    let is_over = entry.time.as_ref().is_none_or(|time| time.is_over(now));
    if (is_over && state.is_active()) || (state == State::Offered && !own.is_offer(now)) {
        return Ok(None);
    }
    let until = until(&own, language);
    let sentence = standing(&own, &until, language);
    let subject = seat_subject(state, (&entry.edition.title, &when(&entry, language)), own.position, &until, language);
    let join = if state == State::Registered { join(portal, public_url, &entry, language).await? } else { Vec::new() };
    let body = format!("{}\n\n{sentence}\n\n{}", greeting(&account.profile.name, language), facts(&entry, language));
    Ok(Some(with_links(account, subject, &body, join, address(public_url, &entry, language))))
}

/// Writes the letter that an event has changed, or that it is near; none where it is not public any more (but for a cancelled
/// one), or where it does not concern this person any more: who has given up their seat is neither told nor reminded.
///
/// # Errors
/// Those of the store.
pub async fn write_about_event(
    portal: &Portal,
    public_url: &str,
    event: &Slug,
    about: About,
    account: &Account,
) -> Result<Option<Letter>, Error> {
    let (language, now) = (account.profile.language, portal.clock.now());
    let entry = match event_of(portal, event, language).await? {
        Some(entry) => Some(entry),
        // Staff may have cancelled it and taken it out of sight since: that is no reason to travel there.
        None if about == About::Moved => {
            let cancelled = portal.inbox.cancelled_event(account.id, event).await?;
            cancelled.and_then(|event| event.told(language, now))
        }
        None => None,
    };
    let Some(entry) = entry else { return Ok(None) };
    let Some(time) = entry.time.clone() else { return Ok(None) };
    let own = portal.registrations.seats(&entry.slug, Some(account.id)).await?.own;
    let concerns = own.is_some_and(|own| match about {
        // What was called off meanwhile, or put off, is told of as a change, not as near.
        About::Reminder => {
            own.state == State::Registered
                && time.state == EventState::Scheduled
                && time.starts_at().is_ok_and(|start| start > now)
        }
        _ => own.state.is_active(),
    });
    if !concerns {
        return Ok(None);
    }
    let join = if about == About::Reminder { join(portal, public_url, &entry, language).await? } else { Vec::new() };
    let Some((subject, body)) = event_letter(&entry, about, &account.profile.name, language, now) else {
        return Ok(None);
    };
    Ok(Some(with_links(account, subject, &body, join, address(public_url, &entry, language))))
}

/// Writes the letter that tells who decides on people who asks for an account; none where nobody waits any more, or where
/// this person does not decide any more.
///
/// # Errors
/// Those of the store.
pub async fn write_applicants(portal: &Portal, public_url: &str, account: &Account) -> Result<Option<Letter>, Error> {
    let Some(staff) = Staff::of(account, Role::Admin) else { return Ok(None) };
    let waiting = portal.accounts.people(&staff, Some(&Standing::Waiting)).await?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let language = account.profile.language;
    let (subject, sentence) = (people_wait(waiting.len(), language), applicants_ask(waiting.len(), language));
    let people = waiting.into_iter().map(|applicant| {
        let profile = applicant.profile;
        format!("{}\n{}, {}", profile.name, profile.function, profile.institution)
    });
    let people = people.collect::<Vec<_>>().join("\n\n");
    let body = format!("{}\n\n{sentence}\n\n{people}", greeting(&account.profile.name, language));
    Ok(Some(with_link(account, subject, &body, format!("{public_url}{}", paths::people(language)))))
}

/// The address of an event's page.
fn address(public_url: &str, event: &Summary, language: Language) -> String {
    format!("{public_url}{}", paths::entry(language, Kind::Event, &event.slug))
}

/// What a letter says of joining online: the address of the portal that leads there while the link is open, never the link.
async fn join(portal: &Portal, public_url: &str, event: &Summary, language: Language) -> Result<Vec<Part>, Error> {
    let opens = portal.registrations.seats(&event.slug, None).await?.link_opens;
    let window = opens.zip(event.time.as_ref()).and_then(|(opens, time)| Some((Window::of(opens, time)?, time)));
    Ok(window.map_or_else(Vec::new, |(window, time)| {
        let address = format!("{public_url}{}", paths::join(language, &event.slug));
        vec![Part::Words(join_by_letter(window.opens, time, language)), Part::Link(address.clone(), address)]
    }))
}

/// An event as readers see it, also where it has another address by now; none where it is not public any more.
async fn event_of(portal: &Portal, event: &Slug, language: Language) -> Result<Option<Summary>, Error> {
    let mut address = event.clone();
    for _step in 0..2 {
        match portal.library.entry(Kind::Event, &address, language, portal.clock.now()).await {
            Ok(entry) => return Ok(Some(entry.summary)),
            Err(Error::Moved(new)) => address = new,
            Err(Error::NotFound | Error::Gone) => return Ok(None),
            Err(failure) => return Err(failure),
        }
    }
    Ok(None)
}

/// A letter that ends with one link.
fn with_link(account: &Account, subject: String, body: &str, link: String) -> Letter {
    with_links(account, subject, body, Vec::new(), link)
}

/// The same with more before that link.
fn with_links(account: &Account, subject: String, body: &str, before: Vec<Part>, link: String) -> Letter {
    let paragraphs = body.split("\n\n").map(|words| Part::Words(words.to_owned()));
    let parts = paragraphs.chain(before).chain([Part::Link(link.clone(), link)]).collect::<Vec<_>>();
    Letter::new(account, subject, &parts)
}
