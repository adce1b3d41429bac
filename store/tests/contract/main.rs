//! The definition of the store: what every operation promises, proved on SQLite and on PostgreSQL.
//!
//! A promise is a function named as a sentence. It is listed below and runs once on each database, on a fresh one.

#![expect(clippy::unwrap_used, reason = "a promise that is not kept fails its test")]

mod accounts;
mod audit;
mod catalogue;
mod drafts;
mod events;
mod figures;
mod files;
mod finding;
mod harvest;
mod lists;
mod loading;
mod manuscripts;
mod marks;
mod notices;
mod opening;
mod outbox;
mod people;
mod place;
mod postgres;
mod previews;
mod programme;
mod questions;
mod reading;
mod registrations;
mod reminders;
mod renaming;
mod schema;
mod search;
mod traffic;
mod works;
mod writing;

macro_rules! contract {
    ($($module:ident { $($promise:ident),+ $(,)? })+) => {
        mod on_sqlite {
            $(mod $module { $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $promise() {
                    crate::$module::$promise(&crate::place::Place::sqlite().await).await;
                }
            )+ })+
        }
        mod on_postgres {
            $(mod $module { $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $promise() {
                    crate::$module::$promise(&crate::place::Place::postgres().await).await;
                }
            )+ })+
        }
    };
}

contract! {
    catalogue {
        entries_of_every_kind_come_in_the_order_in_which_they_were_made,
        the_list_of_everything_is_narrowed_by_kind_network_country_year_and_language,
        the_list_of_everything_holds_nothing_that_readers_may_not_see,
        an_identifier_leads_to_its_entry_whatever_its_address_is_now,
        a_list_is_narrowed_to_an_author_by_whatever_language_names_them,
    }
    reading {
        an_entry_comes_back_as_it_was_written,
        an_entry_without_spanish_is_shown_in_english_and_says_so,
        a_draft_edition_is_not_shown,
        an_entry_without_any_live_edition_is_not_shown,
        an_edition_is_shown_from_its_publish_time_to_its_unpublish_time,
        what_is_for_members_is_not_in_the_library,
        an_entry_is_read_in_one_state_while_it_is_written,
        an_unknown_address_is_not_found,
        the_contact_of_a_network_comes_with_it,
        an_empty_database_has_no_identity,
    }
    lists {
        the_newest_come_first_and_those_without_a_day_last,
        arranged_entries_come_by_position_then_by_title,
        titles_are_ordered_without_accents_and_case,
        a_page_of_a_list_knows_the_whole_length,
        an_entry_in_two_networks_appears_once,
        networks_come_in_the_order_of_their_weight,
        a_list_can_be_of_a_network_a_country_and_a_year,
        a_deleted_network_is_no_longer_named,
        a_list_shows_each_entry_in_the_best_language,
    }
    harvest {
        publications_are_gathered_by_set_and_by_the_time_of_their_last_change,
        what_readers_saw_once_is_told_as_withdrawn_and_what_they_never_saw_is_not_told,
        what_is_shown_for_a_while_changes_when_it_appears_and_when_it_ends,
        a_work_changes_with_the_networks_and_the_countries_that_its_record_names,
    }
    works {
        what_readers_saw_leaves_what_it_was_and_when_it_was_withdrawn,
        a_newer_version_and_an_older_one_lead_to_each_other_whatever_they_are_called,
        editions_of_one_work_all_lead_to_each_other,
    }
    audit {
        every_save_and_every_decision_stands_in_the_log,
        the_log_is_searched_by_who_and_by_what,
        the_log_of_some_days_comes_in_parts,
        what_is_loaded_is_nobodys_deed,
        the_notice_above_every_page_needs_both_languages_and_an_end,
        a_notice_takes_the_place_of_the_one_before_and_is_taken_away,
    }
    events {
        coming_events_come_earliest_first,
        what_takes_place_leads_what_does_not_where_it_is_asked_for,
        past_events_come_latest_first,
        every_event_is_either_past_or_to_come,
        events_of_a_period_include_those_that_began_before_it,
        events_can_be_of_a_network_a_country_and_a_mode,
        a_page_of_events_knows_the_whole_length,
        events_are_ordered_by_the_instant_not_by_the_hour,
    }
    figures {
        a_set_of_figures_bears_the_years_that_they_speak_of,
        a_search_finds_figures_by_what_is_said_of_them_and_shows_what_they_have_in_common_once,
        figures_of_a_country_come_from_every_entry_that_readers_see,
        what_is_not_shown_states_no_figure,
        two_who_edit_different_figures_have_both_edited,
        a_number_is_said_in_every_language_and_its_words_in_one,
    }
    search {
        a_search_forgives_accents_and_case,
        characters_that_nobody_types_are_no_part_of_what_is_kept_and_looked_for,
        a_search_needs_every_word,
        a_word_in_the_title_comes_first_then_the_newest,
        a_search_looks_into_the_body_and_the_words_of_a_kind,
        a_search_finds_each_entry_once_in_the_readers_language,
        a_word_in_the_readers_language_weighs_more,
        percent_signs_in_a_search_are_just_letters,
        a_search_for_signs_alone_finds_nothing,
        a_search_counts_more_than_it_returns,
        a_search_for_very_many_words_is_answered,
        a_search_does_not_find_what_is_not_shown,
    }
    finding {
        one_typing_error_is_forgiven_where_nothing_has_the_word_as_it_was_typed,
        every_hit_of_words_put_right_is_marked_and_says_why,
        who_finds_nothing_is_offered_the_words_that_something_has_put_right,
        singular_and_plural_are_found_by_each_other_in_both_languages,
        another_name_of_the_same_thing_is_found_and_told,
        a_quotation_stands_in_these_words,
        the_passage_shows_the_words_marked_in_their_language,
        facets_count_what_one_more_choice_would_leave,
        the_search_knows_every_write_also_of_another_node_and_of_the_hour,
        who_asks_a_moment_earlier_is_answered_by_what_is_known_already,
        titles_are_suggested_while_they_are_typed,
        what_stands_in_a_document_is_found_with_its_page_where_everybody_may_open_it,
        what_stands_in_a_document_is_found_from_the_day_on_which_it_opens,
        a_search_that_found_nothing_is_counted_by_its_day_and_nothing_that_names_a_person,
        signs_alone_are_no_search_that_found_nothing,
        what_is_often_looked_for_and_found_nowhere_is_told_to_staff_and_a_single_search_is_not,
    }
    writing {
        a_write_is_counted_when_it_took_effect_and_not_when_it_was_refused,
        a_taken_address_is_refused,
        two_kinds_may_use_the_same_slug,
        two_writers_of_one_address_cannot_both_win,
        a_deleted_entry_is_gone_until_it_is_restored,
        a_deleted_entry_leaves_lists_and_search,
        deleting_twice_says_gone_and_restoring_twice_changes_nothing,
        every_save_leaves_a_revision,
        the_first_revision_holds_every_field,
        every_save_leaves_an_effect,
        the_history_of_an_unknown_address_is_not_found,
        a_time_that_cannot_be_is_refused,
        a_network_named_twice_counts_once,
        a_request_that_is_dropped_leaves_nothing_half_done,
        many_requests_at_once_are_all_answered,
    }
    renaming {
        a_renamed_entry_leads_from_its_old_address,
        a_chain_of_renamings_leads_to_the_entry_itself,
        an_entry_can_return_to_a_former_address,
        a_rename_to_a_taken_address_changes_nothing,
        a_renamed_event_raises_its_sequence_and_keeps_its_uid,
        an_old_address_of_a_deleted_entry_is_gone,
        an_old_address_tells_nothing_of_what_is_hidden,
        a_renamed_network_is_named_by_its_new_slug,
        of_many_who_want_one_address_one_gets_it,
        of_many_renamings_at_once_one_wins,
    }
    loading {
        loading_a_pack_twice_creates_nothing_new,
        loading_leaves_alone_what_staff_have_changed,
        the_order_of_a_pack_does_not_matter,
        a_pack_that_names_an_unknown_network_leaves_nothing_behind,
        a_pack_that_names_an_unknown_country_leaves_nothing_behind,
        a_network_may_be_named_by_its_former_slug,
        readers_never_see_half_of_a_load,
        two_loads_at_once_create_everything_once,
    }
    accounts {
        an_application_comes_back_as_it_was_written,
        of_several_applications_the_one_whose_link_is_followed_counts,
        nothing_stays_of_who_applied_first_where_another_application_is_confirmed,
        a_new_password_is_the_one_of_every_application,
        asking_twice_changes_nothing_and_tells_only_who_holds_the_address,
        of_many_who_apply_with_one_address_one_gets_the_account,
        an_unknown_network_is_named,
        a_visit_says_when_the_one_before_ended,
        a_confirmed_address_waits_for_a_decision,
        a_key_works_once_for_its_purpose_and_for_a_while,
        a_key_used_by_two_at_once_works_for_one,
        a_session_ends_when_nobody_uses_it_and_at_last_in_any_case,
        a_glance_at_a_session_is_no_use_of_it,
        a_session_is_closed_by_its_owner_alone,
        a_new_password_ends_every_session,
        a_reset_for_an_unknown_address_leaves_nothing,
        a_decision_is_told_once_and_a_refusal_keeps_its_reason,
        who_is_disabled_is_signed_out_and_stays_out,
        attempts_are_limited_by_name_and_time,
        a_profile_is_changed_and_the_address_is_not,
        a_new_address_is_taken_when_its_letter_is_answered,
        a_key_that_went_to_one_address_does_not_give_another,
        an_address_of_somebody_else_is_never_taken,
        a_key_of_a_calendar_works_until_it_is_taken_back,
    }
    registrations {
        who_asks_twice_has_one_registration,
        an_event_without_rules_takes_no_registrations,
        the_last_seat_goes_to_one_of_two_who_come_at_once,
        a_full_event_has_a_list_with_places_and_offers_in_order,
        an_offer_that_nobody_takes_goes_to_the_next,
        an_offer_ends_with_the_start_of_the_event_and_goes_to_nobody_then,
        what_becomes_free_after_the_start_is_offered_to_nobody,
        an_event_that_is_put_off_offers_nothing_until_it_takes_place_after_all,
        an_offer_of_an_event_in_the_bin_holds_up_no_other,
        a_closed_account_gives_up_what_is_ahead_and_the_next_is_offered_it,
        who_closes_her_account_leaves_her_name_to_past_events_alone,
        more_seats_are_offered_to_who_waits,
        pending_and_waiting_are_two_things,
        a_refusal_is_told_with_its_reason_until_one_asks_again,
        staff_register_a_member_by_the_rules_and_are_told_what_cannot_be,
        who_is_removed_reads_why_and_the_next_is_offered_the_seat,
        two_hundred_who_ask_for_twenty_seats_while_some_cancel,
    }
    questions {
        who_registers_answers_what_is_asked_and_may_answer_anew,
        a_question_with_answers_is_kept_when_it_is_asked_no_longer,
    }
    programme {
        a_programme_comes_back_in_order_with_ids_that_stay,
        two_who_edit_different_sessions_have_both_edited,
        readers_see_the_sessions_of_the_languages_that_are_shown_and_find_their_words,
        the_link_to_join_is_for_who_has_a_seat_and_for_staff,
    }
    manuscripts {
        a_new_entry_is_a_draft_that_readers_do_not_see_until_it_is_published,
        two_entries_of_one_title_get_two_addresses,
        an_edit_changes_what_it_names_and_leaves_the_rest,
        edits_of_different_fields_come_together_and_of_one_field_are_told,
        of_two_who_save_one_field_at_once_one_is_told,
        every_kind_comes_back_as_it_was_loaded,
        blocks_keep_their_ids_through_edits,
        an_edition_is_published_for_a_while,
        publishing_tells_followers_once_and_at_the_right_time,
        a_save_that_changes_nothing_leaves_nothing,
        a_new_slug_leaves_a_way_from_the_old_one,
        more_seats_in_the_form_are_offered_to_who_waits,
        the_desk_lists_every_state_by_kind_words_and_standing,
        what_was_typed_and_not_saved_is_kept_for_its_writer,
        what_was_kept_since_it_was_seen_is_not_forgotten,
        a_version_has_a_name_that_its_history_tells,
        who_writes_at_one_place_sees_who_else_does,
        a_form_that_is_sent_twice_makes_one_entry,
        what_is_kept_for_its_writer_goes_with_a_renamed_entry,
        what_only_its_writer_sees_outdates_no_page,
    }
    files {
        the_documents_of_a_session_are_stored_with_it_and_in_use,
        a_file_comes_back_in_parts_as_it_was_stored,
        a_file_that_fails_in_the_middle_leaves_nothing,
        the_same_bytes_are_stored_once_also_by_two_at_once,
        a_file_is_reached_by_what_is_shown_and_by_a_seat,
        documents_keep_their_order_through_edits_and_unknown_ones_are_named,
        a_file_that_is_used_is_not_thrown_away,
        a_file_in_the_bin_is_used_by_nothing_new_and_comes_back,
        what_is_said_of_a_file_changes_and_is_searched,
        the_day_on_which_a_file_opens_is_stored_changed_and_written_down,
        the_latest_documents_come_first_and_no_more_than_are_asked_for,
    }
    traffic {
        what_two_processes_count_adds_up_by_page_and_language,
        downloads_are_counted_for_files_that_there_are,
    }
    marks {
        who_follows_a_network_is_counted_once_and_no_more_after_leaving,
        each_network_has_its_own_choice_and_keeps_its_place,
        what_does_not_exist_cannot_be_marked,
        what_is_kept_bears_labels_and_a_note_of_its_owner,
        what_is_kept_comes_latest_first_each_once_and_for_its_owner_alone,
        what_is_deleted_is_no_longer_shown_among_what_is_kept,
    }
    notices {
        what_is_published_is_told_once_to_who_hears_everything,
        of_two_nodes_that_tell_the_same_one_does,
        what_will_be_shown_later_is_told_then,
        what_an_editor_publishes_is_told_when_readers_see_it,
        notices_come_latest_first_and_are_read_up_to_the_one_that_was_seen,
        a_notice_of_what_is_no_longer_shown_is_neither_listed_nor_counted,
        each_change_of_a_registration_leaves_one_notice,
        a_digest_is_due_every_day_for_who_wants_it_so,
        visiting_an_entry_reads_what_was_told_of_it,
        what_is_new_in_followed_networks_comes_latest_first,
        admins_are_told_of_each_applicant_by_a_notice_and_of_all_by_one_letter,
        a_weekly_letter_is_due_a_week_after_the_account_and_then_each_week,
        a_week_without_news_passes_without_a_letter,
        of_two_nodes_one_makes_the_weekly_letter,
        a_translation_is_no_news_and_neither_is_what_was_told_at_once,
        who_had_no_letter_for_long_is_told_of_four_weeks,
        a_key_of_a_letter_ends_letters_as_often_as_it_is_used_for_a_year,
    }
    reminders {
        who_has_a_seat_is_reminded_a_week_and_a_day_before_once,
        of_two_nodes_one_reminds,
        nobody_is_reminded_of_what_is_called_off_hidden_or_given_up,
        who_registers_on_the_eve_is_not_reminded_at_once,
        a_moved_event_is_told_once_to_who_comes_and_to_who_waits,
    }
    previews {
        a_link_opens_its_draft_until_it_ends_or_is_taken_back,
        a_link_follows_its_entry_to_another_address_and_into_the_bin,
    }
    outbox {
        two_workers_never_claim_the_same_effect,
        the_oldest_effects_are_claimed_first_and_no_more_than_asked_for,
        documents_that_wait_to_be_read_and_letters_do_not_stand_behind_each_other,
        an_effect_that_failed_waits_longer_each_time,
        an_effect_is_not_claimed_before_it_is_due,
        a_claim_ends_by_itself,
        a_worker_that_lost_its_claim_changes_nothing,
        what_is_done_is_counted_and_never_claimed_again,
        a_letter_that_fails_is_given_up_and_anything_else_is_not,
        letters_are_shown_with_their_state_to_who_may_know_of_them,
        letters_are_found_by_state_and_by_whom_they_are_for,
        a_letter_is_sent_again_once_and_the_log_tells_it,
    }
    opening {
        a_database_from_a_newer_program_is_refused,
        migrating_twice_changes_nothing,
        a_store_that_is_closed_is_unavailable,
    }
}
