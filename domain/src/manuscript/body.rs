//! The body as fields: a text for each block and language, and the order of the blocks.
//!
//! Who types several paragraphs into one block gets several blocks: the first keeps its id. Who empties a block in every
//! language has removed it.

use std::collections::HashSet;

use super::reader::Reader;
use super::{Edit, Fields, Manuscript};
use crate::block::{Block, BlockKind, BlockText, fingerprint};
use crate::language::Texts;
use crate::markdown::{Piece, split};
use crate::{Language, Rule};

/// The most blocks of a body.
const MOST_BLOCKS: usize = 500;
/// The most characters of a block.
const LONGEST_BLOCK: usize = 20_000;

pub(super) fn write(blocks: &[Block], fields: &mut Fields) {
    fields.set("blocks", &blocks.iter().map(|block| block.id.to_string()).collect::<Vec<_>>().join(" "));
    for block in blocks {
        for (language, text) in block.texts.iter() {
            fields.set(&name(&block.id.to_string(), language), &text.markdown);
        }
    }
}

pub(super) fn name(key: &str, language: Language) -> String {
    format!("block.{key}.{language}")
}

/// The blocks in their order: those that the order names, then others that have a text.
pub(super) fn keys(fields: &Fields) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    let with_text = fields.iter().filter_map(|(field, _)| field.strip_prefix("block.")?.rsplit_once('.'));
    let mut known = HashSet::new();
    for key in fields.get("blocks").split_whitespace().chain(with_text.map(|(key, _)| key)) {
        if known.insert(key) {
            keys.push(key.to_owned());
        }
    }
    keys
}

pub(super) fn read(manuscript: &Manuscript, before: &Fields, edit: &Edit, reader: &mut Reader<'_>) -> Vec<Block> {
    let source = manuscript.draft.source;
    let (mut blocks, mut last_typed) = (Vec::new(), None);
    for key in keys(reader.fields) {
        let known = manuscript.draft.blocks.iter().find(|block| block.id.to_string() == key);
        let is_same = Language::ALL.iter().all(|language| {
            let name = name(&key, *language);
            reader.fields.get(&name) == before.get(&name) && !edit.confirms(&name)
        });
        match known {
            Some(block) if is_same => blocks.push(block.clone()),
            _ => {
                blocks.extend(written(&key, known, source, edit, before, reader));
                last_typed = Some(name(&key, source));
            }
        }
    }
    // What is stored stays, however much it is.
    if blocks.len() > MOST_BLOCKS.max(manuscript.draft.blocks.len()) {
        reader.refuse(last_typed.as_deref().unwrap_or("blocks"), Rule::Count(MOST_BLOCKS));
    }
    blocks
}

/// The blocks that were typed into one.
fn written(
    key: &str,
    known: Option<&Block>,
    source: Language,
    edit: &Edit,
    before: &Fields,
    reader: &mut Reader<'_>,
) -> Vec<Block> {
    let mut pieces: Vec<(Language, Vec<Piece>)> = Vec::new();
    for language in Language::ALL {
        let field = name(key, language);
        let text = reader.text(&field, LONGEST_BLOCK);
        match split(&text) {
            Ok(its) => pieces.push((language, its)),
            Err(_unfit) => reader.refuse(&field, Rule::SmallMarkdown),
        }
    }
    let longest = pieces.iter().map(|(_, its)| its.len()).max().unwrap_or(0);
    let text_at = |language: Language, place: usize| {
        let (_, its) = pieces.iter().find(|(its, _)| *its == language)?;
        its.get(place).and_then(|piece| Some((piece.kind, piece.markdown.clone()?)))
    };
    let mut blocks = Vec::new();
    for place in 0..longest {
        let original = text_at(source, place);
        let mut texts = Texts::default();
        let mut kind = BlockKind::Paragraph;
        for language in Language::ALL.into_iter().rev() {
            let Some((its_kind, markdown)) = text_at(language, place) else { continue };
            if language == source || original.is_none() {
                kind = its_kind;
            }
            let field = name(key, language);
            let old = known.filter(|_| place == 0).and_then(|block| block.texts.get(language));
            let is_same = old.is_some() && reader.fields.get(&field) == before.get(&field);
            let made_from = match old {
                _ if language == source => None,
                Some(old) if is_same && !edit.confirms(&field) => old.made_from.clone(),
                // What the translator had before them, whatever somebody else has made of it since.
                _ => original.as_ref().map(|(_, text)| {
                    let field = name(key, source);
                    edit.outdated(&field, before.get(&field)).unwrap_or_else(|| fingerprint(text))
                }),
            };
            texts.set(language, BlockText { markdown, made_from });
        }
        if !texts.is_empty() {
            let id = if place == 0 { known.map_or(0, |block| block.id) } else { 0 };
            blocks.push(Block { id, kind, texts });
        }
    }
    blocks
}
