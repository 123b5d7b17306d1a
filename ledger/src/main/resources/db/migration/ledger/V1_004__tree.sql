-- The log is an RFC 6962 tree. Its frontier is saved with the head, in the transaction that appends; a log that was
-- begun before gets it at its next append.
alter table log_head add column tree_size bigint default 0 not null;
alter table log_head add column frontier bytea;

-- Complete nodes of every eighth level above the leaves, which are in the log itself.
create table log_node (
    level      smallint not null,
    node_index bigint not null,
    hash       bytea not null,
    primary key (level, node_index)
);
