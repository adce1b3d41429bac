//! The map of the Caribbean: every place on it is a link. The list beside it says the same in text.

use domain::entry::{Details, Participation, Summary};
use leptos::prelude::*;

use super::geometry::{SIZE, Standing, path};
use super::places::{COASTS, PLACES, Place};
use crate::messages::{CountryWords, DataWords, Messages};
use crate::site::{use_language, use_messages};

/// A participant as the map shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceView {
    /// Its address in the portal.
    pub slug: String,
    /// Its ISO code.
    pub iso: Option<String>,
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// How it takes part.
    pub status: Participation,
    /// What its mark says: its number in the list, or a value.
    pub sign: String,
    /// What one hears after its name: its status, or its value with unit and year.
    pub spoken: String,
    /// How dark its land is, from 1, on a map of values; none where there is no value.
    pub shade: Option<u8>,
}

impl PlaceView {
    /// The places of countries in their order, numbered.
    pub fn numbered(countries: &[Summary], language: domain::Language) -> Vec<Self> {
        let messages = Messages::of(language);
        let places = countries.iter().zip(1_usize..).filter_map(|(country, number)| {
            let Details::Country { iso, status, .. } = &country.details else { return None };
            Some(Self {
                slug: country.slug.to_string(),
                iso: iso.clone(),
                href: crate::paths::entry(language, country.kind, &country.slug),
                name: country.edition.title.clone(),
                status: *status,
                sign: number.to_string(),
                spoken: messages.participation(*status).to_lowercase(),
                shade: None,
            })
        });
        places.collect()
    }

    fn place(&self) -> Option<&'static Place> {
        let by_code = || PLACES.iter().find(|place| place.iso.is_some() && place.iso == self.iso.as_deref());
        PLACES.iter().find(|place| place.slug == self.slug).or_else(by_code)
    }
}

/// The name of a status as the style sheet has it.
pub const fn status_class(status: Participation) -> &'static str {
    match status {
        Participation::Founding => "founding",
        Participation::Participating => "participating",
        Participation::Observer => "observer",
    }
}

/// How wide the drawing is without the names in its east.
const WITHOUT_NAMES: f32 = 765.0;

/// The map, with a link for each participant, in the order in which they come.
#[component]
pub fn CountryMap(places: Vec<PlaceView>) -> AnyView {
    let words = CountryWords::of(use_language());
    let statuses = [Participation::Founding, Participation::Participating, Participation::Observer];
    let legend = statuses.into_iter().filter_map(|status| {
        let number = places.iter().filter(|place| place.status == status).count();
        (number > 0).then(|| view! { <LegendRow status number /> })
    });
    let legend = legend.collect_view();
    view! {
        <figure class="map">
            <Drawing places label=words.map width=SIZE.0 />
            <figcaption>
                <ul class="map-legend" role="list">
                    {legend}
                </ul>
                <p class="hint">{words.map_note}</p>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The map of values: places without one are hatched, and have no mark.
#[component]
pub fn ValueMap(
    places: Vec<PlaceView>,
    /// What each shade stands for, the lightest first.
    shades: Vec<String>,
    label: &'static str,
) -> AnyView {
    let words = DataWords::of(use_language());
    let shades = shades.into_iter().zip(1_usize..).map(|(told, shade)| {
        view! {
            <li>
                <span class=format!("map-swatch shade-{shade}") aria-hidden="true"></span>
                {told}
            </li>
        }
    });
    let shades = shades.collect_view();
    view! {
        <figure class="map map-values">
            <Drawing places label width=WITHOUT_NAMES hatched=true />
            <figcaption>
                <ul class="map-legend" role="list">
                    {shades}
                    <li>
                        <span class="map-swatch map-swatch-none" aria-hidden="true"></span>
                        {words.no_value}
                    </li>
                </ul>
                <p class="hint">{words.on_map_note}</p>
            </figcaption>
        </figure>
    }
    .into_any()
}

#[component]
fn Drawing(
    places: Vec<PlaceView>,
    label: &'static str,
    width: f32,
    /// Whether the places that are not among them are hatched, to say that nothing is known of them.
    #[prop(optional)]
    hatched: bool,
) -> AnyView {
    let shown: Vec<&str> = places.iter().filter_map(|view| Some(view.place()?.slug)).collect();
    let others = PLACES.iter().filter(|place| !shown.contains(&place.slug));
    let others: String = others.map(|place| path(place.land)).collect();
    let others = if hatched {
        view! {
            <pattern id="no-figure" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="map-hatch" d="M0 0V9"></path>
            </pattern>
            <path class="map-none" fill="url(#no-figure)" d=others></path>
        }
        .into_any()
    } else {
        view! { <path class="map-others" d=others></path> }.into_any()
    };
    let marks = places.into_iter().filter_map(|view| Some(view! { <MapPlace place=view.place()? view /> }));
    let marks = marks.collect_view();
    view! {
        <div class="map-frame">
            <svg viewBox=format!("0 0 {width} {}", SIZE.1) role="group" aria-label=label>
                <path class="map-coast" d=path(&COASTS)></path>
                {others}
                {marks}
            </svg>
        </div>
    }
    .into_any()
}

#[component]
fn LegendRow(status: Participation, number: usize) -> AnyView {
    let messages = use_messages();
    view! {
        <li>
            <span class=format!("place-mark place-{}", status_class(status)) aria-hidden="true"></span>
            {format!("{} ({number})", messages.participation(status))}
        </li>
    }
    .into_any()
}

/// A participant on the map: land or dot, line, mark and name, all of them one link.
#[component]
fn MapPlace(place: &'static Place, view: PlaceView) -> AnyView {
    let standing = Standing::of(place);
    let ((x, y), (dot_x, dot_y), (name_x, name_y, anchor)) = (standing.mark, standing.at, standing.name);
    let shade = view.shade.map(|shade| format!(" shade-{shade}")).unwrap_or_default();
    let aside = if standing.moves_aside { " place-aside" } else { "" };
    let land = if place.land.is_empty() {
        view! { <circle class="place-land" cx=dot_x cy=dot_y r="4"></circle> }.into_any()
    } else {
        view! { <path class="place-land" d=path(place.land)></path> }.into_any()
    };
    let line = standing.is_apart().then(|| {
        view! {
            <path class="place-line" d=format!("M{dot_x} {dot_y}L{x} {y}")></path>
            {standing.moves_aside.then(|| view! { <path class="place-line place-far" d=format!("M{x} {y}h60")></path> })}
        }
    });
    let sign = match view.status {
        Participation::Observer => {
            view! { <rect class="place-sign" x=x - 17.5 y=y - 17.5 width="35" height="35"></rect> }.into_any()
        }
        _ => view! { <circle class="place-sign" cx=x cy=y r="18"></circle> }.into_any(),
    };
    view! {
        <a
            class=format!("place place-{}{aside}{shade}", status_class(view.status))
            href=view.href
            aria-label=format!("{} {}, {}", view.sign, view.name, view.spoken)
        >
            {land}
            {line}
            <g class="place-moves">
                {sign} <text class="place-number" x=x y=y + 5.5 text-anchor="middle">
                    {view.sign.clone()}
                </text>
            </g>
            " "
            <text class="place-name" x=name_x y=name_y text-anchor=anchor>
                {view.name.clone()}
            </text>
        </a>
    }
    .into_any()
}

/// A small map that shows where one participant lies; none where it is not on the map.
#[component]
pub fn Locator(view: PlaceView) -> AnyView {
    let words = CountryWords::of(use_language());
    let Some(place) = view.place() else { return ().into_any() };
    let (x, y) = Standing::of(place).at;
    let land = if place.land.is_empty() {
        view! { <circle class="place-land" cx=x cy=y r="6"></circle> }.into_any()
    } else {
        view! { <path class="place-land" d=path(place.land)></path> }.into_any()
    };
    let others = PLACES.iter().filter(|its| its.slug != place.slug && !its.land.is_empty());
    let others: String = others.map(|its| path(its.land)).collect();
    view! {
        <svg class="locator" viewBox=format!("0 0 {WITHOUT_NAMES} {}", SIZE.1) role="img" aria-label=words.lies_on_map(&view.name)>
            <path class="map-coast" d=path(&COASTS)></path>
            <path class="map-others" d=others></path>
            {land}
            <circle class="locator-ring" cx=x cy=y r="34"></circle>
        </svg>
    }
    .into_any()
}
