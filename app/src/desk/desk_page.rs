//! The pages of the desk.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::live::Live;
use super::view::{ContentRequest, DeskAsk, DeskView};
use crate::answer::{Address, Ask, Page, ask};
use crate::paths;
use crate::ui::{Inert, PageHead, Published, loaded};

/// Every page of the desk; the path says which.
#[derive(Debug)]
pub struct DeskPage {
    page: Page,
}

#[lazy_route]
impl LazyRoute for DeskPage {
    fn data() -> Self {
        Self { page: ask(|address| question(address).map_or(Ask::Nothing, Ask::Desk)) }
    }

    fn view(this: Self) -> AnyView {
        loaded(this.page, |answer| answer.read().map(show))
    }
}

fn question(address: &Address) -> Option<DeskAsk> {
    let below = address.below_language().strip_prefix("staff").unwrap_or_default().trim_start_matches('/');
    let mut segments = below.split('/');
    let (task, section) = (segments.next().unwrap_or_default(), segments.next().unwrap_or_default());
    let slug = segments.next().unwrap_or_default().to_owned();
    Some(match task {
        "" => DeskAsk::Overview,
        "content" => DeskAsk::Content(ContentRequest {
            kind: address.parameter("kind"),
            network: address.parameter("network"),
            standing: address.parameter("standing"),
            q: address.parameter("q"),
            bin: !address.parameter("bin").is_empty(),
        }),
        "new" => DeskAsk::New {
            kind: paths::kind_of(section)?,
            date: address.parameter("date"),
            like: address.parameter("like"),
        },
        "edit" => {
            let kind = paths::kind_of(section)?;
            match segments.next() {
                None => DeskAsk::Edit { kind, slug, done: address.parameter("done") },
                Some("history") => DeskAsk::History { kind, slug },
                Some("preview") => DeskAsk::Preview { kind, slug },
                Some(_) => return None,
            }
        }
        _ => return None,
    })
}

fn show(view: DeskView) -> AnyView {
    view! {
        <PageHead title=view.title description=String::new() published=Published::Unlisted />
        {view.live.map(|live| view! { <Live live /> })}
        <Inert drawn=view.content />
    }
    .into_any()
}
