-- Applications with an address for which another one waits to be confirmed. Each is sent a link of its own; the account becomes
-- what the link that is followed was sent for.
create table application (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    profile text not null,              -- JSON, domain::account::Profile
    password_hash text not null,        -- Argon2id
    created_at integer not null
) strict;
create index application_by_account on application (account_id);

-- The application that a key confirms; none where it is the one that the account was made for.
alter table mail_key add column application_id integer references application (id) on delete cascade;
