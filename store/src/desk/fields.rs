//! An entry as the fields that a revision speaks of: `slug`, `en.title`, `block.12.es`.

use domain::entry::Visibility;
use domain::event::EventTime;
use domain::figure::Figure;
use domain::pack::EntryDraft;
use domain::revision::Change;
use domain::{Error, Slug};
use serde_json::Value;

use crate::stored::stored;

/// The first revision: every field that says something, as it came into being.
pub(super) fn first_changes(draft: &EntryDraft, blocks: &[i64], figures: &[i64]) -> Result<Vec<Change>, Error> {
    let mut fields = Fields::default();
    fields.add("slug", &draft.slug);
    fields.add("visibility", visibility_code(draft.visibility));
    fields.add("source", draft.source);
    fields.add("position", draft.position);
    fields.add_any("published", draft.published);
    fields.add_any("picture", draft.picture.as_ref());
    fields.add("networks", list(&draft.networks));
    fields.add("countries", list(&draft.countries));
    fields.add_json("details", stored("entry.details", serde_json::to_value(&draft.details))?);
    if let Some(time) = &draft.time {
        fields.add_time(time);
    }
    for (language, edition) in draft.editions.iter() {
        fields.add(&format!("{language}.title"), &edition.title);
        fields.add(&format!("{language}.summary"), &edition.summary);
        fields.add(&format!("{language}.picture_alt"), &edition.picture_alt);
        fields.add_json(language.code(), stored("edition.words", serde_json::to_value(&edition.words))?);
    }
    for (id, block) in blocks.iter().zip(&draft.blocks) {
        fields.add(&format!("block.{id}.kind"), block.kind.code());
        for (language, text) in block.texts.iter() {
            fields.add(&format!("block.{id}.{language}"), &text.markdown);
            fields.add_any(&format!("block.{id}.{language}.made_from"), text.made_from.as_ref());
        }
    }
    for (id, figure) in figures.iter().zip(&draft.figures) {
        fields.add_figure(*id, figure);
    }
    Ok(fields.0)
}

fn list(slugs: &[Slug]) -> String {
    slugs.iter().map(Slug::as_str).collect::<Vec<_>>().join(" ")
}

#[derive(Default)]
struct Fields(Vec<Change>);

impl Fields {
    /// An empty value says nothing.
    fn add(&mut self, field: &str, value: impl ToString) {
        let after = value.to_string();
        if !after.is_empty() {
            self.0.push(Change { field: field.to_owned(), before: None, after: Some(after) });
        }
    }

    fn add_any(&mut self, field: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.add(field, value);
        }
    }

    /// Every member of an object; text without its quotation marks.
    fn add_json(&mut self, prefix: &str, object: Value) {
        let Value::Object(members) = object else { return };
        for (name, value) in members {
            let field = format!("{prefix}.{name}");
            match value {
                Value::Null => {}
                Value::String(text) => self.add(&field, text),
                other => self.add(&field, other),
            }
        }
    }

    fn add_time(&mut self, time: &EventTime) {
        self.add("start", time.start);
        self.add_any("start_time", time.start_time);
        self.add("end", time.end);
        self.add_any("end_time", time.end_time);
        self.add("zone", &time.zone);
        self.add("precision", time.precision.code());
        self.add("state", time.state.code());
        self.add("mode", time.mode.code());
    }

    fn add_figure(&mut self, id: i64, figure: &Figure) {
        self.add(&format!("figure.{id}.low"), &figure.low);
        self.add_any(&format!("figure.{id}.high"), figure.high.as_ref());
        self.add(&format!("figure.{id}.unit"), figure.unit.code());
        self.add(&format!("figure.{id}.year"), &figure.year);
        self.add(&format!("figure.{id}.source"), &figure.source);
        self.add_any(&format!("figure.{id}.url"), figure.url.as_ref());
        self.add_any(&format!("figure.{id}.country"), figure.country.as_ref());
        for (language, words) in figure.words.iter() {
            self.add(&format!("figure.{id}.{language}.label"), &words.label);
            self.add_any(&format!("figure.{id}.{language}.note"), words.note.as_ref());
        }
    }
}

/// The stored name of who may read an entry.
pub(super) const fn visibility_code(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => "public",
        Visibility::Members => "members",
    }
}
