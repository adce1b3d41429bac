//! What each kind adds, as fields.

use super::Fields;
use super::reader::Reader;
use crate::Rule;
use crate::entry::{Details, Kind, Participation, PublicationForm};
use crate::media::MediaForm;

const LINE: usize = 200;

/// Every way of taking part, with its name in forms.
const PARTICIPATION: [(Participation, &str); 3] = [
    (Participation::Founding, "founding"),
    (Participation::Participating, "participating"),
    (Participation::Observer, "observer"),
];

fn code_of<T: PartialEq + Copy>(list: &[(T, &'static str)], value: T) -> &'static str {
    list.iter().find(|(its, _)| *its == value).map_or("", |(_, code)| code)
}

fn with_code<T: Copy>(list: &[(T, &'static str)], code: &str) -> Option<T> {
    list.iter().find(|(_, its)| *its == code).map(|(value, _)| *value)
}

const fn yes_or_no(value: Option<bool>) -> &'static str {
    match value {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    }
}

pub(super) fn write(details: &Details, fields: &mut Fields) {
    let mut add = |name: &str, value: &str| fields.set(&format!("details.{name}"), value);
    let or_empty = |value: &Option<String>| value.clone().unwrap_or_default();
    match details {
        Details::Plain => {}
        Details::Network { hue, contact } => {
            add("hue", &hue.to_string());
            add("contact", contact);
        }
        Details::Country { iso, status, official_languages } => {
            add("iso", &or_empty(iso));
            add("status", code_of(&PARTICIPATION, *status));
            add("official_languages", &official_languages.join(" "));
        }
        Details::Event { organizers, link } => {
            add("organizers", &organizers.join("\n"));
            add("link", &or_empty(link));
        }
        Details::Post { first_published } => {
            let (name, url) = first_published.clone().unwrap_or_default();
            add("first_published.name", &name);
            add("first_published.link", &url);
        }
        Details::News { dateline, contact } => {
            add("dateline", dateline);
            add("contact", contact);
        }
        Details::Media { form, link, minutes, captions } => {
            add("medium", form.code());
            add("link", &or_empty(link));
            add("minutes", &minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
            add("captions", &captions.join(" "));
        }
        Details::Publication {
            form,
            year,
            authors,
            publisher,
            city,
            languages,
            title_language,
            pages,
            isbn,
            doi,
            license,
            replaces,
            edition_of,
            link,
        } => {
            add("form", form.code());
            add("year", &year.to_string());
            add("authors", &authors.join("\n"));
            add("publisher", &or_empty(publisher));
            add("city", &or_empty(city));
            add("languages", &languages.join(" "));
            add("title_language", title_language.map_or("", crate::Language::code));
            add("pages", &pages.map(|pages| pages.to_string()).unwrap_or_default());
            add("isbn", &or_empty(isbn));
            add("doi", &or_empty(doi));
            add("license", &or_empty(license));
            add("replaces", replaces.as_ref().map_or("", crate::Slug::as_str));
            add("edition_of", edition_of.as_ref().map_or("", crate::Slug::as_str));
            add("link", &or_empty(link));
        }
        Details::Course { provider, languages, hours, free, certificate, link } => {
            add("provider", provider);
            add("languages", &languages.join(" "));
            add("hours", &hours.map(|hours| hours.to_string()).unwrap_or_default());
            add("free", yes_or_no(*free));
            add("certificate", yes_or_no(*certificate));
            add("link", &or_empty(link));
        }
    }
}

pub(super) fn read(kind: Kind, reader: &mut Reader<'_>) -> Details {
    match kind {
        Kind::Page | Kind::Dataset => Details::Plain,
        Kind::Media => Details::Media {
            form: reader.known("details.medium", Rule::OneOfTheList, MediaForm::from_code).unwrap_or_default(),
            link: reader.link("details.link"),
            minutes: reader.value("details.minutes", Rule::PageNumber),
            captions: reader.words("details.captions"),
        },
        Kind::Network => Details::Network {
            hue: reader
                .needed("details.hue", Rule::OneOfTheList, |text| text.parse().ok().filter(|hue| *hue < 360))
                .unwrap_or_default(),
            contact: reader.line("details.contact", LINE),
        },
        Kind::Country => Details::Country {
            iso: reader.line_or_none("details.iso", 3),
            status: reader
                .needed("details.status", Rule::OneOfTheList, |code| with_code(&PARTICIPATION, code))
                .unwrap_or(Participation::Participating),
            official_languages: reader.words("details.official_languages"),
        },
        Kind::Event => {
            Details::Event { organizers: reader.lines("details.organizers", 2000), link: reader.link("details.link") }
        }
        Kind::Post => {
            let name = reader.line("details.first_published.name", LINE);
            let link = reader.link("details.first_published.link");
            let named = !name.is_empty();
            if named && reader.fields.get("details.first_published.link").trim().is_empty() {
                reader.refuse("details.first_published.link", Rule::Needed);
            }
            Details::Post { first_published: link.filter(|_| named).map(|link| (name, link)) }
        }
        Kind::News => Details::News {
            dateline: reader.line("details.dateline", LINE),
            contact: reader.line("details.contact", LINE),
        },
        Kind::Publication => Details::Publication {
            form: reader
                .needed("details.form", Rule::OneOfTheList, PublicationForm::from_code)
                .unwrap_or(PublicationForm::Report),
            year: reader
                .needed("details.year", Rule::Year, |text| {
                    text.parse().ok().filter(|year| (1800..=2199).contains(year))
                })
                .unwrap_or_default(),
            authors: reader.lines("details.authors", 2000),
            publisher: reader.line_or_none("details.publisher", LINE),
            city: reader.line_or_none("details.city", LINE),
            languages: reader.words("details.languages"),
            title_language: reader.value("details.title_language", Rule::OneOfTheList),
            pages: reader.value("details.pages", Rule::PageNumber),
            isbn: reader.line_or_none("details.isbn", 40),
            doi: reader.known("details.doi", Rule::Doi, crate::citation::doi),
            license: reader.link("details.license"),
            replaces: reader.value("details.replaces", Rule::OneOfTheList),
            edition_of: reader.value("details.edition_of", Rule::OneOfTheList),
            link: reader.link("details.link"),
        },
        Kind::Course => Details::Course {
            provider: reader.line("details.provider", LINE),
            languages: reader.words("details.languages"),
            hours: reader.value("details.hours", Rule::PageNumber),
            free: reader.yes_or_no("details.free"),
            certificate: reader.yes_or_no("details.certificate"),
            link: reader.link("details.link"),
        },
    }
}
