//! What forms of accounts send. Each is answered by its own page with what was typed and what is wrong, or leads on.

use std::collections::HashMap;
use std::net::SocketAddr;

use app::account::visit::Visit;
use app::account::{KEPT, TRAP};
use app::messages::{AccountWords, contested, contested_wrong};
use app::paths;
use axum::Extension;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use domain::account::{ApplicationRequest, Confirmation, Email, LONGEST_EMAIL, check_password};
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Language, Problem, Rule};

use super::reply::{self, language, lead_to};
use super::{caller, password, profile, session};
use crate::page;
use crate::service::Service;
use crate::typed::pairs;

/// How often one may try from one address within [`WHILE`]: for one account, and in all.
const PER_ACCOUNT_AND_ADDRESS: u32 = 10;
/// A whole ministry may sit behind one address.
const PER_ADDRESS: u32 = 240;
/// How often everybody together may ask for letters to one account.
const LETTERS: u32 = 10;
/// How often everybody together may try to sign in to one account: so often that nobody locks its owner out by the way, and
/// too seldom to guess a password from many addresses.
const SIGN_INS: u32 = 100;
/// A quarter of an hour, in seconds.
const WHILE: i64 = 900;

/// A form as it came.
pub struct Form {
    service: Service,
    language: Language,
    uri: Uri,
    headers: HeaderMap,
    fields: HashMap<String, Vec<String>>,
    from: String,
}

impl Form {
    fn new(service: Service, uri: Uri, headers: HeaderMap, from: Option<SocketAddr>, body: &[u8]) -> Option<Self> {
        let language = Language::of_path(uri.path())?;
        let mut fields: HashMap<String, Vec<String>> = HashMap::new();
        for (name, value) in pairs(body) {
            fields.entry(name).or_default().push(value);
        }
        let from = caller::address(from.map(|from| from.ip()), &headers);
        Some(Self { service, language, uri, headers, fields, from })
    }

    fn field(&self, name: &str) -> String {
        self.fields.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    /// The page of the form again, with what was typed and what is wrong.
    async fn again(self, address: String, problems: Vec<Problem>, notice: Option<&'static str>) -> Response {
        let mut typed = self.fields;
        typed.remove("password");
        let visit = Visit { typed, problems, notice, ..Visit::default() };
        reply::again(&self.service, self.headers, &address, visit).await
    }

    /// Signs in with the address and the password that were typed.
    async fn enter(&self) -> Result<Entrance, Error> {
        let (portal, words) = (&self.service.portal, AccountWords::of(self.language));
        if !self.may_try("log in", SIGN_INS).await? {
            return Ok(Entrance::Shut(words.too_many));
        }
        let known = match self.field("email").parse::<Email>() {
            Ok(email) => portal.accounts.credentials(&email).await?,
            Err(_unreadable) => None,
        };
        let (account, hash) = known.map_or((None, None), |(account, hash)| (Some(account), Some(hash)));
        let is_right = password::is_right(self.field("password"), hash).await?;
        let Some(account) = account.filter(|_| is_right) else { return Ok(Entrance::Shut(words.wrong)) };
        match session::open(portal, account.id, &self.headers).await {
            Ok(cookie) => Ok(Entrance::Open(cookie)),
            // Only who knows the password learns that the account is closed.
            Err(Error::NotFound) => Ok(Entrance::Shut(words.closed)),
            Err(failure) => Err(failure),
        }
    }

    async fn failed(self, failure: Error) -> Response {
        page::failure(&self.service, &self.headers, &self.uri, failure).await
    }

    /// Whether this is not one attempt too many; `together` is how many everybody may make for one account.
    async fn may_try(&self, what: &'static str, together: u32) -> Result<bool, Error> {
        self.may_try_on(what, &self.field("email"), together).await
    }

    /// The same for the account of an address that was not typed.
    async fn may_try_on(&self, what: &'static str, email: &str, together: u32) -> Result<bool, Error> {
        let portal = &self.service.portal;
        let email: String = email.trim().to_lowercase().chars().take(LONGEST_EMAIL).collect();
        let from = &self.from;
        // What was typed stands last, so that nobody types the name of another count.
        let limits = [
            ("account and address", format!("{what}: from {from} to {email}"), PER_ACCOUNT_AND_ADDRESS),
            ("address", format!("{what}: from {from}"), PER_ADDRESS),
            ("account", format!("{what}: to {email}"), together),
        ];
        for (limit, name, most) in limits {
            if !portal.accounts.attempt(&name, most, WHILE, portal.clock.now()).await? {
                tracing::warn!(what, limit, most, "too many attempts were made");
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// What a form may do.
#[derive(Debug, Clone, Copy)]
pub enum Task {
    /// Ask for an account.
    Register,
    /// Confirm an address.
    Confirm,
    /// Sign in.
    LogIn,
    /// Ask for a new password, or set it.
    Password,
    /// Sign out.
    LogOut,
}

/// Takes a form.
pub async fn take(
    task: Task,
    State(service): State<Service>,
    uri: Uri,
    headers: HeaderMap,
    from: Option<Extension<ConnectInfo<SocketAddr>>>,
    body: Bytes,
) -> Response {
    let fault = (service.clone(), headers.clone(), uri.clone());
    let Some(form) = Form::new(service, uri, headers, from.map(|from| from.0.0), &body) else {
        let (service, headers, uri) = fault;
        return page::failure(&service, &headers, &uri, Error::NotFound).await;
    };
    match task {
        Task::Register => register(form).await,
        Task::Confirm => confirm(form).await,
        Task::LogIn => log_in(form).await,
        Task::Password => set_password(form).await,
        Task::LogOut => log_out(form).await,
    }
}

/// A value, or the page that says why there is none.
macro_rules! or_fail {
    ($form:ident, $outcome:expr) => {
        match $outcome {
            Ok(value) => value,
            Err(failure) => return $form.failed(failure).await,
        }
    };
}

async fn register(form: Form) -> Response {
    let address = paths::register(form.language);
    let asked = ApplicationRequest {
        name: form.field("name"),
        email: form.field("email"),
        password: form.field("password"),
        country: form.field("country"),
        institution: form.field("institution"),
        function: form.field("function"),
        networks: form.fields.get("networks").cloned().unwrap_or_default(),
        language: form.field("language"),
    };
    let sent = || lead_to(paths::with_query(&address, [("sent", "1")]));
    let profile = match asked.read() {
        Ok(profile) => profile,
        Err(problems) => return form.again(address, problems, None).await,
    };
    if !form.field(TRAP).is_empty() {
        return sent();
    }
    if !or_fail!(form, form.may_try("register", LETTERS).await) {
        let notice = AccountWords::of(form.language).too_many;
        return form.again(address, Vec::new(), Some(notice)).await;
    }
    let hash = or_fail!(form, password::hash(asked.password).await);
    match form.service.portal.accounts.apply(&profile, &hash, form.service.portal.clock.now()).await {
        Ok(()) => sent(),
        Err(Error::Invalid(problems)) => form.again(address, problems, None).await,
        Err(failure) => form.failed(failure).await,
    }
}

async fn confirm(form: Form) -> Response {
    let address = paths::confirm(form.language);
    let portal = form.service.portal.clone();
    let key = TokenHash::of(&form.field("key"));
    let with_key = paths::with_query(&address, [("key", form.field("key").as_str())]);
    match portal.accounts.confirmation(&key, portal.clock.now()).await {
        Ok(asked) if asked.is_contested => {
            if let Some(notice) = or_fail!(form, stops(&form, asked).await) {
                return form.again(with_key, Vec::new(), Some(notice)).await;
            }
        }
        Ok(_) | Err(Error::Gone) => {}
        Err(failure) => return form.failed(failure).await,
    }
    match portal.accounts.confirm(&key, portal.clock.now()).await {
        Ok(_account) => lead_to(paths::with_query(&address, [("done", "1")])),
        // The same page confirms another address of somebody who has an account.
        Err(Error::Gone) => match portal.accounts.confirm_email(&key, portal.clock.now()).await {
            Ok(_account) => lead_to(paths::with_query(&paths::profile(form.language), [("done", "address")])),
            // The page says that the link works no more.
            Err(Error::Gone) => form.again(address, Vec::new(), None).await,
            Err(failure) => form.failed(failure).await,
        },
        Err(failure) => form.failed(failure).await,
    }
}

/// What keeps somebody from confirming one of several applications with an address: only who knows its password has made it.
async fn stops(form: &Form, asked: Confirmation) -> Result<Option<&'static str>, Error> {
    let password = form.field("password");
    if password.is_empty() {
        return Ok(Some(contested(form.language)));
    }
    if !form.may_try_on("confirm", asked.email.as_str(), SIGN_INS).await? {
        return Ok(Some(AccountWords::of(form.language).too_many));
    }
    let is_right = password::is_right(password, Some(asked.password_hash)).await?;
    Ok((!is_right).then(|| contested_wrong(form.language)))
}

/// What came of an attempt to sign in.
pub enum Entrance {
    /// The session is open: the cookie to set.
    Open(String),
    /// It is not, and why.
    Shut(&'static str),
}

/// Signs somebody in by what was typed into a form that is not only about that.
///
/// # Errors
/// Those of the store.
pub async fn enter(
    service: &Service,
    uri: &Uri,
    headers: &HeaderMap,
    from: Option<SocketAddr>,
    email: &str,
    password: &str,
) -> Result<Entrance, Error> {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs([("email", email), ("password", password)])
        .finish();
    let form = Form::new(service.clone(), uri.clone(), headers.clone(), from, body.as_bytes());
    form.ok_or(Error::NotFound)?.enter().await
}

async fn log_in(form: Form) -> Response {
    let next = form.field("next");
    let address = paths::with_query(&paths::login(form.language), [("next", next.as_str())]);
    let cookie = match or_fail!(form, form.enter().await) {
        Entrance::Open(cookie) => cookie,
        Entrance::Shut(why) => return form.again(address, Vec::new(), Some(why)).await,
    };
    let kept: HashMap<String, Vec<String>> = form
        .fields
        .iter()
        .filter_map(|(field, typed)| Some((field.strip_prefix(KEPT)?.to_owned(), typed.clone())))
        .collect();
    if !kept.is_empty() {
        let mut headers = form.headers;
        let (Some(Ok(borne)), Ok(set)) =
            (cookie.split(';').next().map(str::parse::<HeaderValue>), cookie.parse::<HeaderValue>())
        else {
            return page::failure(&form.service, &headers, &form.uri, Error::Unavailable).await;
        };
        headers.insert(header::COOKIE, borne);
        let mut response = profile::taken_up(&form.service, form.language, headers, kept).await;
        response.headers_mut().append(header::SET_COOKIE, set);
        return response;
    }
    let next = if paths::is_local(&next) { next } else { paths::dashboard(form.language) };
    (StatusCode::SEE_OTHER, [(header::LOCATION, next), (header::SET_COOKIE, cookie)]).into_response()
}

async fn set_password(form: Form) -> Response {
    let words = AccountWords::of(form.language);
    let portal = form.service.portal.clone();
    let (address, key) = (paths::password(form.language), form.field("key"));
    if key.is_empty() {
        let Ok(email) = form.field("email").parse::<Email>() else {
            let problem = Problem::new("email", &form.field("email"), Rule::Email);
            return form.again(address, vec![problem], None).await;
        };
        if !or_fail!(form, form.may_try("password", LETTERS).await) {
            return form.again(address, Vec::new(), Some(words.too_many)).await;
        }
        or_fail!(form, portal.accounts.ask_reset(&email, portal.clock.now()).await);
        return lead_to(paths::with_query(&address, [("sent", "1")]));
    }
    let with_key = paths::with_query(&address, [("key", key.as_str())]);
    if let Some(problem) = check_password("password", &form.field("password")) {
        return form.again(with_key, vec![problem], None).await;
    }
    // Who has no key costs no hashing, and who has one not without end.
    let holder = match portal.accounts.holder(MailKey::Reset, &TokenHash::of(&key), portal.clock.now()).await {
        Ok(account) => account,
        Err(Error::Gone) => return form.again(address, Vec::new(), Some(words.key_lapsed)).await,
        Err(failure) => return form.failed(failure).await,
    };
    if !or_fail!(form, form.may_try_on("new password", holder.profile.email.as_str(), SIGN_INS).await) {
        return form.again(with_key, Vec::new(), Some(words.too_many)).await;
    }
    let hash = or_fail!(form, password::hash(form.field("password")).await);
    match portal.accounts.reset(&TokenHash::of(&key), &hash, portal.clock.now()).await {
        Ok(_account) => lead_to(paths::with_query(&paths::login(form.language), [("done", "1")])),
        Err(Error::Gone) => form.again(address, Vec::new(), Some(words.key_lapsed)).await,
        Err(failure) => form.failed(failure).await,
    }
}

async fn log_out(form: Form) -> Response {
    let portal = form.service.portal.clone();
    if let Some(open) = or_fail!(form, session::of(&portal, &form.headers).await) {
        or_fail!(form, portal.accounts.close_session(open.account.id, open.id).await);
    }
    let headers = [(header::LOCATION, paths::home(form.language)), (header::SET_COOKIE, session::ended())];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// Ends another session of who is signed in.
pub async fn end_session(
    State(service): State<Service>,
    Path((_, id)): Path<(String, i64)>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let language = language(&uri);
    let ended = async {
        let open = session::of(&service.portal, &headers).await?.ok_or(Error::SignIn)?;
        service.portal.accounts.close_session(open.account.id, id).await
    };
    match ended.await {
        Ok(()) => lead_to(paths::dashboard(language)),
        Err(Error::SignIn) => lead_to(paths::login(language)),
        Err(failure) => page::failure(&service, &headers, &uri, failure).await,
    }
}
