-- The index of the search is made of the tables themselves, in memory: what was stored for the former search is not needed.
drop table search_document;

-- That an entry has changed, so that the index of every node hears of it. Old rows are swept.
create table entry_change (
    id integer primary key autoincrement,
    entry_id integer not null           -- may be gone since
) strict;

create index edition_publish_at on edition (publish_at);
create index edition_unpublish_at on edition (unpublish_at) where unpublish_at is not null;

-- The text of PDF files, page by page.
create table file_page (
    file_id integer not null references file (id) on delete cascade,
    number integer not null,            -- from 1
    text text not null,
    primary key (file_id, number)
) strict;

-- Files that were there before are read, too.
insert into outbox (topic, payload, created_at, due_at, attempts)
select 'file.stored', json_object('uid', uid), created_at, created_at, 0 from file where media_type = 'application/pdf';

-- Searches that found nothing, by day. No hour and no address is kept with them.
create table search_miss (
    day text not null,
    language text not null,
    words text not null,                -- folded
    times integer not null,
    primary key (day, language, words)
) strict;
