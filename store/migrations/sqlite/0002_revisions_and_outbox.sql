-- What every write leaves behind: a revision, and effects to be done later.
create table revision (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    valid_from integer not null,
    actor text not null,
    reason text not null,
    changes text not null               -- JSON array of domain::revision::Change
) strict;
create index revision_entry on revision (entry_id, id);

create table outbox (
    id integer primary key autoincrement,
    topic text not null,
    payload text not null,              -- JSON
    created_at integer not null,
    due_at integer not null,
    attempts integer not null,
    claimed_by text,
    claimed_until integer,
    done_at integer,
    last_error text
) strict;
create index outbox_due on outbox (done_at, due_at);
