-- Lists and the outbox go by index. What lists are ordered by is compared by its bytes, as in SQLite, and not by the
-- language of the server.

alter table entry alter column published_on type text collate "C";
alter table edition alter column sort_key type text collate "C";
alter table event alter column start_date type text collate "C";
alter table event alter column end_date type text collate "C";

create index entry_by_day on entry (kind, published_on);
create index redirect_by_entry on redirect (entry_id);
create index entry_related_by_related on entry_related (related_id);

drop index outbox_due;
create index outbox_waiting on outbox (due_at, id) where done_at is null;
