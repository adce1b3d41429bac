//! The words of the interface, in every language. A text that is missing in one of them does not compile.
//!
//! [`Messages`] holds the fixed texts, one file for each language; `sentences` and `names` those that depend on a value.
//! Content is not here: it is data, in the store.

mod account;
mod audit;
mod change;
mod check;
mod country;
mod dashboard;
mod data;
mod desk;
mod en;
mod es;
mod figure;
mod file;
mod frame;
mod history;
mod import;
mod letter;
mod list_file;
mod mark;
mod names;
mod notice;
mod outbox;
mod parameter;
mod preview;
mod profile;
mod programme;
mod question;
mod registration;
mod repository;
mod resource;
mod search;
mod seen;
mod sentences;
mod traffic;

use domain::Language;

pub use account::{
    AccountLetter, AccountWords, contested, contested_wrong, decided_on_person, greeting, password_hint,
    reason_is_needed, role_name,
};
pub use audit::{AuditWords, deed_side, deed_told, fields_changed};
pub use change::{
    ChangeWords, change_done, change_name, do_it, letters_in, moving_event, people_count, send_letters, tell_them_first,
};
pub use check::{remark, remarks_count, remarks_hint};
pub use country::CountryWords;
pub use dashboard::{DashboardWords, confirm_new_address, offer_ends, people_wait, since_last_visit};
pub use data::DataWords;
pub use desk::{
    DeskWords, and_more, behind_in, concerns_all, copied, event_state_name, field_name, items_count, label,
    language_name, live_words, missing_in, months_count, new_entry, not_public_in, precision_name, progress,
    standing_name, state_name, tool_names, writes_only,
};
pub use figure::FigureWords;
pub use file::{FileWords, access_name, closed, file_field, file_place, files_count, opens_on, unfit};
pub use frame::FrameWords;
pub use history::{HistoryWords, saves_count, signature};
pub use import::{ImportWords, do_import, rows_count};
pub use letter::{applicants_ask, digest_subject, event_subject, event_told, news_subject, seat_subject, sender};
pub use list_file::{ListFileWords, exactness};
pub use mark::{MarkWords, digest_comes, followers, notices, notices_give};
pub use notice::{NoticeWords, end_network, ended_network, new_in, new_in_days, told, unread_notices};
pub use outbox::{OutboxWords, letter_kind, letter_standing, letter_state, letters_count};
pub use parameter::{parameters_are, repeated_parameter, unknown_parameter};
pub use preview::{PreviewWords, audience_name, days_count, preview_sentence};
pub use profile::ProfileWords;
pub use programme::{
    ProgrammeWords, day_number, hours_are_of, join_by_letter, link_opens, session_hours, session_title,
};
pub use question::{QuestionWords, answer_in_words, answer_kind, choices_in_words};
pub use registration::{SeatWords, decided, not_asked, seats_taken, standing};
pub use repository::{RepositoryWords, pages_count, withdrawn_on};
pub use resource::{ResourceWords, minutes_long, picture_of, reading_time};
pub use search::SearchWords;
pub use seen::{nothing_stands, saved_meanwhile};
pub use traffic::{TrafficWords, downloaded};

/// The fixed texts of the interface in one language.
#[derive(Debug)]
#[expect(missing_docs, reason = "each field is documented by its English text, in en.rs")]
pub struct Messages {
    language: Language,
    pub about: &'static str,
    pub about_the_cmc: &'static str,
    pub accessibility: &'static str,
    pub add_to_calendar: &'static str,
    pub all: &'static str,
    pub all_events: &'static str,
    pub all_networks: &'static str,
    pub all_networks_link: &'static str,
    pub aside: &'static str,
    pub at: &'static str,
    pub block_missing: &'static str,
    pub block_stale: &'static str,
    pub block_untranslated: &'static str,
    pub breadcrumb: &'static str,
    pub cancelled: &'static str,
    pub capital: &'static str,
    pub certificate: &'static str,
    pub clear: &'static str,
    pub close_menu: &'static str,
    pub contact: &'static str,
    pub cost: &'static str,
    pub countries: &'static str,
    pub country: &'static str,
    pub date: &'static str,
    pub download_calendar: &'static str,
    pub events: &'static str,
    pub fault_ways_on: &'static str,
    pub feed: &'static str,
    pub filters: &'static str,
    pub figures: &'static str,
    pub focal_institution: &'static str,
    pub footer_about: &'static str,
    pub form: &'static str,
    pub free: &'static str,
    pub functional_contact: &'static str,
    pub go_to_source: &'static str,
    pub home: &'static str,
    pub how_it_works: &'static str,
    pub join: &'static str,
    pub languages: &'static str,
    pub latest_news: &'static str,
    pub latest_posts: &'static str,
    pub latest_publications: &'static str,
    pub length: &'static str,
    pub light_hint: &'static str,
    pub light_is_on: &'static str,
    pub light_off: &'static str,
    pub light_on: &'static str,
    pub loading: &'static str,
    pub log_in: &'static str,
    pub main_menu: &'static str,
    pub menu: &'static str,
    pub mode_label: &'static str,
    pub month_keys: &'static str,
    pub network: &'static str,
    pub networks: &'static str,
    pub next: &'static str,
    pub next_events: &'static str,
    pub no: &'static str,
    pub no_events_here: &'static str,
    pub no_next_events: &'static str,
    pub no_related_events: &'static str,
    pub no_related_posts: &'static str,
    pub no_related_publications: &'static str,
    pub not_saved: &'static str,
    pub nothing_here: &'static str,
    pub nothing_matches: &'static str,
    pub objectives: &'static str,
    pub official_languages: &'static str,
    pub one_language: &'static str,
    pub organizers: &'static str,
    pub other_processes: &'static str,
    pub page_count: &'static str,
    pub pages: &'static str,
    pub past: &'static str,
    pub past_events: &'static str,
    pub periods: &'static str,
    pub place: &'static str,
    pub postponed: &'static str,
    pub previous: &'static str,
    pub privacy: &'static str,
    pub problems_title: &'static str,
    pub provider: &'static str,
    pub publisher: &'static str,
    pub register: &'static str,
    pub related_events: &'static str,
    pub related_posts: &'static str,
    pub related_publications: &'static str,
    pub resources: &'static str,
    pub rule_day: &'static str,
    pub rule_one_of_the_list: &'static str,
    pub rule_email: &'static str,
    pub rule_known: &'static str,
    pub rule_needed: &'static str,
    pub rule_page_number: &'static str,
    pub same_as_list: &'static str,
    pub reuse: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub search_submit: &'static str,
    pub search_the_portal: &'static str,
    pub see_networks: &'static str,
    pub show: &'static str,
    pub side_by_side: &'static str,
    pub site_map: &'static str,
    pub skip_to_main: &'static str,
    pub social: &'static str,
    pub source: &'static str,
    pub specialist: &'static str,
    pub status: &'static str,
    pub structure: &'static str,
    pub subscribe: &'static str,
    pub supporters: &'static str,
    pub to_be_confirmed: &'static str,
    pub today: &'static str,
    pub usual: &'static str,
    pub view_more: &'static str,
    pub views: &'static str,
    pub when: &'static str,
    pub with_certificate: &'static str,
    pub write_to_secretariat: &'static str,
    pub year: &'static str,
    pub yes: &'static str,
}

impl Messages {
    /// The texts of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::MESSAGES,
            Language::Es => &es::MESSAGES,
        }
    }
}
