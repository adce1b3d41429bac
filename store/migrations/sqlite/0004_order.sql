-- Lists and the outbox go by index. SQLite compares text by its bytes from the start.

create index entry_by_day on entry (kind, published_on);
create index redirect_by_entry on redirect (entry_id);
create index entry_related_by_related on entry_related (related_id);

drop index outbox_due;
create index outbox_waiting on outbox (due_at, id) where done_at is null;
