//! What is said of a file, field by field, as forms name it: who may change which.

use super::About;
use crate::Language;
use crate::account::Staff;

/// The fields that both languages share.
const SHARED: [&str; 5] = ["decorative", "language", "credit", "access", "opens"];

impl About {
    /// The names of the fields: `title.en`, `alt.es`, `access`.
    pub fn fields() -> impl Iterator<Item = String> {
        let texts = ["title", "alt"].into_iter().flat_map(|name| Language::ALL.map(|of| format!("{name}.{of}")));
        texts.chain(SHARED.map(str::to_owned))
    }

    /// What a field holds, as a form sends it; empty where it holds nothing.
    pub fn field(&self, name: &str) -> String {
        let text = |texts: &crate::language::Texts<String>, code: &str| {
            code.parse().ok().and_then(|of| texts.get(of)).cloned().unwrap_or_default()
        };
        match name.split_once('.') {
            Some(("title", code)) => text(&self.titles, code),
            Some(("alt", code)) => text(&self.alts, code),
            _ => match name {
                "language" => self.language.clone().unwrap_or_default(),
                "credit" => self.credit.clone(),
                "access" => self.access.code().to_owned(),
                "opens" => self.opens_on.map(|day| day.to_string()).unwrap_or_default(),
                "decorative" if self.is_decorative => "1".to_owned(),
                _ => String::new(),
            },
        }
    }

    /// Whether these staff may change a field. Who writes in one language only changes no text of another; and nothing that both
    /// share, where something uses the file.
    pub fn is_open(field: &str, staff: &Staff, is_used: bool) -> bool {
        match field.split_once('.').map(|(_, code)| code.parse::<Language>()) {
            Some(Ok(of)) => staff.writes(of),
            _ => !is_used || staff.writes_everything(),
        }
    }

    /// Whether these staff may say this of a file instead.
    pub fn may_become(&self, new: &Self, staff: &Staff, is_used: bool) -> bool {
        Self::fields().all(|field| self.field(&field) == new.field(&field) || Self::is_open(&field, staff, is_used))
    }
}
