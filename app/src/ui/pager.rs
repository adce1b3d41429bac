//! Pages of a list, as links.

use leptos::prelude::*;

use crate::site::use_messages;

/// Where the pages before and after this one are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PagerView {
    /// The page shown, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

impl PagerView {
    /// The pager of a list of `total` rows, `size` on a page; `address` spells the address of a page.
    pub fn new(page: u32, total: u64, size: u32, address: impl Fn(u32) -> String) -> Self {
        let pages = u32::try_from(total.div_ceil(u64::from(size))).unwrap_or(u32::MAX).max(1);
        let page = page.min(pages);
        Self {
            page,
            pages,
            previous: (page > 1).then(|| address(page - 1)),
            next: (page < pages).then(|| address(page + 1)),
        }
    }
}

/// "Previous", "Page 2 of 5", "Next"; nothing where one page holds all.
#[component]
pub fn Pager(pager: PagerView) -> AnyView {
    let messages = use_messages();
    if pager.pages <= 1 {
        return ().into_any();
    }
    view! {
        <nav class="pager" aria-label=messages.pages>
            {pager.previous.map(|href| view! { <a rel="prev" href=href>{messages.previous}</a> })}
            <span>{messages.page_of(pager.page, pager.pages)}</span>
            {pager.next.map(|href| view! { <a rel="next" href=href>{messages.next}</a> })}
        </nav>
    }
    .into_any()
}
