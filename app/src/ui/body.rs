//! The body of an entry, block by block; a text that is older than its source, or not translated, says so where it stands.

use domain::Language;
use domain::block::{Block, Freshness};
use domain::file::Used;
use domain::markdown::to_html_with;
use leptos::prelude::*;

use crate::site::use_messages;

/// A body, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyView {
    /// Its blocks in order.
    pub blocks: Vec<BlockView>,
}

/// A block, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockView {
    /// The stored id, for anchors.
    pub id: i64,
    /// The language that the text is in.
    pub language: Language,
    /// How it stands to its source.
    pub freshness: Freshness,
    /// Safe HTML, made by [`domain::markdown::to_html_with`].
    pub html: String,
    /// The same block in the other language, where both were asked for.
    pub beside: Option<OriginalView>,
}

/// A block's text in the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalView {
    /// The language.
    pub language: Language,
    /// How it stands to its source.
    pub freshness: Freshness,
    /// Safe HTML; none where the block has no text in this language.
    pub html: Option<String>,
}

impl BodyView {
    /// Renders a body for a reader, with the files that it shows and the names of the figures that it may refer to; in both
    /// languages if `parallel`.
    pub fn of(
        blocks: &[Block],
        (files, figures): (&[Used], &[String]),
        (wanted, source): (Language, Language),
        parallel: bool,
    ) -> Self {
        let blocks = blocks.iter().filter_map(|block| {
            let shown = block.shown(wanted, source)?;
            Some(BlockView {
                id: block.id,
                language: shown.language,
                freshness: shown.freshness,
                html: to_html_with(shown.markdown, files, figures),
                beside: parallel.then(|| beside(block, (files, figures), wanted.other(), source)),
            })
        });
        Self { blocks: blocks.collect() }
    }
}

fn beside(block: &Block, (files, figures): (&[Used], &[String]), language: Language, source: Language) -> OriginalView {
    let shown = block.shown(language, source).filter(|shown| shown.freshness != Freshness::Untranslated);
    OriginalView {
        language,
        freshness: shown.as_ref().map_or(Freshness::Untranslated, |shown| shown.freshness),
        html: shown.map(|shown| to_html_with(shown.markdown, files, figures)),
    }
}

/// A body in one language.
#[component]
pub fn Body(body: BodyView) -> AnyView {
    view! {
        <div class="prose">
            {body
                .blocks
                .into_iter()
                .map(|block| {
                    view! {
                        <div class="block" id=format!("b{}", block.id)>
                            <Text language=block.language freshness=block.freshness html=block.html />
                        </div>
                    }
                })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// A body in two languages side by side: the page's on the left, the other on the right.
#[component]
pub fn ParallelBody(body: BodyView, language: Language) -> AnyView {
    let messages = use_messages();
    let rows = body.blocks.into_iter().map(|block| {
        let here = (block.freshness != Freshness::Untranslated)
            .then(|| view! { <Text language=block.language freshness=block.freshness html=block.html /> });
        let there = block.beside.and_then(|beside| {
            Some(view! { <Text language=beside.language freshness=beside.freshness html=beside.html? /> })
        });
        let missing = move || view! { <p class="note">{messages.block_missing}</p> };
        view! {
            <div class="parallel-row" id=format!("b{}", block.id)>
                <div class="parallel-cell prose">
                    {match here {
                        Some(text) => text.into_any(),
                        None => missing().into_any(),
                    }}
                </div>
                <div class="parallel-cell prose">
                    {match there {
                        Some(text) => text.into_any(),
                        None => missing().into_any(),
                    }}
                </div>
            </div>
        }
    });
    view! {
        <div class="parallel">
            <div class="parallel-row parallel-names">
                <p class="parallel-cell" lang=language.code()>
                    {language.own_name()}
                </p>
                <p class="parallel-cell" lang=language.other().code()>
                    {language.other().own_name()}
                </p>
            </div>
            {rows.collect_view()}
        </div>
    }
    .into_any()
}

/// The text of a block in its language, with a note above it where the reader must know something.
#[component]
fn Text(language: Language, freshness: Freshness, html: String) -> AnyView {
    let messages = use_messages();
    let note = match freshness {
        Freshness::Current => None,
        Freshness::Stale => Some(messages.block_stale),
        Freshness::Untranslated => Some(messages.block_untranslated),
    };
    view! {
        {note.map(|note| view! { <p class="note">{note}</p> })}
        // The one sanitiser made this HTML, on the server.
        <div lang=language.code() inner_html=html></div>
    }
    .into_any()
}
