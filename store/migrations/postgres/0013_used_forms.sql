-- Forms that have made an entry: a second click on the same form finds the entry of the first.
create table used_form (
    token text primary key,
    entry_id bigint not null references entry (id) on delete cascade,
    used_at bigint not null
);
