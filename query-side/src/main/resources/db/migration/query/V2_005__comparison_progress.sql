-- How many rows there are to compare, counted when it begins, and how long was worked on it: so that it can be said how long
-- it will take. Comparisons of before keep 0, which promises nothing.
alter table fact_comparison add column rows_in_all bigint not null default 0;
alter table fact_comparison add column worked_ms bigint not null default 0;
