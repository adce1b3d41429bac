-- Lists of posts and news are narrowed to what one author, or role, has written.
alter table edition add column author text not null default '';

update edition set author = coalesce(json_extract(words, '$.author'), '');

create index edition_author on edition (author, language);
