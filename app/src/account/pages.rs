//! The pages to sign in and to ask for an account.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::PageHead;

/// The page to sign in.
#[derive(Debug)]
pub struct LoginPage;

#[lazy_route]
impl LazyRoute for LoginPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let messages = use_messages();
        announcement(messages.log_in, messages.log_in_soon)
    }
}

/// The page to ask for an account.
#[derive(Debug)]
pub struct RegisterPage;

#[lazy_route]
impl LazyRoute for RegisterPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        let messages = use_messages();
        announcement(messages.register, messages.register_soon)
    }
}

fn announcement(title: &'static str, text: &'static str) -> AnyView {
    let messages = use_messages();
    let language = use_language();
    view! {
        <PageHead title=title.to_owned() description=text.to_owned() />
        <p class="lead">{text}</p>
        <ul>
            <li>
                <a href=paths::about(language, "join")>{messages.join}</a>
            </li>
            <li>
                <a href=paths::write_to(language, "secretariat") rel="external nofollow">
                    {messages.write_to_secretariat}
                </a>
            </li>
        </ul>
    }
    .into_any()
}
