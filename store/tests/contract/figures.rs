//! Figures of a country, whichever entry states them.

use domain::Language;
use domain::entry::{Kind, Visibility};
use domain::figure::{Figure, FigureWords, Unit};
use domain::language::Texts;
use domain::pack::EntryDraft;
use domain::ports::{Desk, Library};

use crate::drafts::{Tell, country, draft, network, post, slug};
use crate::place::{Place, now};

/// A figure of a country, said in English and, where it is given, in Spanish.
fn figure(of: Option<&str>, low: &str, spanish: Option<&str>) -> Figure {
    let words = |label: &str| FigureWords { label: label.to_owned(), note: None };
    let mut texts = Texts::from_iter([(Language::En, words("Remittances"))]);
    if let Some(label) = spanish {
        texts.set(Language::Es, words(label));
    }
    Figure {
        key: slug(&format!("of-{low}").replace('.', "-")),
        low: low.to_owned(),
        high: None,
        unit: Unit::Percent,
        year: "2020".to_owned(),
        source: "World Bank".to_owned(),
        url: None,
        country: of.map(slug),
        words: texts,
    }
}

fn stating(entry: EntryDraft, figures: Vec<Figure>) -> EntryDraft {
    EntryDraft { figures, ..entry }
}

/// 14.6.9
pub(crate) async fn figures_of_a_country_come_from_every_entry_that_readers_see(place: &Place) {
    place.with([country("haiti"), country("cuba")]).await;
    let own = stating(
        network("diaspora").titled(Language::Es, "Diáspora"),
        vec![
            figure(Some("haiti"), "21.44", Some("Remesas")),
            figure(Some("cuba"), "1", None),
            figure(None, "2", None),
            figure(Some("haiti"), "3", None),
        ],
    );
    let data = stating(draft(Kind::Dataset, "remittances"), vec![figure(Some("haiti"), "22", None)]);
    place.with([own, data, post("silent").from(&["haiti"])]).await;
    let stated = place.figures_of(&slug("haiti"), Language::Es, now()).await.unwrap();
    let told: Vec<_> =
        stated.iter().map(|its| (its.kind, its.title.as_str(), its.language, its.figure.low.as_str())).collect();
    assert_eq!(
        told,
        [
            (Kind::Dataset, "remittances", Language::En, "22"),
            (Kind::Network, "Diáspora", Language::Es, "21.44"),
            (Kind::Network, "Diáspora", Language::Es, "3"),
        ]
    );
    assert_eq!(stated[1].figure, figure(Some("haiti"), "21.44", Some("Remesas")), "with every language");
    assert_eq!(stated[1].slug, slug("diaspora"));
    assert!(place.figures_of(&slug("nowhere"), Language::En, now()).await.unwrap().is_empty());
}

pub(crate) async fn what_is_not_shown_states_no_figure(place: &Place) {
    place.with([country("haiti")]).await;
    let of_haiti = || vec![figure(Some("haiti"), "1", None)];
    let hidden = EntryDraft { visibility: Visibility::Members, ..stating(post("hidden"), of_haiti()) };
    place.with([hidden, stating(post("deleted"), of_haiti())]).await;
    place.delete(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    assert!(place.figures_of(&slug("haiti"), Language::En, now()).await.unwrap().is_empty());
    place.restore(Kind::Post, &slug("deleted"), "ana", now()).await.unwrap();
    assert_eq!(place.figures_of(&slug("haiti"), Language::En, now()).await.unwrap().len(), 1);
    place.delete(Kind::Country, &slug("haiti"), "ana", now()).await.unwrap();
    assert!(place.figures_of(&slug("haiti"), Language::En, now()).await.unwrap().is_empty());
}
