//! Posts, news, media and courses in the words of schema.org.

use domain::entry::{Details, Entry, Kind};
use domain::markdown::picture_in;
use domain::media::MediaForm;
use serde_json::{Value, json};

use crate::paths;
use crate::site::Site;
use crate::ui::linked_data::{absolute, fields, named_organization, organization};

/// The entry, as the page of `site` shows it; none for kinds that are described elsewhere.
pub fn of(entry: &Entry, site: &Site) -> Option<Value> {
    let own = match entry.summary.kind {
        Kind::Post | Kind::News => article(entry, site),
        Kind::Course => course(entry),
        Kind::Media => media(entry, site),
        _ => return None,
    };
    let mut whole = fields(common(entry, site));
    whole.extend(fields(own));
    Some(Value::Object(whole))
}

fn common(entry: &Entry, site: &Site) -> Value {
    let summary = &entry.summary;
    let url = absolute(site, &paths::entry(site.language, summary.kind, &summary.slug));
    json!({
        "@id": url,
        "url": url,
        "identifier": summary.uid,
        "name": summary.edition.title,
        "description": summary.edition.summary,
        "inLanguage": summary.language.code(),
        "image": crate::files::lead_address(entry).map(|path| absolute(site, &path)),
        "datePublished": summary.published.map(|day| day.to_string()),
        "dateModified": summary.updated.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        "keywords": summary
            .networks
            .iter()
            .filter_map(|slug| site.network(slug).map(|network| network.title.clone()))
            .collect::<Vec<_>>(),
    })
}

fn article(entry: &Entry, site: &Site) -> Value {
    let summary = &entry.summary;
    let author = &summary.edition.words.author;
    let is_post = summary.kind == Kind::Post;
    json!({
        "@type": if is_post { "BlogPosting" } else { "NewsArticle" },
        "headline": summary.edition.title,
        "mainEntityOfPage": absolute(site, &paths::entry(site.language, summary.kind, &summary.slug)),
        // Authors are told by their role.
        "author": if author.is_empty() {
            organization(site)
        } else {
            json!({ "@type": "Person", "name": author, "jobTitle": author })
        },
        "publisher": organization(site),
        "isBasedOn": match &summary.details {
            Details::Post { first_published: Some((_, url)), .. } => Some(url.clone()),
            _ => None,
        },
        "dateline": summary.written_from(),
    })
}

fn course(entry: &Entry) -> Value {
    let Details::Course { provider, languages, hours, free, certificate, link } = &entry.summary.details else {
        return Value::Null;
    };
    json!({
        "@type": "Course",
        "provider": named_organization(provider),
        "sameAs": link,
        "availableLanguage": languages,
        "isAccessibleForFree": free,
        "educationalCredentialAwarded": certificate.filter(|has| *has).map(|_| "Certificate"),
        "hasCourseInstance": {
            "@type": "CourseInstance",
            "courseMode": "Online",
            "courseWorkload": hours.map(|hours| format!("PT{hours}H")),
        },
    })
}

fn media(entry: &Entry, site: &Site) -> Value {
    let (form, link, minutes, captions) = match &entry.summary.details {
        Details::Media { form, link, minutes, captions } => (*form, link.clone(), *minutes, captions.clone()),
        _ => (MediaForm::Picture, None, None, Vec::new()),
    };
    let day = entry.summary.published.map(|day| day.to_string());
    let credit = &entry.summary.edition.words.credit;
    let picture = crate::files::lead_address(entry).map(|path| absolute(site, &path));
    let lasts = |kind: &str| {
        json!({
            "@type": kind,
            "sameAs": link,
            "thumbnailUrl": picture,
            "uploadDate": day,
            "duration": minutes.map(|minutes| format!("PT{minutes}M")),
            "caption": captions,
        })
    };
    let own = match form {
        MediaForm::Video => lasts("VideoObject"),
        MediaForm::Recording => lasts("AudioObject"),
        MediaForm::Picture => json!({ "@type": "ImageObject", "contentUrl": picture }),
        MediaForm::Gallery => {
            let pictures = entry.blocks.iter().filter_map(|block| {
                let (address, alt) = picture_in(block.shown(site.language, entry.source)?.markdown)?;
                Some(json!({ "@type": "ImageObject", "contentUrl": absolute(site, &address), "description": alt }))
            });
            json!({ "@type": "ImageGallery", "associatedMedia": pictures.collect::<Vec<_>>() })
        }
    };
    let mut whole = fields(own);
    whole.insert("creditText".to_owned(), credit.clone().into());
    whole.insert("publisher".to_owned(), organization(site));
    Value::Object(whole)
}
