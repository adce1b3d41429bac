//! Letters that the portal sends by itself: where each stands, and the button that sends one again.

use std::collections::HashMap;

use domain::account::Staff;
use domain::entry::Kind;
use domain::outbox::{LetterFilter, LetterLine, LetterState};
use domain::{Error, Language, Portal, Slug};
use leptos::prelude::*;

use super::view::OutboxRequest;
use crate::account::Done;
use crate::entries::Choice;
use crate::events::region::moment;
use crate::messages::{OutboxWords, letter_kind, letter_standing, letter_state, letters_count};
use crate::paths;
use crate::site::use_language;
use crate::ui::{Cell, FilterForm, Pager, PagerView, Row, Table};

/// How many letters a page shows.
const ROWS: u32 = 50;

/// The filters as parameters of an address.
pub fn parameters(request: &OutboxRequest) -> [(&'static str, &str); 3] {
    [("state", request.state.as_str()), ("to", &request.to), ("page", &request.page)]
}

/// The page.
///
/// # Errors
/// Those of the store.
pub(super) async fn outbox(
    portal: &Portal,
    staff: &Staff,
    request: OutboxRequest,
    language: Language,
) -> Result<AnyView, Error> {
    let number = request.page.parse().unwrap_or(1_u32).max(1);
    let filter = LetterFilter {
        state: LetterState::from_code(&request.state),
        to: request.to.clone(),
        offset: (number - 1).saturating_mul(ROWS),
        limit: ROWS,
    };
    let letters = portal.outbox.letters(staff, &filter).await?;
    let mut titles = HashMap::new();
    let mut lines = Vec::with_capacity(letters.lines.len());
    for line in letters.lines {
        let mut entry = None;
        if let Some((kind, slug)) = line.entry.clone() {
            let address = paths::entry(language, kind, &slug);
            if !titles.contains_key(&address) {
                titles.insert(address.clone(), title(portal, kind, &slug, language).await?);
            }
            entry = titles.get(&address).map(|title| (address, title.clone()));
        }
        lines.push((line, entry));
    }
    Ok(view! { <Outbox request number total=letters.total lines /> }.into_any())
}

/// The title of an entry as readers see it; its address where they do not.
async fn title(portal: &Portal, kind: Kind, slug: &Slug, language: Language) -> Result<String, Error> {
    match portal.library.entry(kind, slug, language, portal.clock.now()).await {
        Ok(entry) => Ok(entry.summary.edition.title),
        Err(Error::NotFound | Error::Gone | Error::Moved(_)) => Ok(slug.to_string()),
        Err(failure) => Err(failure),
    }
}

#[component]
fn Outbox(
    request: OutboxRequest,
    /// The page's number, from 1.
    number: u32,
    /// How many letters there are in all.
    total: u64,
    /// Those of this page, each with the address and the title of what it speaks of.
    lines: Vec<(LetterLine, Option<(String, String)>)>,
) -> AnyView {
    let page = use_language();
    let words = OutboxWords::of(page);
    let said = match request.done.as_str() {
        "" => None,
        "before" => Some(words.resent_before),
        _ => Some(words.resent),
    };
    let is_narrowed = number > 1 || !request.state.is_empty() || !request.to.is_empty();
    let pager = PagerView::new(number, total, ROWS, |number| {
        let number = number.to_string();
        let request = OutboxRequest { page: number, ..request.clone() };
        paths::with_query(&paths::outbox(page), parameters(&request))
    });
    let here = paths::with_query(&paths::outbox(page), parameters(&request));
    let count = letters_count(total, page);
    let rows = lines.into_iter().map(|(line, entry)| view! { <Line line entry action=here.clone() /> }.into_any());
    let rows = rows.collect::<Vec<_>>();
    let table = if rows.is_empty() {
        view! { <p class="empty">{if is_narrowed { words.empty } else { words.no_letter }}</p> }.into_any()
    } else {
        let heads = [words.letter, words.to, words.state, words.written].map(str::to_owned).to_vec();
        view! {
            <p class="count" role="status">
                {count}
            </p>
            <Table name=words.title heads rows />
        }
        .into_any()
    };
    view! {
        {said.map(|said| view! { <Done said /> })}
        <p class="hint">{words.intro}</p>
        <Filters request />
        {table}
        <Pager pager />
    }
    .into_any()
}

/// A letter; `entry` is the address and the title of what it speaks of, `action` where its button leads.
#[component]
fn Line(line: LetterLine, entry: Option<(String, String)>, action: String) -> AnyView {
    let page = use_language();
    let words = OutboxWords::of(page);
    let can_be_sent_again = line.state.can_be_sent_again() && !line.is_resent;
    let again = can_be_sent_again.then(|| {
        let name = format!("{}: {}, {}", words.resend, letter_kind(line.kind, page), line.address);
        view! {
            <form method="post" action=action>
                <button type="submit" name="letter" value=line.id.to_string() class="button-link" aria-label=name>
                    {words.resend}
                </button>
            </form>
        }
    });
    let resent = line.is_resent.then(|| view! { <p class="hint">{words.sent_again}</p> });
    let cause = (!line.cause.is_empty()).then(|| view! { <p class="letter-cause" lang="en">{line.cause}</p> });
    let standing = letter_standing(line.state, line.attempts, &moment(line.at, page), page);
    let about = entry.map(|(href, title)| {
        view! {
            <span class="row-detail">
                <a href=href>{title}</a>
            </span>
        }
    });
    view! {
        <Row head=view! { {letter_kind(line.kind, page)} {about} }.into_any()>
            <Cell of=words.to>{line.name} <span class="row-detail">{line.address}</span></Cell>
            <Cell of=words.state>
                <span class=format!("badge letter-{}", line.state.code())>{letter_state(line.state, page)}</span>
                <span class="row-detail">{standing}</span>
                {cause}
                {resent}
                {again}
            </Cell>
            <Cell of=words.written>
                <time datetime=line.created.to_string()>{moment(line.created, page)}</time>
            </Cell>
        </Row>
    }
    .into_any()
}

#[component]
fn Filters(request: OutboxRequest) -> AnyView {
    let page = use_language();
    let words = OutboxWords::of(page);
    let states = LetterState::ALL.map(|its| (its.code().to_owned(), letter_state(its, page).to_owned())).to_vec();
    view! {
        <FilterForm action=paths::outbox(page)>
            <div class="field">
                <label for="to">{words.to}</label>
                <input id="to" name="to" type="search" value=request.to maxlength="200" />
            </div>
            <Choice
                name="state"
                label=words.state
                all=words.any_state
                options=states
                is_broken=false
                chosen=request.state
            />
        </FilterForm>
    }
    .into_any()
}
