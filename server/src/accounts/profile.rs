//! What somebody changes of their own account, as forms send it.

use std::collections::HashMap;

use app::account::KEPT;
use app::account::visit::Visit;
use app::messages::{AccountWords, ProfileWords};
use app::paths;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::{ProfileRequest, Role, Staff, Standing, check_password};
use domain::session::Session;
use domain::{Error, Language, Problem, Rule};

use super::reply::{language, reply};
use super::{password, session};
use crate::desk::form::Fieldset;
use crate::page;
use crate::service::Service;

/// How often one may try one's own password, or ask for another address, within a quarter of an hour.
const TRIES: u32 = 10;
const WHILE: i64 = 900;

/// What came of a form.
enum Outcome {
    Done(&'static str),
    Closed,
    Again { problems: Vec<Problem>, notice: Option<&'static str> },
}

/// Takes one of the forms of the profile.
pub async fn change(State(service): State<Service>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let fields = Fieldset::read(&body);
    let page = language(&uri);
    let here = paths::profile(page);
    let done = async {
        let open = session::of(&service.portal, &headers).await?.ok_or(Error::SignIn)?;
        match fields.one("form") {
            "profile" => set_profile(&service, &open, &fields).await,
            "mail" => ask_email(&service, &open, &fields, page).await,
            "confirm" => ask_confirm(&service, &open).await,
            "password" => set_password(&service, &open, &fields, page).await,
            "close" => close(&service, &open, &fields, page).await,
            other => Err(Error::Invalid(vec![Problem::new("form", other, Rule::OneOfTheList)])),
        }
    };
    match done.await {
        Ok(Outcome::Done(LETTER)) => {
            reply(&service, &headers, &uri, Ok(paths::with_query(&paths::dashboard(page), [("done", LETTER)]))).await
        }
        Ok(Outcome::Done(what)) => {
            reply(&service, &headers, &uri, Ok(paths::with_query(&here, [("done", what)]))).await
        }
        Ok(Outcome::Closed) => {
            let login = paths::with_query(&paths::login(page), [("done", "closed")]);
            (StatusCode::SEE_OTHER, [(header::LOCATION, login), (header::SET_COOKIE, session::ended())]).into_response()
        }
        Ok(Outcome::Again { problems, notice }) => {
            let typed = shown_again(fields);
            let visit = Visit { typed, problems, notice, ..Visit::default() };
            let address = here.parse().unwrap_or(uri);
            page::answer(&service, address, headers, visit, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        // The session has ended meanwhile: what was typed is taken along, and comes back after signing in.
        Err(Error::SignIn) => {
            let typed = shown_again(fields).into_iter().map(|(field, typed)| (format!("{KEPT}{field}"), typed));
            let notice = Some(ProfileWords::of(page).session_ended);
            let visit = Visit { typed: typed.collect(), notice, is_elsewhere: true, ..Visit::default() };
            let address = paths::with_query(&paths::login(page), [("next", here.as_str())]).parse().unwrap_or(uri);
            page::answer(&service, address, headers, visit, StatusCode::UNAUTHORIZED).await
        }
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// What was typed, but for passwords.
fn shown_again(fields: Fieldset) -> HashMap<String, Vec<String>> {
    let mut typed = fields.into_inner();
    for secret in ["password", "current", "mail-current", "close-current"] {
        typed.remove(secret);
    }
    typed
}

/// The profile, after signing in again, with what had been typed there before.
///
/// `headers` bear the new session.
pub(super) async fn taken_up(
    service: &Service,
    page: Language,
    headers: HeaderMap,
    typed: HashMap<String, Vec<String>>,
) -> Response {
    let notice = Some(ProfileWords::of(page).taken_up);
    let visit = Visit { typed, notice, is_elsewhere: true, ..Visit::default() };
    page::answer(service, paths::profile(page).parse().unwrap_or_default(), headers, visit, StatusCode::OK).await
}

async fn set_profile(service: &Service, open: &Session, fields: &Fieldset) -> Result<Outcome, Error> {
    let asked = ProfileRequest {
        name: fields.one("name").to_owned(),
        country: fields.one("country").to_owned(),
        institution: fields.one("institution").to_owned(),
        function: fields.one("function").to_owned(),
        language: fields.one("language").to_owned(),
        digest: fields.one("digest").to_owned(),
    };
    let profile = match asked.read(&open.account.profile) {
        Ok(profile) => profile,
        Err(problems) => return Ok(Outcome::Again { problems, notice: None }),
    };
    let (accounts, now) = (&service.portal.accounts, service.portal.clock.now());
    match accounts.set_profile(open.account.id, &profile, now).await {
        Ok(()) => Ok(Outcome::Done("profile")),
        Err(Error::Invalid(problems)) => Ok(Outcome::Again { problems, notice: None }),
        Err(failure) => Err(failure),
    }
}

/// What is done when another letter to confirm the address was asked for; the dashboard says so.
const LETTER: &str = "letter";

async fn ask_confirm(service: &Service, open: &Session) -> Result<Outcome, Error> {
    // Whoever asks too often has letters enough.
    if may_try(service, open, "confirm").await? {
        service.portal.accounts.ask_confirm(open.account.id, service.portal.clock.now()).await?;
    }
    Ok(Outcome::Done(LETTER))
}

async fn may_try(service: &Service, open: &Session, what: &str) -> Result<bool, Error> {
    let name = format!("{what} {}", open.account.id);
    service.portal.accounts.attempt(&name, TRIES, WHILE, service.portal.clock.now()).await
}

/// Whether somebody who is signed in knows the password: a screen that was left open is not enough.
async fn knows_password(service: &Service, open: &Session, typed: &str) -> Result<bool, Error> {
    let known = service.portal.accounts.credentials(&open.account.profile.email).await?;
    password::is_right(typed.to_owned(), known.map(|(_, hash)| hash)).await
}

async fn ask_email(service: &Service, open: &Session, fields: &Fieldset, page: Language) -> Result<Outcome, Error> {
    let Ok(email) = fields.one("email").parse() else {
        let problem = Problem::new("email", fields.one("email"), Rule::Email);
        return Ok(Outcome::Again { problems: vec![problem], notice: None });
    };
    if !may_try(service, open, "new address").await? {
        return Ok(Outcome::Again { problems: Vec::new(), notice: Some(AccountWords::of(page).too_many) });
    }
    if !knows_password(service, open, fields.one("mail-current")).await? {
        return Ok(Outcome::Again { problems: Vec::new(), notice: Some(ProfileWords::of(page).password_wrong) });
    }
    service.portal.accounts.ask_email(open.account.id, &email, service.portal.clock.now()).await?;
    Ok(Outcome::Done("mail"))
}

async fn set_password(service: &Service, open: &Session, fields: &Fieldset, page: Language) -> Result<Outcome, Error> {
    let (accounts, now) = (&service.portal.accounts, service.portal.clock.now());
    if let Some(problem) = check_password("password", fields.one("password")) {
        return Ok(Outcome::Again { problems: vec![problem], notice: None });
    }
    if !may_try(service, open, "own password").await? {
        return Ok(Outcome::Again { problems: Vec::new(), notice: Some(AccountWords::of(page).too_many) });
    }
    if !knows_password(service, open, fields.one("current")).await? {
        let notice = Some(ProfileWords::of(page).password_wrong);
        return Ok(Outcome::Again { problems: Vec::new(), notice });
    }
    let hash = password::hash(fields.one("password").to_owned()).await?;
    accounts.change_password(open.account.id, &hash, open.id, now).await?;
    Ok(Outcome::Done("password"))
}

/// Closes the account; who alone decides on people stays until somebody else can.
async fn close(service: &Service, open: &Session, fields: &Fieldset, page: Language) -> Result<Outcome, Error> {
    let again = |notice| Ok(Outcome::Again { problems: Vec::new(), notice: Some(notice) });
    let (accounts, now, own) = (&service.portal.accounts, service.portal.clock.now(), &open.account);
    if own.standing == Standing::Unconfirmed {
        // Whether it is theirs has not been shown.
        return Err(Error::Forbidden);
    }
    if !may_try(service, open, "close").await? {
        return again(AccountWords::of(page).too_many);
    }
    if !knows_password(service, open, fields.one("close-current")).await? {
        return again(ProfileWords::of(page).password_wrong);
    }
    if let Some(admin) = Staff::of(own, Role::Admin) {
        let people = accounts.people(&admin, Some(&Standing::Approved)).await?;
        if !people.iter().any(|person| person.id != own.id && person.role == Role::Admin) {
            return again(ProfileWords::of(page).close_last);
        }
    }
    accounts.close_account(own.id, now).await?;
    Ok(Outcome::Closed)
}
