-- A mail address that somebody wants to have and has not confirmed yet.
alter table account add column new_email text;
