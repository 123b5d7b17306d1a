-- H2 has no trigger for TRUNCATE, but it refuses to truncate a table that another one refers to. These stay empty.
create table event_log_stays (
    position bigint references event_log (position)
);
create table receipt_stays (
    actor           varchar(100),
    idempotency_key varchar(200),
    foreign key (actor, idempotency_key) references receipt (actor, idempotency_key)
);
create table log_node_stays (
    level      smallint,
    node_index bigint,
    foreign key (level, node_index) references log_node (level, node_index)
);
