-- Whom a letter is for, where it went, when it was given up, and when staff had it sent again.
alter table outbox add column account_id integer references account (id) on delete set null;
alter table outbox add column sent_to text;      -- the mail address; empty where nothing had to be sent
alter table outbox add column failed_at integer;
alter table outbox add column resent_at integer;
update outbox set account_id = (select a.id from account a where a.id = json_extract(outbox.payload, '$.account'))
where topic like 'mail.%';
update outbox set sent_to = (select a.email from account a where a.id = outbox.account_id)
where topic like 'mail.%' and done_at is not null;
create index outbox_by_account on outbox (account_id);
create index outbox_failed on outbox (failed_at) where failed_at is not null;

-- How often somebody's digest comes, when they last looked at their dashboard, and when they did the time before.
alter table account add column digest_every text not null default 'week';   -- domain::notice::Every
alter table account add column seen_at integer;
alter table account add column seen_before integer;

-- What somebody calls what they keep, and what they note of it.
alter table kept_entry add column labels text not null default '';          -- a line each
alter table kept_entry add column note text not null default '';

-- A notice may be about somebody who asks for an account, and then about no entry.
create table new_notice (
    id integer primary key autoincrement,
    account_id integer not null references account (id) on delete cascade,
    entry_id integer references entry (id) on delete cascade,
    topic text not null,                -- domain::notice::About
    payload text not null,              -- JSON; tells one change of an entry from another
    created_at integer not null,
    read_at integer,
    unique (account_id, entry_id, topic, payload)
) strict;
insert into new_notice (id, account_id, entry_id, topic, payload, created_at, read_at)
select id, account_id, entry_id, topic, payload, created_at, read_at from notice;
drop table notice;
alter table new_notice rename to notice;
create index notice_unread on notice (account_id) where read_at is null;
