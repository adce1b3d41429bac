//! Pictures sized to the screen: those of the library in their widths, drawn ones as they are.

use domain::entry::Entry;
use domain::file::{Used, picture_uid, uids_in};
use leptos::prelude::*;

use crate::paths;

/// Width and height of the drawn pictures, in pixels; the browser keeps their place free by them.
const DRAWN: (u32, u32) = (1200, 480);
/// The narrower widths that every picture of the library has, where it is as wide.
const WIDTHS: [u32; 2] = [480, 960];

/// A picture, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PictureView {
    /// Its address.
    pub(super) src: String,
    /// Its addresses, each with its width; none for a drawn one.
    set: Option<String>,
    /// Width and height in pixels.
    size: (u32, u32),
    /// What it shows.
    pub(super) alt: String,
    /// Who made it.
    pub(super) credit: String,
}

impl PictureView {
    /// A picture of a body, by its address there; none where it is not one of the portal's.
    pub(super) fn of_body(address: &str, alt: String, files: &[Used]) -> Option<Self> {
        let Some(uid) = uids_in(address).into_iter().next() else {
            return address.starts_with("/pictures/").then(|| Self::drawn(address.to_owned(), alt));
        };
        let file = files.iter().map(|used| &used.file).find(|file| file.uid == uid && file.medium.is_picture())?;
        let widest = file.variants.last()?;
        let set = file.variants.iter().map(|its| format!("{} {}w", paths::file_picture(file, its.width), its.width));
        Some(Self {
            src: paths::file_picture(file, widest.width),
            set: Some(set.collect::<Vec<_>>().join(", ")),
            size: (widest.width, widest.height),
            alt,
            credit: file.about.credit.clone(),
        })
    }

    /// The lead picture of an entry, where it is a drawn one; those of the library have a credit of their own.
    pub(super) fn drawn_lead(entry: &Entry) -> Option<Self> {
        let picture = entry.summary.picture.as_deref().filter(|picture| picture_uid(picture).is_none())?;
        Some(Self::drawn(paths::picture(picture), entry.summary.edition.picture_alt.clone()))
    }

    /// The small picture of a row.
    pub(super) fn thumbnail(picture: &str) -> Self {
        let uid = picture_uid(picture);
        let at = |width: u32| uid.as_ref().map(|uid| format!("/files/{uid}/{width}/picture {width}w"));
        let set: Option<Vec<String>> = WIDTHS.into_iter().map(at).collect();
        Self { set: set.map(|set| set.join(", ")), ..Self::drawn(paths::picture(picture), String::new()) }
    }

    /// The same beside words that say what it shows.
    pub(super) fn without_words(self) -> Self {
        Self { alt: String::new(), ..self }
    }

    fn drawn(src: String, alt: String) -> Self {
        Self { src, set: None, size: DRAWN, alt, credit: String::new() }
    }
}

/// Where a picture stands, which says how wide it is shown and when it is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// First of a page.
    First,
    /// Further down: fetched when it comes near.
    Below,
    /// In a row of a list.
    InRow,
}

impl Stands {
    const fn sizes(self) -> &'static str {
        match self {
            Self::First | Self::Below => "(min-width: 74rem) 66rem, 100vw",
            Self::InRow => "(min-width: 48rem) 22rem, 100vw",
        }
    }
}

/// A picture.
#[component]
pub(super) fn Picture(picture: PictureView, stands: Stands) -> AnyView {
    let sizes = picture.set.is_some().then(|| stands.sizes());
    let first = stands == Stands::First;
    view! {
        <img
            src=picture.src
            srcset=picture.set
            sizes=sizes
            alt=picture.alt
            width=picture.size.0.to_string()
            height=picture.size.1.to_string()
            loading=(!first).then_some("lazy")
            decoding="async"
            fetchpriority=first.then_some("high")
        />
    }
    .into_any()
}
