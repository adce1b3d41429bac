-- What staff do beside writing (that is told by revisions), and the notice above every page.
create table audit (
    id integer primary key autoincrement,
    at integer not null,
    actor text not null,                -- the name of who did it
    deed text not null,                 -- domain::audit::Deed
    subject text not null,              -- a mail address, an event's address
    before text not null,
    after text not null
) strict;
create index audit_at on audit (at);

create table banner (
    id integer primary key check (id = 1),   -- there is one at a time
    starts_at integer not null,
    ends_at integer not null,
    texts text not null                 -- language to text, JSON
) strict;
