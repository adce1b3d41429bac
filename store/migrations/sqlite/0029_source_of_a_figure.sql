-- How a language names the source of a figure, where it does so otherwise than the figure itself.
alter table figure_text add column source text;
