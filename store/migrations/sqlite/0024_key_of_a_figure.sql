-- A figure has a name of its own within its entry, by which a text refers to it and its row is found.

alter table figure add column key text not null default '';

update figure set key = 'figure-' || id;

create unique index figure_key on figure (entry_id, key);
