//! The header: logo, search, languages, accounts, menu.

use domain::account::Role;
use leptos::prelude::*;

use super::language_switch::LanguageSwitch;
use super::menu::Menu;
use crate::account::visit::Visit;
use crate::desk::preview::PreviewNotice;
use crate::messages::{AccountWords, AuditWords, DeskWords, unread_notices};
use crate::paths;
use crate::search::SearchBox;
use crate::site::{use_language, use_messages, use_site};
use crate::ui::Icon;

/// The header.
#[component]
pub fn Header() -> AnyView {
    let messages = use_messages();
    let language = use_language();
    let (name, short_name) =
        use_site().with_value(|site| (site.identity.name.clone(), site.identity.short_name.clone()));
    let own = if use_site().with_value(|site| site.reader.is_some()) {
        let words = AccountWords::of(language);
        let unread = Some(Visit::current().unread).filter(|unread| *unread > 0);
        let count = unread.map(|unread| {
            view! {
                <span class="unread-count" aria-hidden="true">
                    {unread}
                </span>
                <span class="visually-hidden">" (" {unread_notices(unread, language)} ")"</span>
            }
        });
        let desk = Visit::current().staff(Role::Contributor).map(|_| {
            view! {
                <li>
                    <a href=paths::desk(language)>{DeskWords::of(language).desk}</a>
                </li>
            }
        });
        view! {
            {desk}
            <li>
                <a href=paths::dashboard(language)>
                    {words.dashboard}
                    {count}
                </a>
            </li>
            <li>
                <form method="post" action=paths::logout(language)>
                    <button type="submit" class="button-link">
                        {words.log_out}
                    </button>
                </form>
            </li>
        }
        .into_any()
    } else {
        view! {
            <li>
                <a href=paths::login(language)>{messages.log_in}</a>
            </li>
            <li>
                <a href=paths::register(language)>{messages.register}</a>
            </li>
        }
        .into_any()
    };
    view! {
        <header class="site-header">
            <div class="site-header-bar">
                <a class="brand" href=paths::home(language)>
                    <Icon name="logo" />
                    <span class="brand-name">{name}</span>
                    <span class="brand-short">" ("{short_name}")"</span>
                </a>
                <form class="site-search" role="search" method="get" action=paths::search(language)>
                    <label class="visually-hidden" for="site-search">
                        {messages.search}
                    </label>
                    <SearchBox id="site-search" />
                    <button type="submit">
                        <Icon name="search" />
                        <span class="visually-hidden">{messages.search_submit}</span>
                    </button>
                </form>
                <ul class="site-links" role="list">
                    <li>
                        <LanguageSwitch />
                    </li>
                    {own}
                </ul>
            </div>
            <Menu />
        </header>
        <Banner />
        {Visit::current().preview.map(|bar| view! { <PreviewNotice bar /> })}
    }
    .into_any()
}

/// The notice above every page, until who has read it dismisses it.
#[component]
fn Banner() -> AnyView {
    let Some(banner) = use_site().with_value(|site| site.banner.clone()) else { return ().into_any() };
    let language = use_language();
    let words = AuditWords::of(language);
    view! {
        <section class="banner" aria-label=words.banner_title>
            <form method="post" action=paths::dismissed_banner(language)>
                <p lang=(banner.language != language).then(|| banner.language.code())>{banner.text}</p>
                <button type="submit" name="key" value=banner.key class="button-link">
                    {words.banner_dismiss}
                </button>
            </form>
        </section>
    }
    .into_any()
}
