//! Files in the editor: the documents of an entry, and its lead picture. Chosen from the library; an upload keeps what is
//! typed, and comes back with the new file chosen.

use domain::Language;
use domain::entry::Kind;
use domain::file::{File, picture_uid};
use domain::number::write_size;
use leptos::prelude::*;

use super::controls::remarks;
use super::form::Form;
use crate::messages::{DeskWords, FileWords, access_name, label};
use crate::paths;

/// The pictures that come with the portal.
pub const BUILT_IN: [&str; 11] = [
    "border-management.svg",
    "diaspora.svg",
    "emergency-preparedness.svg",
    "environmental-migration.svg",
    "home.svg",
    "human-trafficking.svg",
    "labour-migration.svg",
    "migrant-smuggling.svg",
    "migration-and-health.svg",
    "migration-data.svg",
    "refugee-protection.svg",
];

/// How many documents and how many pictures of the library are offered; the library itself has all.
pub const OFFERED: u32 = 40;

/// The files that a form shows and offers.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// The documents that are chosen, for the entry or for one of its sessions.
    pub chosen: Vec<File>,
    /// Documents of the library, the latest first.
    pub documents: Vec<File>,
    /// Pictures of the library, the latest first.
    pub pictures: Vec<File>,
}

impl Offer {
    /// The documents that a field lists, in its order.
    fn of(&self, listed: &str) -> Vec<&File> {
        let find = |uid: &str| self.chosen.iter().find(|file| file.uid.as_str() == uid);
        listed.split_whitespace().filter_map(find).collect()
    }

    /// What a field lists and is in the bin by now: it stays chosen.
    fn unlisted(&self, field: &str, listed: &str) -> AnyView {
        let is_gone = |uid: &&str| self.chosen.iter().all(|file| file.uid.as_str() != *uid);
        let gone = listed.split_whitespace().filter(is_gone);
        let each = gone.map(|uid| view! { <input type="hidden" name=field.to_owned() value=uid.to_owned() /> });
        each.collect::<Vec<_>>().into_any()
    }

    /// What a field may list beside what it does.
    fn others(&self, field: &str, listed: &str, page: Language) -> AnyView {
        let is_listed = |file: &File| listed.split_whitespace().any(|uid| file.uid.as_str() == uid);
        let others = self.documents.iter().filter(|file| !is_listed(file));
        others.map(|file| box_of(field, file, false, page)).collect::<Vec<_>>().into_any()
    }
}

fn box_of(field: &str, file: &File, is_chosen: bool, page: Language) -> AnyView {
    view! {
        <label class="choice">
            <input type="checkbox" name=field.to_owned() value=file.uid.to_string() checked=is_chosen />
            {file.title(page).1.to_owned()}
            {about(file, page)}
        </label>
    }
    .into_any()
}

/// The documents of a session.
pub fn of_session(form: &Form, offer: &Offer, field: &str, page: Language) -> AnyView {
    let words = FileWords::of(page);
    let stored = form.get(field).to_owned();
    let listed = offer.of(&stored);
    let (count, is_open) = (listed.len(), !stored.is_empty());
    let chosen = listed.into_iter().map(|file| box_of(field, file, true, page)).collect::<Vec<_>>();
    let (_, remarks) = remarks(form, field, page);
    view! {
        <details class="several" open=is_open>
            <summary id=field.to_owned()>{label(field, page)} " (" {count} ")"</summary>
            <input type="hidden" name=format!("order.{field}") value=stored.clone() />
            {offer.unlisted(field, &stored)}
            <p class="hint">{words.choose_hint}</p>
            <div class="several-boxes">{chosen} {offer.others(field, &stored, page)}</div>
        </details>
        {remarks}
    }
    .into_any()
}

/// Whether entries of a kind list documents.
pub const fn has_documents(kind: Kind) -> bool {
    matches!(kind, Kind::Event | Kind::Publication)
}

fn about(file: &File, page: Language) -> String {
    let kind = file.medium.extension().to_uppercase();
    format!(" ({kind}, {}, {})", write_size(file.size()), access_name(file.about.access, page))
}

/// The documents of an entry.
pub fn documents(form: &Form, offer: &Offer, page: Language) -> AnyView {
    if !has_documents(form.manuscript.draft.kind) {
        return ().into_any();
    }
    let (words, desk) = (FileWords::of(page), DeskWords::of(page));
    let stored = form.get("files").to_owned();
    let listed = offer.of(&stored);
    let last = listed.len().saturating_sub(1);
    let chosen = listed.iter().enumerate().map(|(place, file)| {
        let uid = file.uid.to_string();
        let title = file.title(page).1.to_owned();
        let button = |way: &str, label: &'static str, off: bool| {
            view! {
                <button
                    type="submit"
                    name="task"
                    value=format!("file.{uid}.{way}")
                    class="button-link"
                    disabled=off
                    aria-label=format!("{label}: {title}")
                >
                    {label}
                </button>
            }
        };
        view! {
            <li class="document">
                <label class="choice">
                    <input type="checkbox" name="files" value=uid.clone() checked=true />
                    {title.clone()}
                    {about(file, page)}
                </label>
                <p class="moves">
                    {button("up", desk.move_up, place == 0)} {button("down", desk.move_down, place >= last)}
                </p>
            </li>
        }
    });
    let unlisted = offer.unlisted("files", &stored);
    let offered = offer.others("files", &stored, page);
    let (_, remarks) = remarks(form, "files", page);
    let chosen = chosen.collect::<Vec<_>>();
    let count = chosen.len();
    view! {
        <fieldset class="shared documents" disabled=!form.is_shared_open()>
            <legend id="files">{words.documents} " (" {count} ")"</legend>
            <div>
                <input type="hidden" name="order.files" value=stored.clone() />
                {unlisted}
                <ul role="list">{chosen}</ul>
                {remarks}
            </div>
            <details class="several">
                <summary>{words.choose}</summary>
                <p class="hint">{words.choose_hint}</p>
                <div class="several-boxes">{offered}</div>
            </details>
            <p>
                <button type="submit" name="task" value="library" class="button-link">
                    {words.upload_for_this}
                </button>
            </p>
        </fieldset>
    }
    .into_any()
}

/// The lead picture: one that comes with the portal, or one of the library.
pub fn picture(form: &Form, offer: &Offer, page: Language) -> AnyView {
    let words = FileWords::of(page);
    let chosen = form.get("picture").to_owned();
    let option = |value: String, name: String| {
        let selected = value == chosen;
        view! {
            <option value=value selected=selected>
                {name}
            </option>
        }
    };
    let of_library = |file: &File| format!("files/{}", file.uid);
    let is_known = chosen.is_empty()
        || BUILT_IN.contains(&chosen.as_str())
        || offer.pictures.iter().any(|file| of_library(file) == chosen);
    // What is stored and not among the choices stays as it is.
    let other = (!is_known).then(|| option(chosen.clone(), chosen.clone()));
    let library: Vec<_> =
        offer.pictures.iter().map(|file| option(of_library(file), file.title(page).1.to_owned())).collect();
    let library = (!library.is_empty()).then(|| view! { <optgroup label=words.recent_pictures>{library}</optgroup> });
    let built_in = BUILT_IN.map(|name| option(name.to_owned(), name.trim_end_matches(".svg").replace('-', " ")));
    let (sentence, remarks) = remarks(form, "picture", page);
    let uid = picture_uid(&chosen);
    let size = offer.pictures.iter().find(|file| Some(&file.uid) == uid.as_ref()).and_then(|file| file.variant(480));
    let shown = (!chosen.is_empty()).then(|| {
        let (width, height) = size.map_or((480, 270), |size| (size.width, size.height));
        view! {
            <img
                class="picture-chosen"
                src=paths::picture(&chosen)
                alt=""
                width=width.to_string()
                height=height.to_string()
                loading="lazy"
            />
        }
    });
    view! {
        <div class="field">
            <label for="picture">{label("picture", page)}</label>
            <select id="picture" name="picture" aria-invalid=sentence.map(|_| "true")>
                {option(String::new(), words.no_picture.to_owned())}
                {other}
                {library}
                <optgroup label=words.built_in>{built_in.into_iter().collect::<Vec<_>>()}</optgroup>
            </select>
            {remarks}
            {shown}
            <button type="submit" name="task" value="library" class="button-link">
                {words.upload_for_this}
            </button>
        </div>
    }
    .into_any()
}
