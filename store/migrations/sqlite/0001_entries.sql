-- Entries: anything with an address. Instants are microseconds since 1970, UTC; days are `2026-11-23`; documents are JSON.
create table entry (
    id integer primary key autoincrement,
    kind text not null,                 -- domain::entry::Kind
    slug text not null,                 -- the address within the kind; renaming writes a redirect
    uid text not null unique,           -- never changes: calendars and feeds know the entry by it
    visibility text not null,           -- public, members
    source_language text not null,      -- the language that the others are translated from
    position integer not null,            -- order by hand
    published_on text,                  -- the day it bears
    picture text,                       -- a file of public/pictures
    details text not null,              -- domain::entry::Details
    created_at integer not null,
    updated_at integer not null,
    deleted_at integer,                   -- in the bin since; its address says 410
    unique (kind, slug)
) strict;

create table edition (
    entry_id integer not null references entry (id) on delete cascade,
    language text not null,
    title text not null,
    summary text not null,
    picture_alt text not null,
    words text not null,                -- domain::entry::Words
    state text not null,                -- draft, in-review, published, archived
    publish_at integer,                   -- shown from then on
    unpublish_at integer,                 -- and until then
    updated_at integer not null,
    sort_key text not null,             -- the title, folded: both databases order it alike
    primary key (entry_id, language)
) strict;

create table block (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    position integer not null,
    kind text not null
) strict;
create index block_entry on block (entry_id, position);

create table block_text (
    block_id integer not null references block (id) on delete cascade,
    language text not null,
    markdown text not null,
    made_from text,                     -- fingerprint of the source text that it was translated from
    updated_at integer not null,
    primary key (block_id, language)
) strict;

create table figure (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    position integer not null,
    low text not null,                  -- decimal digits as given: 22.20 stays 22.20
    high text,
    unit text not null,
    year text not null,
    source text not null,
    url text,
    country text                        -- a country's slug
) strict;
create index figure_entry on figure (entry_id, position);

create table figure_text (
    figure_id integer not null references figure (id) on delete cascade,
    language text not null,
    label text not null,
    note text,
    primary key (figure_id, language)
) strict;

create table entry_network (
    entry_id integer not null references entry (id) on delete cascade,
    network_id integer not null references entry (id) on delete cascade,
    position integer not null,            -- order of weight
    primary key (entry_id, network_id)
) strict;
create index entry_network_network on entry_network (network_id);

create table entry_country (
    entry_id integer not null references entry (id) on delete cascade,
    country_id integer not null references entry (id) on delete cascade,
    position integer not null,
    primary key (entry_id, country_id)
) strict;
create index entry_country_country on entry_country (country_id);

create table entry_related (
    entry_id integer not null references entry (id) on delete cascade,
    related_id integer not null references entry (id) on delete cascade,
    position integer not null,
    primary key (entry_id, related_id)
) strict;

create table event (
    entry_id integer primary key references entry (id) on delete cascade,
    start_date text not null,           -- local, in the zone
    start_time text,                    -- local `09:30:00`
    end_date text not null,
    end_time text,
    zone text not null,                 -- IANA name
    precision_code text not null,       -- domain::event::Precision
    state text not null,
    mode text not null,
    sequence integer not null,            -- iCalendar SEQUENCE
    starts_at integer not null,           -- derived from the local time
    ends_at integer not null
) strict;
create index event_starts_at on event (starts_at);
create index event_ends_at on event (ends_at);

create table redirect (
    kind text not null,
    slug text not null,                 -- a former address
    entry_id integer not null references entry (id) on delete cascade,
    primary key (kind, slug)
) strict;

create table contact (
    key text primary key,
    name text,
    email text not null
) strict;

create table contact_text (
    key text not null references contact (key) on delete cascade,
    language text not null,
    role text not null,
    primary key (key, language)
) strict;

create table identity (
    language text primary key,
    document text not null              -- domain::entry::Identity
) strict;

create table search_document (
    entry_id integer not null references entry (id) on delete cascade,
    language text not null,
    title_folded text not null,
    text_folded text not null,          -- title, summary, words and body
    primary key (entry_id, language)
) strict;
