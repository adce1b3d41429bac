-- A file may be listed before it is opened: its access counts from this instant on, the beginning of a day in the region.
alter table file add column opens_at bigint;
