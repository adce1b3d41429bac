-- What members are told: notices in the portal, and when the last weekly letter was made.
create table notice (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    entry_id integer not null references entry (id) on delete cascade,
    topic text not null,                -- domain::notice::About
    payload text not null,              -- JSON; tells one change of an entry from another
    created_at integer not null,
    read_at integer,
    unique (account_id, entry_id, topic, payload)
) strict;
create index notice_unread on notice (account_id) where read_at is null;

alter table account add column digest_at integer;
