-- Seats at events: who has one, who waits for one, and everything that happened to either.
create table event_seats (
    entry_id integer primary key references entry (id) on delete cascade,
    mode text not null,                 -- domain::registration::Mode
    capacity integer                    -- no limit where there is none
) strict;

create table registration (
    id integer primary key autoincrement,
    entry_id integer not null references entry (id) on delete cascade,
    account_id integer not null references account (id) on delete cascade,
    state text not null,                -- domain::registration::State
    queued_at integer not null,         -- the place in the waiting list
    offer_ends_at integer,              -- until then an offered seat is kept
    created_at integer not null,
    updated_at integer not null,
    unique (entry_id, account_id)
) strict;
create index registration_by_account on registration (account_id);
create index registration_waiting on registration (entry_id, state, queued_at, id);
create index registration_offers on registration (offer_ends_at) where state = 'offered';

create table registration_log (
    id integer primary key autoincrement,
    registration_id integer not null references registration (id) on delete cascade,
    at integer not null,
    actor text not null,                -- an account, or the portal itself
    state text not null
) strict;
create index registration_log_by_registration on registration_log (registration_id, id);
