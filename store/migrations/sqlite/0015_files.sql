-- Files of the library: bytes in parts, so that one database holds the whole installation; and which entry uses which.
create table file (
    id integer primary key autoincrement,
    uid text not null unique,           -- domain::file::Uid: its name in addresses
    sha256 text not null unique,        -- of what was uploaded: the same bytes are stored once
    name text not null,                 -- one safe segment with its extension
    media_type text not null,           -- domain::file::Medium
    variants text not null,             -- width, height, bytes of each body, JSON
    language text,                      -- the code of a document's language
    titles text not null,               -- by language, JSON
    alts text not null,                 -- by language, JSON
    is_decorative integer not null,     -- 1: a picture that shows nothing that the text does not say
    credit text not null,
    access text not null,               -- domain::file::Access
    created_at integer not null,
    created_by text not null,
    deleted_at integer                  -- in the bin since
) strict;
create index file_created_at on file (created_at);

create table file_part (
    file_id integer not null references file (id) on delete cascade,
    variant integer not null,           -- 0: the file itself; else the width of a picture
    position integer not null,
    bytes blob not null,                -- 256 KiB, the last has the rest
    primary key (file_id, variant, position)
) strict;

create table entry_file (
    entry_id integer not null references entry (id) on delete cascade,
    file_id integer not null references file (id) on delete cascade,
    place text not null,                -- domain::file::Place
    position integer not null,
    primary key (entry_id, place, file_id)
) strict;
create index entry_file_file on entry_file (file_id);
