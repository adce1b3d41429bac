//! The fields of figures, as the first revision names them; all others are told by `domain::manuscript`.

use domain::figure::Figure;
use domain::revision::Change;

/// A figure as it came into being.
pub(super) fn of_figure(figure: &Figure) -> Vec<Change> {
    let mut fields = vec![
        ("low".to_owned(), figure.low.clone()),
        ("high".to_owned(), figure.high.clone().unwrap_or_default()),
        ("unit".to_owned(), figure.unit.code().to_owned()),
        ("year".to_owned(), figure.year.clone()),
        ("source".to_owned(), figure.source.clone()),
        ("url".to_owned(), figure.url.clone().unwrap_or_default()),
        ("country".to_owned(), figure.country.as_ref().map(ToString::to_string).unwrap_or_default()),
    ];
    for (language, words) in figure.words.iter() {
        fields.push((format!("{language}.label"), words.label.clone()));
        fields.push((format!("{language}.note"), words.note.clone().unwrap_or_default()));
    }
    fields
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| Change { field: format!("figure.{}.{name}", figure.key), before: None, after: Some(text) })
        .collect()
}
