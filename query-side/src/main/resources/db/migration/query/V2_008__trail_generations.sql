-- The audit trail made again stands beside the live one. Its rows carry no number of a generation, as those of the facts
-- do, because there are some thirty of them to an event: odd generations are in the tables of V2_004, even ones here.
create table trail_term_even (
    term     bigint not null,
    position bigint not null,
    primary key (term, position)
);
create table trail_amount_even (
    position bigint not null,
    fen      bigint not null,
    primary key (position, fen)
);
create index trail_amount_even_fen on trail_amount_even (fen, position);
create table trail_stream_even (
    stream varchar(64) primary key
);

-- As for the facts.
create table trail_generation (
    generation  integer primary key,
    state       varchar(12) not null,
    position    bigint not null,
    fold        integer not null,
    asked_by    varchar(100) not null,
    asked_at    timestamp with time zone not null,
    at_once     boolean not null,
    worked_ms   bigint not null,
    left_at     timestamp with time zone,
    failure     varchar(2000)
);
-- The first was made in place, and its number was the version of what made it. On a new installation nothing is made yet,
-- and need not be made again.
insert into trail_generation (generation, state, position, fold, asked_by, asked_at, at_once, worked_ms)
    select generation, 'live', position, case when position = 0 then 2 else generation end, '', current_timestamp, false, 0 from projection where name = 'trail';

create table trail_comparison (
    generation       integer not null,
    position         bigint not null,
    live             integer not null,
    part             varchar(40) not null,
    rows_compared    bigint not null,
    rows_different   bigint not null,
    first_difference varchar(2000),
    own_digest       varchar(64) not null,
    live_digest      varchar(64) not null,
    finished         timestamp with time zone,
    rows_in_all      bigint not null,
    worked_ms        bigint not null,
    primary key (generation, position)
);

-- Whoever changes a generation of the trail takes this row first.
insert into projection (name, generation, position) values ('trail-rebuild', 0, 0);
