//! Everything that the portal says, a row for each entry, with how far each language has come.

use domain::entry::Kind;
use domain::manuscript::{DeskItem, Standing};
use domain::{Language, date};
use jiff::Timestamp;
use leptos::prelude::*;

use super::controls::KINDS;
use super::view::ContentRequest;
use crate::entries::{Choice, network_options};
use crate::events::region::day_of;
use crate::messages::{DeskWords, Messages, items_count, language_name, months_count, new_entry, standing_name};
use crate::paths;
use crate::site::{use_language, use_messages};
use crate::ui::{Cell, FilterForm, Pager, PagerView, Row, Table};

/// How many rows a page has.
const ON_A_PAGE: u32 = 100;
/// For how many months something may have been left alone, to choose from.
const MONTHS: [i32; 5] = [1, 3, 6, 12, 24];

/// The filters as parameters of an address.
pub fn parameters(request: &ContentRequest) -> [(&'static str, &str); 7] {
    [
        ("kind", request.kind.as_str()),
        ("network", &request.network),
        ("standing", &request.standing),
        ("language", &request.language),
        ("untouched", &request.untouched),
        ("q", &request.q),
        ("bin", if request.bin { "1" } else { "" }),
    ]
}

/// The table, its filters, and what can be begun.
#[component]
pub fn ContentTable(request: ContentRequest, items: Vec<DeskItem>, now: Timestamp) -> AnyView {
    let page = use_language();
    let words = DeskWords::of(page);
    let begin = KINDS.map(|kind| {
        view! {
            <li>
                <a href=paths::new_entry(page, kind)>{new_entry(kind, page)}</a>
            </li>
        }
    });
    let file = paths::with_query(&paths::content_file(page), parameters(&request));
    let bin = paths::with_query(&paths::content(page), [("bin", if request.bin { "" } else { "1" })]);
    let bin_name = if request.bin { words.content } else { words.bin };
    let undo = request.binned.split_once('/').and_then(|(kind, slug)| {
        let (kind, slug) = (kind.parse().ok()?, slug.parse().ok()?);
        Some(view! {
            <form class="note done" method="post" action=paths::bin(page, kind, &slug)>
                <span role="status">{words.binned}</span>
                " "
                <button type="submit" name="task" value="restore" class="button-link">
                    {words.undo}
                </button>
            </form>
        })
    });
    let (count, in_bin) = (items.len(), request.bin);
    let wanted = request.page.parse::<u32>().unwrap_or(1).max(1);
    let address = |number: u32| {
        let number = number.to_string();
        let filters = parameters(&request).into_iter().chain([("page", number.as_str())]);
        paths::with_query(&paths::content(page), filters)
    };
    let pager = PagerView::new(wanted, count.try_into().unwrap_or(u64::MAX), ON_A_PAGE, address);
    let before = usize::try_from((pager.page - 1) * ON_A_PAGE).unwrap_or(usize::MAX);
    let items: Vec<DeskItem> =
        items.into_iter().skip(before).take(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX)).collect();
    let table = if items.is_empty() {
        view! { <p class="empty">{words.empty}</p> }.into_any()
    } else {
        table(items, in_bin, page, now)
    };
    view! {
        {undo}
        <p class="hint">{words.content_intro}</p>
        <ul class="desk-links" role="list">
            {begin.collect_view()}
            <li>
                <a href=bin>{bin_name}</a>
            </li>
        </ul>
        <Filters request />
        <p class="count" role="status">
            {items_count(count, page)}
        </p>
        {table}
        <Pager pager />
        <p>
            <a href=file rel="external" download="content.csv">
                {words.as_csv}
            </a>
        </p>
    }
    .into_any()
}

fn table(items: Vec<DeskItem>, in_bin: bool, page: Language, now: Timestamp) -> AnyView {
    let (words, messages) = (DeskWords::of(page), Messages::of(page));
    let in_language = |of| date::capitalised(language_name(of, page));
    let rows = items.into_iter().map(|item| {
        let standings = Language::ALL.map(|of| {
            let standing = item.standing(of, now);
            view! {
                <Cell of=in_language(of)>
                    <span class=format!("badge standing-{}", standing.code())>{standing_name(standing, page)}</span>
                </Cell>
            }
        });
        let title = item.title(page).to_owned();
        let name = if in_bin {
            view! {
                {title}
                <form method="post" action=paths::bin(page, item.kind, &item.slug)>
                    <button type="submit" name="task" value="restore" class="button-link">
                        {words.restore}
                    </button>
                </form>
            }
            .into_any()
        } else {
            view! { <a href=paths::edit(page, item.kind, &item.slug)>{title}</a> }.into_any()
        };
        let days = item.days.map(|(first, last)| date::days(first, last, page));
        let days = days.map(|days| view! { <span class="row-detail">{days}</span> });
        let saved = day_of(item.updated);
        view! {
            <Row head=view! { {name} {days} }.into_any()>
                <Cell of=words.kind>{messages.section(item.kind)}</Cell>
                {standings.collect_view()}
                <Cell of=words.saved_on>
                    <time datetime=saved.to_string()>{date::day(saved, page)}</time>
                </Cell>
            </Row>
        }
        .into_any()
    });
    let languages = Language::ALL.map(in_language);
    let heads = [words.item.to_owned(), words.kind.to_owned()].into_iter().chain(languages);
    let heads = heads.chain([words.saved_on.to_owned()]).collect();
    view! { <Table name=words.content heads rows=rows.collect() /> }.into_any()
}

#[component]
fn Filters(request: ContentRequest) -> AnyView {
    let page = use_language();
    let (words, messages) = (DeskWords::of(page), use_messages());
    let kinds = Kind::ALL.map(|kind| (paths::segment(kind).to_owned(), messages.section(kind).to_owned())).to_vec();
    let standings = Standing::ALL.map(|its| (its.code().to_owned(), standing_name(its, page).to_owned())).to_vec();
    let languages = Language::ALL.map(|of| (of.code().to_owned(), date::capitalised(language_name(of, page)))).to_vec();
    let ages = MONTHS.map(|months| (months.to_string(), months_count(months, page))).to_vec();
    view! {
        <FilterForm action=paths::content(page)>
            {request.bin.then(|| view! { <input type="hidden" name="bin" value="1" /> })}
            <div class="field">
                <label for="words">{words.search}</label>
                <input id="words" name="q" type="search" value=request.q maxlength="200" />
            </div>
            <Choice name="kind" label=words.kind all=words.any_kind options=kinds is_broken=false chosen=request.kind />
            <Choice
                name="network"
                label=messages.network
                all=messages.any("network")
                options=network_options()
                is_broken=false
                chosen=request.network
            />
            <Choice
                name="standing"
                label=words.standing
                all=words.any_standing
                options=standings
                is_broken=false
                chosen=request.standing
            />
            <Choice
                name="language"
                label=words.in_language
                all=words.any_language
                options=languages
                is_broken=false
                chosen=request.language
            />
            <Choice
                name="untouched"
                label=words.untouched
                all=words.any_age
                options=ages
                is_broken=false
                chosen=request.untouched
            />
        </FilterForm>
    }
    .into_any()
}
