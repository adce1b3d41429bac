-- A figure names its country by id, so that it follows when the country's address changes.

alter table figure add column country_id integer references entry (id) on delete set null;

update figure
set country_id = (select e.id from entry e where e.kind = 'country' and e.slug = figure.country)
where country is not null;

alter table figure drop column country;
