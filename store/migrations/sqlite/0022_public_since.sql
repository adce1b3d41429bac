-- Since when readers have seen an entry, or are to see it; none where they never could. It stays when the entry is withdrawn: who has
-- gathered it must hear of that.
alter table entry add column public_since integer;

update entry set public_since = (
    select min(d.publish_at) from edition d where d.entry_id = entry.id and d.state in ('published', 'archived'))
where visibility = 'public';
