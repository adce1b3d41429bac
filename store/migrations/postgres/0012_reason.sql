-- What staff said to the person when they refused a registration or took it away; empty where there is nothing to say.
alter table registration add column reason text not null default '';
