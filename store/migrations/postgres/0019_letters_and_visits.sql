-- Whom a letter is for, where it went, when it was given up, and when staff had it sent again.
alter table outbox add column account_id bigint references account (id) on delete set null;
alter table outbox add column sent_to text;      -- the mail address; empty where nothing had to be sent
alter table outbox add column failed_at bigint;
alter table outbox add column resent_at bigint;
update outbox set account_id = (select a.id from account a where a.id = (outbox.payload::json ->> 'account')::bigint)
where topic like 'mail.%';
update outbox set sent_to = (select a.email from account a where a.id = outbox.account_id)
where topic like 'mail.%' and done_at is not null;
create index outbox_by_account on outbox (account_id);
create index outbox_failed on outbox (failed_at) where failed_at is not null;

-- How often somebody's digest comes, when they last looked at their dashboard, and when they did the time before.
alter table account add column digest_every text not null default 'week';   -- domain::notice::Every
alter table account add column seen_at bigint;
alter table account add column seen_before bigint;

-- What somebody calls what they keep, and what they note of it.
alter table kept_entry add column labels text not null default '';          -- a line each
alter table kept_entry add column note text not null default '';

-- A notice may be about somebody who asks for an account, and then about no entry.
alter table notice alter column entry_id drop not null;
