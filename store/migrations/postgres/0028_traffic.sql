-- How often each public page was read and each document downloaded, by the day of the region. Nothing is kept of who did.
create table page_view (
    day text not null,
    path text not null,                 -- below the language: repository/a-report; empty for the home page
    language text not null,
    times bigint not null,
    primary key (day, path, language)
);

create table download (
    day text not null,
    file_id bigint not null references file (id) on delete cascade,
    times bigint not null,
    primary key (day, file_id)
);

create index download_file on download (file_id);
