-- Links to previews of drafts, names that writers give to what they have saved, and documents of sessions.
create table preview_link (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,  -- who made it: what they have not saved is shown, too
    token text not null unique,         -- its hash
    audience text not null,             -- domain::preview::Audience
    created_at integer not null,
    expires_at integer not null,
    ended_at integer                    -- taken back since
) strict;
create index preview_link_entry on preview_link (entry_id, expires_at);

alter table revision add column name text;  -- none for most

alter table programme_session add column files text not null default '';  -- names of its documents with blanks between
