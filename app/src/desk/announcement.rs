//! What goes out when an event changes: who is told, and what the letters say, before anything is done.

use domain::account::{Member, Staff};
use domain::block::fingerprint;
use domain::entry::Kind;
use domain::manuscript::Manuscript;
use domain::notice::About;
use domain::registration::State;
use domain::{Error, Language, Portal};
use leptos::prelude::*;

use crate::events::letter::event_letter;
use crate::messages::{ChangeWords, Messages, letters_in, people_count};
use crate::paths;

/// What goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announcement {
    /// Whether the event becomes another one for who comes: else nobody is told anything.
    pub is_news: bool,
    /// Whether readers see the event; of what they do not see, no letter is written.
    pub is_public: bool,
    /// How many are told, by where their registration stands.
    pub told: Vec<(State, usize)>,
    /// The letters, in every language of the portal.
    pub letters: Vec<PlannedLetter>,
}

/// A letter that will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedLetter {
    /// Its language.
    pub language: Language,
    /// How many get it.
    pub readers: usize,
    /// Its subject.
    pub subject: String,
    /// Its text; where the name of its reader will stand, it says so.
    pub text: String,
}

impl Announcement {
    /// How many letters go out.
    pub fn count(&self) -> usize {
        if self.is_news { self.letters.iter().map(|letter| letter.readers).sum() } else { 0 }
    }

    /// What tells it from every other: whoever presses the button has seen this one.
    pub fn key(&self) -> String {
        fingerprint(&format!("{self:?}"))
    }
}

/// What goes out when an event becomes another one.
///
/// # Errors
/// Those of the store.
pub async fn announcement(
    portal: &Portal,
    staff: &Staff,
    before: &Manuscript,
    after: &Manuscript,
    public_url: &str,
) -> Result<Announcement, Error> {
    let now = portal.clock.now();
    let slug = &before.draft.slug;
    let mut people = portal.registrations.participants(staff, slug).await?;
    people.retain(|its| its.state.is_active() && Member::of(&its.account).is_some());
    let count = |state: State| (state, people.iter().filter(|its| its.state == state).count());
    let letters = Language::ALL.into_iter().filter_map(|language| {
        let event = after.told(language, now)?;
        let name = ChangeWords::of(language).somebody;
        let (subject, body) = event_letter(&event, About::Moved, name, language, now)?;
        let link = format!("{public_url}{}", paths::entry(language, Kind::Event, &after.draft.slug));
        let readers = people.iter().filter(|its| its.account.profile.language == language).count();
        Some(PlannedLetter { language, readers, subject, text: format!("{body}\n\n{link}") })
    });
    let letters: Vec<PlannedLetter> = letters.collect();
    let times = before.draft.time.as_ref().zip(after.draft.time.as_ref());
    Ok(Announcement {
        is_news: times.is_some_and(|(before, after)| after.is_news_after(before)),
        is_public: !letters.is_empty(),
        told: State::ALL.map(count).into_iter().filter(|(_, count)| *count > 0).collect(),
        letters,
    })
}

/// What goes out, in words.
#[component]
pub fn Consequences(announcement: Announcement, page: Language) -> AnyView {
    let (words, messages) = (ChangeWords::of(page), Messages::of(page));
    if !announcement.is_news {
        return view! { <p class="note">{words.nothing_changes}</p> }.into_any();
    }
    let said = if !announcement.is_public {
        Some(words.not_public)
    } else if announcement.told.is_empty() {
        Some(words.nobody)
    } else {
        None
    };
    if let Some(said) = said {
        return view! { <p class="note">{said}</p> }.into_any();
    }
    let told = announcement.told.iter().map(|(state, count)| {
        view! {
            <li>
                <strong>{messages.seat_state(*state)}</strong>
                ": "
                {people_count(*count, page)}
            </li>
        }
    });
    let letters = announcement.letters.iter().map(|letter| {
        let language = letter.language.code();
        view! {
            <section class="planned-letter">
                <h3>{letters_in(letter.language, letter.readers, page)}</h3>
                <p lang=language>
                    <strong>{letter.subject.clone()}</strong>
                </p>
                <p class="letter-text" lang=language>
                    {letter.text.clone()}
                </p>
            </section>
        }
    });
    view! {
        <p>{words.each_is_told}</p>
        <ul>{told.collect::<Vec<_>>()}</ul>
        <div class="planned-letters">{letters.collect::<Vec<_>>()}</div>
        <p class="hint">{words.others}</p>
    }
    .into_any()
}
