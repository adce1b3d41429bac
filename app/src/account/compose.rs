//! Puts the pages of accounts together.

use std::collections::HashMap;

use domain::account::{Member, PeopleFilter, Role, Standing};
use domain::registration::{ParticipantFilter, State};
use domain::session::MailKey;
use domain::token::TokenHash;
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use super::forms::{AskResetForm, ConfirmForm, KeyUsed, LoginForm, NewPasswordForm, RegisterForm};
use super::import::import_page;
use super::participants::participants_page;
use super::people::People;
use super::profile::ProfileForms;
use super::sign_in_again::SignInAgain;
use super::view::{AccountAsk, AccountView};
use super::visit::Visit;
use crate::entries::compose::country_names;
use crate::failure::Failure;
use crate::marks::saved::Saved;
use crate::messages::{
    AccountWords, DeskWords, ImportWords, MarkWords, Messages, NoticeWords, ProfileWords, SeatWords,
};
use crate::notices::{EndLetters, LettersEnded};
use crate::paths;
use crate::ui::{Crumb, Drawings};

/// A page of accounts.
///
/// # Errors
/// Those of the store; [`Error::SignIn`] and [`Error::Forbidden`] for who may not see it.
pub async fn account(
    portal: &Portal,
    ask: AccountAsk,
    language: Language,
    ink: &mut Drawings,
) -> Result<AccountView, Failure> {
    let (messages, words) = (Messages::of(language), AccountWords::of(language));
    let visit = Visit::current();
    let said = |sentence: &'static str| view! { <p class="lead" role="status">{sentence}</p> }.into_any();
    let description = match &ask {
        AccountAsk::Login { .. } => words.log_in_intro.to_owned(),
        AccountAsk::Register { sent: false } => words.register_intro.to_owned(),
        _ => String::new(),
    };
    let above = above(&ask, language);
    let (title, content) = match ask {
        AccountAsk::Login { .. } if let Some(here) = visit.unsent.clone() => {
            (messages.log_in, view! { <SignInAgain visit here /> }.into_any())
        }
        AccountAsk::Login { next, done } => (messages.log_in, view! { <LoginForm visit next done /> }.into_any()),
        AccountAsk::Register { sent: true } => (messages.register, said(words.sent)),
        AccountAsk::Register { sent: false } => {
            let countries = country_names(portal, language, portal.clock.now()).await?;
            (messages.register, view! { <RegisterForm visit countries /> }.into_any())
        }
        AccountAsk::Confirm { done: true, .. } => (words.confirm, said(words.confirmed)),
        AccountAsk::Confirm { key, .. } => {
            let is_open = works(portal, MailKey::Confirm, &key).await? || works(portal, MailKey::Email, &key).await?;
            let content =
                if is_open { view! { <ConfirmForm key visit /> }.into_any() } else { view! { <KeyUsed /> }.into_any() };
            (words.confirm, content)
        }
        AccountAsk::Password { sent: true, .. } => (words.new_password, said(words.reset_sent)),
        AccountAsk::Password { key, .. } if key.is_empty() => {
            (words.new_password, view! { <AskResetForm visit /> }.into_any())
        }
        AccountAsk::Password { key, email, .. } if works(portal, MailKey::Reset, &key).await? => {
            (words.new_password, view! { <NewPasswordForm key email visit /> }.into_any())
        }
        AccountAsk::Password { email, .. } => {
            let typed = HashMap::from([("email".to_owned(), vec![email])]);
            let visit = Visit { notice: Some(words.key_lapsed), typed, ..visit };
            (words.new_password, view! { <AskResetForm visit /> }.into_any())
        }
        AccountAsk::EndLetters { done: true, network, .. } => {
            (NoticeWords::of(language).end, view! { <LettersEnded network /> }.into_any())
        }
        AccountAsk::EndLetters { key, network, .. } => {
            let notice = visit.notice;
            (NoticeWords::of(language).end, view! { <EndLetters key network notice /> }.into_any())
        }
        AccountAsk::Profile { done } => {
            let account = visit.account().ok_or(Error::SignIn)?.clone();
            let countries = country_names(portal, language, portal.clock.now()).await?;
            (ProfileWords::of(language).title, view! { <ProfileForms account visit countries done /> }.into_any())
        }
        AccountAsk::Saved { label, done } => {
            let member = Member::of(visit.account().ok_or(Error::SignIn)?).ok_or(Error::Forbidden)?;
            let rows = crate::marks::compose::kept(portal, member.account().id, language).await?;
            (MarkWords::of(language).yours, view! { <Saved rows label is_done=done visit /> }.into_any())
        }
        AccountAsk::People(request) => {
            let staff = visit.require_staff(Role::Admin)?;
            let standing = Standing::from_code(&request.standing, "");
            let filter = PeopleFilter { standing, words: request.q.clone() };
            let mut people = portal.accounts.people(&staff, None).await?;
            people.retain(|account| filter.fits(account));
            portal.inbox.applicants_seen(&staff, portal.clock.now()).await?;
            let own = staff.account().id;
            let countries = country_names(portal, language, portal.clock.now()).await?;
            (words.people, view! { <People request people own countries visit /> }.into_any())
        }
        AccountAsk::Import { slug } => {
            (ImportWords::of(language).title, import_page(portal, &visit, &slug, language).await?)
        }
        AccountAsk::Participants { slug, state, q, done } => {
            let filter = ParticipantFilter { state: State::from_code(&state), words: q };
            let content = participants_page(portal, visit, &slug, filter, done, language).await?;
            (SeatWords::of(language).participants, content)
        }
    };
    let title = title.to_owned();
    Ok(AccountView { title, above, description, content: ink.draw(content), live: None, uploads: false })
}

/// What a page is part of.
fn above(ask: &AccountAsk, language: Language) -> Vec<Crumb> {
    let desk = || Crumb::new(DeskWords::of(language).desk, paths::desk(language));
    match ask {
        AccountAsk::Profile { .. } | AccountAsk::Saved { .. } => {
            vec![Crumb::new(AccountWords::of(language).dashboard, paths::dashboard(language))]
        }
        AccountAsk::People(_) | AccountAsk::Participants { .. } => vec![desk()],
        AccountAsk::Import { slug } => match slug.parse() {
            Ok(slug) => {
                vec![desk(), Crumb::new(SeatWords::of(language).participants, paths::participants(language, &slug))]
            }
            Err(_unreadable) => vec![desk()],
        },
        _ => Vec::new(),
    }
}

/// Whether the key of a letter can still be used.
async fn works(portal: &Portal, key: MailKey, token: &str) -> Result<bool, Error> {
    match portal.accounts.holder(key, &TokenHash::of(token), portal.clock.now()).await {
        Ok(_account) => Ok(true),
        Err(Error::Gone) => Ok(false),
        Err(failure) => Err(failure),
    }
}
