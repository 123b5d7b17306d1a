-- The algorithm that the log is hashed with, from its first event to its last; written with the head.
alter table log_head add column tree_hash varchar(40) default 'SHA-256' not null;
