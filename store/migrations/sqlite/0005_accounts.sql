-- People with an account, their sessions, and the keys that they are sent. No secret stands here, only hashes.
create table account (
    id integer primary key autoincrement,
    email text not null unique,         -- in lower case
    name text not null,
    country_id integer references entry (id) on delete set null,
    institution text not null,
    function text not null,
    language text not null,
    standing text not null,             -- domain::account::Standing
    reason text not null,               -- why an admission was refused
    role text not null,                 -- domain::account::Role
    password_hash text not null,        -- Argon2id
    created_at integer not null,
    updated_at integer not null
) strict;
create index account_by_standing on account (standing, created_at);

create table account_network (
    account_id integer not null references account (id) on delete cascade,
    network_id integer not null references entry (id) on delete cascade,
    position integer not null,
    primary key (account_id, network_id)
) strict;

create table session (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    token_hash text not null unique,
    device text not null,               -- what the browser calls itself
    opened_at integer not null,
    used_at integer not null
) strict;
create index session_by_account on session (account_id);

create table mail_key (
    token_hash text primary key,
    account_id integer not null references account (id) on delete cascade,
    purpose text not null,              -- domain::session::MailKey
    ends_at integer not null            -- it works until then, once
) strict;
create index mail_key_by_account on mail_key (account_id, purpose);

create table attempt (
    name text not null,                 -- what is counted: an address, an account
    at integer not null
) strict;
create index attempt_by_name on attempt (name, at);
