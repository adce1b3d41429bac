-- What writers need: how far each translation has come, what they have typed and not saved, and who else is writing.
alter table edition add column made_from text not null default '{}';        -- field to fingerprint of its source, JSON
alter table edition add column parts_current integer not null default 0;    -- texts that are up to date
alter table edition add column parts_in_all integer not null default 0;     -- texts that there are to translate

create table unsaved_form (
    account_id integer not null references account (id) on delete cascade,
    place text not null,                -- which form: `post/title`, `new/event`
    form text not null,                 -- domain::manuscript::Typed, as JSON
    kept_at integer not null,
    primary key (account_id, place)
) strict;

create table writer_seen (
    account_id integer not null references account (id) on delete cascade,
    place text not null,
    seen_at integer not null,
    primary key (account_id, place)
) strict;
