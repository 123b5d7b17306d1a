-- The fiscal years that the rights of an account are limited to.
alter table account add column first_year integer default 0 not null;
alter table account add column last_year integer default 9999 not null;
