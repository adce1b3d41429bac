-- The one language that somebody of the staff writes in; null where they write in every one.
alter table account add column writes_in text;
