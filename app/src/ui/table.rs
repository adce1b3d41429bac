//! A table that a narrow screen reads row by row: each row a block, each cell with the name of its column.

use leptos::prelude::*;

/// The table.
#[component]
pub fn Table(
    /// What it is a table of, for who does not see what stands around it.
    #[prop(into)]
    name: String,
    /// The names of its columns.
    heads: Vec<String>,
    /// Its rows.
    rows: Vec<AnyView>,
) -> AnyView {
    let heads = heads.into_iter().map(|head| {
        view! {
            <th scope="col" role="columnheader">
                {head}
            </th>
        }
    });
    // The roles stay where the style sheet makes blocks of rows.
    view! {
        <table class="table" role="table" aria-label=name>
            <thead role="rowgroup">
                <tr role="row">{heads.collect::<Vec<_>>()}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// A row: what it is of, and its cells.
#[component]
pub fn Row(
    /// Where a link to the row leads.
    #[prop(optional, into)]
    id: Option<String>,
    /// What it is of.
    #[prop(into)]
    head: AnyView,
    /// Its cells: [`Cell`]s.
    children: Children,
) -> AnyView {
    view! {
        <tr role="row" id=id>
            <th scope="row" role="rowheader">
                {head}
            </th>
            {children()}
        </tr>
    }
    .into_any()
}

/// A cell of the column of this name.
#[component]
pub fn Cell(#[prop(into)] of: String, children: Children) -> AnyView {
    view! {
        <td role="cell" data-label=of>
            {children()}
        </td>
    }
    .into_any()
}
