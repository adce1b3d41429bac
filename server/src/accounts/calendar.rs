//! The address of one's own calendar: made, shown once, taken back.

use std::collections::HashMap;

use app::account::dashboard_compose::OWN_CALENDAR;
use app::account::visit::Visit;
use app::paths;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use domain::session::MailKey;
use domain::token::Token;
use domain::{Error, Problem, Rule};
use serde::Deserialize;

use super::reply::{self, language, reply};
use crate::page;
use crate::service::Service;
use crate::typed::Form;

/// What somebody wants.
#[derive(Debug, Deserialize)]
pub struct Wish {
    #[serde(default)]
    task: String,
}

/// Makes a new address, in place of the one before, and shows it; or takes it back.
pub async fn change(State(service): State<Service>, uri: Uri, headers: HeaderMap, Form(wish): Form<Wish>) -> Response {
    let here = format!("{}#calendar", paths::dashboard(language(&uri)));
    let done = async {
        let member = reply::member(&service, &headers).await?;
        let (accounts, account) = (&service.portal.accounts, member.account().id);
        match wish.task.as_str() {
            "make" => {
                let token = Token::new(&*service.portal.chance);
                let now = service.portal.clock.now();
                accounts.replace_key(account, MailKey::Calendar, &token.hash(), now).await?;
                Ok(Some(token.text()))
            }
            "stop" => accounts.revoke_keys(account, MailKey::Calendar).await.map(|()| None),
            other => Err(Error::Invalid(vec![Problem::new("task", other, Rule::OneOfTheList)])),
        }
    };
    match done.await {
        Ok(Some(key)) => shown(&service, &uri, headers, &key).await,
        Ok(None) => reply(&service, &headers, &uri, Ok(here)).await,
        Err(failure) => reply(&service, &headers, &uri, Err(failure)).await,
    }
}

/// The dashboard, with the address: only its hash is kept, so that it cannot be shown again.
async fn shown(service: &Service, uri: &Uri, headers: HeaderMap, key: &str) -> Response {
    let page = language(uri);
    let address = format!("{}{}", service.public_url, paths::own_calendar_file(page, key));
    let typed = HashMap::from([(OWN_CALENDAR.to_owned(), vec![address])]);
    let address = paths::dashboard(page).parse().unwrap_or_default();
    let visit = Visit { typed, is_elsewhere: true, ..Visit::default() };
    page::answer(service, address, headers, visit, StatusCode::OK).await
}
