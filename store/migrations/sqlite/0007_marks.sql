-- What members mark: how much they hear of a network that they follow, and what they keep for later.
alter table account_network add column notices text not null default 'digest';   -- domain::mark::Notices
create index account_network_by_network on account_network (network_id);

create table kept_entry (
    account_id integer not null references account (id) on delete cascade,
    entry_id integer not null references entry (id) on delete cascade,
    kept_at integer not null,
    primary key (account_id, entry_id)
) strict;
