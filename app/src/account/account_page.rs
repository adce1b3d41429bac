//! The pages of accounts, but for the dashboard.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::view::{AccountAsk, AccountView};
use crate::answer::{Address, Ask, Page, ask};
use crate::ui::{Inert, PageHead, Published, loaded};

/// Every page of accounts but the dashboard; the path says which.
#[derive(Debug)]
pub struct AccountPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for AccountPage {
    fn data() -> Self {
        Self { page: ask(|address| question(address).map_or(Ask::Nothing, Ask::Account)) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn question(address: &Address) -> Option<AccountAsk> {
    let key = address.parameter("key");
    Some(match address.below_language() {
        "login" => AccountAsk::Login { next: address.parameter("next"), done: !address.parameter("done").is_empty() },
        "register" => AccountAsk::Register { sent: !address.parameter("sent").is_empty() },
        "register/confirm" => AccountAsk::Confirm { key, done: !address.parameter("done").is_empty() },
        "password" => {
            AccountAsk::Password { key, email: address.parameter("email"), sent: !address.parameter("sent").is_empty() }
        }
        "unsubscribe" => AccountAsk::EndLetters {
            key,
            network: address.parameter("network"),
            done: !address.parameter("done").is_empty(),
        },
        "staff/people" => AccountAsk::People,
        _ if !address.segment("event").is_empty() => AccountAsk::Participants { slug: address.segment("event") },
        _ => return None,
    })
}

fn show(view: AccountView) -> AnyView {
    let published = if view.description.is_empty() { Published::Unlisted } else { Published::Everywhere };
    view! {
        <PageHead title=view.title description=view.description published />
        <Inert drawn=view.content />
    }
    .into_any()
}
