-- The log: append-only, dense positions, one head row that every writer takes first.
create table log_head (
    id            smallint primary key check (id = 1),
    next_position bigint not null,
    recorded_at   timestamp(6) with time zone not null
);
insert into log_head (id, next_position, recorded_at) values (1, 1, timestamp with time zone '1970-01-01 00:00:00+00');

create table event_log (
    position       bigint primary key,
    event_id       uuid not null unique,
    stream         varchar(64) not null,
    stream_version bigint not null,
    name           varchar(64) not null,
    version        integer not null,
    recorded_at    timestamp(6) with time zone not null,
    actor          varchar(100) not null,
    command_id     uuid not null,
    payload        bytea not null,
    metadata       bytea not null,
    leaf           bytea not null,
    unique (stream, stream_version)
);
create index event_log_command on event_log (command_id);

-- One receipt per command: the same actor and key get the same answer for ever.
create table receipt (
    actor          varchar(100) not null,
    idempotency_key varchar(200) not null,
    body_hash      bytea not null,
    command_id     uuid not null,
    recorded_at    timestamp(6) with time zone not null,
    stream         varchar(64) not null,
    stream_version bigint not null,
    last_position  bigint not null,
    events         integer not null,
    primary key (actor, idempotency_key)
);
