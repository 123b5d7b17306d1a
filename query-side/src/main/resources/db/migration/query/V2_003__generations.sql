-- Facts made again stand beside the live ones as a generation of their own, with everything that a node needs to go on
-- where another one stopped. The row in projection still says which generation is read.
create table fact_generation (
    generation  integer primary key,
    state       varchar(12) not null,
    position    bigint not null,
    fold        integer not null,
    asked_by    varchar(100) not null,
    asked_at    timestamp with time zone not null,
    -- for a generation that is to go live as soon as it is compared, equal or not
    at_once     boolean not null,
    worked_ms   bigint not null,
    -- when it ceased to be read
    left_at     timestamp with time zone,
    failure     varchar(2000)
);
insert into fact_generation (generation, state, position, fold, asked_by, asked_at, at_once, worked_ms)
    select generation, 'live', position, 1, '', current_timestamp, false, 0 from projection where name = 'facts';

-- Live rows against those made again, both as of one position, budget by budget.
create table fact_comparison (
    generation       integer not null,
    position         bigint not null,
    live             integer not null,
    budget           varchar(20) not null,
    rows_compared    bigint not null,
    rows_different   bigint not null,
    first_difference varchar(2000),
    own_digest       varchar(64) not null,
    live_digest      varchar(64) not null,
    finished         timestamp with time zone,
    primary key (generation, position)
);

-- Whoever changes a generation takes this row first.
insert into projection (name, generation, position) values ('rebuild', 0, 0);
