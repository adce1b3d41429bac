//! Opens the editor: on a blank manuscript or a stored one, with what was typed some other time, and with what was sent just now.

use std::collections::{BTreeMap, HashSet};

use domain::account::Staff;
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::file::{Uid, picture_uid};
use domain::manuscript::{Fields, Manuscript, Typed, session_field};
use domain::token::Token;
use domain::{Error, Language, Portal};
use jiff::Timestamp;
use leptos::prelude::*;

use super::asked::Question;
use super::checks::checked;
use super::compose::{form_place, place, read};
use super::editor::{Editor, EditorContents};
use super::file_fields::{OFFERED, Offer, has_documents};
use super::form::{self, Form};
use super::left::{LEFT, Left, OTHERS};
use super::view::LiveView;
use crate::account::visit::Visit;
use crate::entries::compose::country_names;
use crate::events::region::{REGION, day_of};
use crate::messages::{DeskWords, live_words, not_public_in, tool_names, writes_only};
use crate::paths;
use crate::site::public_url;

/// A blank manuscript, and what is known of it already: the day that was chosen, or another entry's texts.
pub(super) async fn begun(
    portal: &Portal,
    staff: &Staff,
    kind: Kind,
    date: &str,
    like: &str,
    language: Language,
) -> Result<(Manuscript, Vec<Typed>), Error> {
    let blank = Manuscript::blank(kind, language, day_of(portal.clock.now()));
    let known = |field: &str, text: &str| Typed::new(field, text, &fingerprint(Fields::of(&blank).get(field)));
    let mut typed = Vec::new();
    if !like.is_empty() {
        typed = form::like(&portal.manuscripts.manuscript(staff, kind, &read(like)?).await?);
    }
    if kind == Kind::Event {
        if date.parse::<jiff::civil::Date>().is_ok() {
            typed.push(known("start", date));
        }
        if like.is_empty() {
            typed.extend([known("zone", REGION), known("mode", "online"), known("state", "scheduled")]);
        }
    }
    Ok((blank, typed))
}

pub(super) async fn editor(
    portal: &Portal,
    visit: Visit,
    staff: Staff,
    manuscript: Manuscript,
    begun: Vec<Typed>,
    came: Came<'_>,
) -> Result<(AnyView, LiveView), Error> {
    let done = came.done;
    let language = crate::site::use_language();
    let words = DeskWords::of(language);
    let now = portal.clock.now();
    let token = match visit.typed("form") {
        token if token.is_empty() => Token::new(&*portal.chance).text(),
        token => token,
    };
    let place = place(manuscript.draft.kind, (manuscript.revision > 0).then_some(&manuscript.draft.slug));
    let live = LiveView {
        is_saved: !done.is_empty(),
        is_answer: visit.edit.is_some(),
        ..live(staff.account().id, &place, &token, language)
    };
    let (typed, conflicts, left) = match (visit.edit.clone(), came.left) {
        (Some((typed, conflicts)), _) => (typed, conflicts, None),
        (None, Some(mut left)) => (std::mem::take(&mut left.typed), Vec::new(), Some(left)),
        (None, None) => (begun, Vec::new(), None),
    };
    let notice = match done {
        "saved" => Some(words.saved),
        "published" => Some(words.published),
        "kept" => Some(words.kept_for_you),
        "restored" => Some(words.restored),
        "hidden" => Some(words.hidden),
        "drafted" => Some(words.drafted),
        "review" => Some(words.asked_review),
        "archived" => Some(words.archived),
        "former" => Some(words.former_typed),
        "first" => Some(words.typed_first),
        _ => visit.notice,
    };
    let brought_back = left.is_some();
    let mut form = Form::of(manuscript, typed, conflicts, visit.problems.clone());
    form.writers = writers(portal, &form).await?;
    form.writer = Some(staff.clone());
    let limits = match staff.account().writes_in {
        Some(only) => Some(writes_only(only, language)),
        None if !form.is_shared_open() => Some(words.public_is_closed),
        None => None,
    };
    let limits = limits.map(|limits| view! { <p class="note">{limits}</p> });
    let public = form.manuscript.public_languages();
    let left_out = (done == "published").then(|| {
        let others = Language::ALL.into_iter().filter(|of| !public.contains(of));
        others.map(|of| view! { <p class="note">{not_public_in(of, language)}</p> }).collect::<Vec<_>>()
    });
    let files = offer(portal, &staff, &mut form, came.add).await?;
    let contents = EditorContents {
        remarks: checked(portal, &form.manuscript, &form.shown, &public_url()).await?,
        files,
        chosen: visit.edit.is_some().then(|| visit.typed.get("publish").cloned().unwrap_or_default()),
        reason: visit.typed("reason"),
        token,
        form,
        left: left.as_ref().map_or_else(|| visit.typed(LEFT), |left| left.places.clone()),
        seen_others: left.as_ref().map_or_else(|| visit.typed(OTHERS), Left::others),
        others: left.map(|left| left.others).unwrap_or_default(),
        brought_back: brought_back && !matches!(done, "kept" | "former" | "first"),
        countries: country_names(portal, language, now).await?,
        staff,
        notice,
        now,
    };
    let question = visit.asked.map(|asked| view! { <Question asked page=language /> });
    Ok((view! { {question} {left_out} {limits} <Editor contents /> }.into_any(), live))
}

/// What led to the editor.
pub(super) struct Came<'a> {
    /// What was just done.
    pub(super) done: &'a str,
    /// A file that was uploaded for it.
    pub(super) add: &'a str,
    /// What was typed some other time and not saved.
    pub(super) left: Option<Left>,
}

/// What was typed last into a form for a new entry of a kind, and not saved.
pub(super) async fn last_left(portal: &Portal, staff: &Staff, kind: Kind) -> Result<Option<Left>, Error> {
    let last = portal.manuscripts.kept_forms(staff, &place(kind, None)).await?.into_iter().take(1).collect();
    Ok(Left::of(last))
}

/// Who has written what others have changed meanwhile, and when.
async fn writers(portal: &Portal, form: &Form) -> Result<BTreeMap<String, (String, Timestamp)>, Error> {
    let draft = &form.manuscript.draft;
    if form.conflicts.is_empty() || form.manuscript.revision == 0 {
        return Ok(BTreeMap::new());
    }
    let history = portal.desk.history(draft.kind, &draft.slug).await?;
    let last = |field: &str| history.iter().find(|save| save.changes.iter().any(|change| change.field == field));
    let each = form.conflicts.iter().filter_map(|its| Some((its.field.clone(), last(&its.field)?)));
    Ok(each.map(|(field, save)| (field, (save.actor.clone(), save.valid_from))).collect())
}

/// The files to choose from; one that was uploaded for this form is chosen.
async fn offer(portal: &Portal, staff: &Staff, form: &mut Form, add: &str) -> Result<Offer, Error> {
    let mut pictures = portal.files.recent(staff, true, OFFERED).await?;
    let lists_documents = has_documents(form.manuscript.draft.kind);
    let documents = if lists_documents { portal.files.recent(staff, false, OFFERED).await? } else { Vec::new() };
    let listed = form.get("files").to_owned();
    // Any file of the library, however old.
    let added: Vec<Uid> = add.parse().into_iter().collect();
    for file in portal.files.files(&added).await? {
        if file.medium.is_picture() {
            form.shown.set("picture", &format!("files/{add}"));
        } else if lists_documents && !listed.contains(add) {
            form.shown.set("files", format!("{listed} {add}").trim());
        }
    }
    // The one that is chosen is among those that can be, also where others are later.
    if let Some(uid) = picture_uid(form.get("picture")).filter(|uid| pictures.iter().all(|file| file.uid != *uid)) {
        pictures.extend(portal.files.files(&[uid]).await?);
    }
    let is_list = |field: &str| field == "files" || session_field(field).is_some_and(|(_, _, part)| part == "files");
    let lists = form.shown.iter().filter(|(field, _)| is_list(field));
    let uids: HashSet<Uid> =
        lists.flat_map(|(_, uids)| uids.split_whitespace()).filter_map(|uid| uid.parse().ok()).collect();
    let uids: Vec<Uid> = uids.into_iter().collect();
    Ok(Offer { chosen: portal.files.files(&uids).await?, documents, pictures })
}

/// What the editor needs to keep what is typed.
fn live(account: i64, place: &str, form: &str, language: Language) -> LiveView {
    // Which form it is, it says itself.
    let parameters = [("place", place)];
    let address = paths::unsaved(language);
    let [kept, no_line, signed_out, others] = live_words(language).map(str::to_owned);
    LiveView {
        address: paths::with_query(&address, parameters),
        stream: paths::with_query(&format!("{address}/stream"), parameters),
        key: format!("{account}:{}", form_place(place, form)),
        sort: format!("{account}:{place}/"),
        kept,
        no_line,
        signed_out,
        others,
        tools: tool_names(language).map(str::to_owned).to_vec(),
        ..LiveView::default()
    }
}
