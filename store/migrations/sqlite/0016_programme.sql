-- The programme of an event, and how one joins it online.
create table programme_session (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    day integer not null,               -- days after the event's first
    start_time text not null,           -- in the event's zone
    end_time text                       -- after the start; none where it is not known
) strict;
create index programme_session_by_entry on programme_session (entry_id, day, start_time, id);

create table programme_text (
    session_id integer not null references programme_session (id) on delete cascade,
    language text not null,
    title text not null,
    speakers text not null,             -- one a line
    place text not null,
    description text not null,
    made_from text not null,            -- text to fingerprint of its source, JSON
    primary key (session_id, language)
) strict;

create table event_meeting (
    entry_id integer primary key references entry (id) on delete cascade,
    link text not null,                 -- for who may join; no answer to readers knows it
    opens integer not null              -- minutes before the start
) strict;
