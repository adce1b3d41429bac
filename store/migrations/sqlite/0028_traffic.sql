-- How often each public page was read and each document downloaded, by the day of the region. Nothing is kept of who did.
create table page_view (
    day text not null,
    path text not null,                 -- below the language: repository/a-report; empty for the home page
    language text not null,
    times integer not null,
    primary key (day, path, language)
) strict;

create table download (
    day text not null,
    file_id integer not null references file (id) on delete cascade,
    times integer not null,
    primary key (day, file_id)
) strict;

create index download_file on download (file_id);
