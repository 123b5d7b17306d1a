-- What the log has been folded into; every row can be made again from the log.
create table projection (
    name       varchar(40) primary key,
    generation integer not null,
    position   bigint not null
);
insert into projection (name, generation, position) values ('facts', 1, 0);

-- Money: append-only movements. Any table at any position or day is a question to these.
create table fact_posting (
    generation    integer not null,
    position      bigint not null,
    ordinal       integer not null,
    budget        varchar(20) not null,
    line_key      varchar(64) not null,
    side          varchar(12) not null,
    unit          varchar(6) not null,
    fund          varchar(20) not null,
    source        varchar(12) not null,
    appropriated  boolean not null,
    revenue       varchar(24) not null,
    function_code varchar(7) not null,
    category      varchar(20) not null,
    project       varchar(32) not null,
    dept_economic varchar(5) not null,
    gov_economic  varchar(5) not null,
    stage         varchar(12) not null,
    delta_fen     bigint not null,
    effective     date not null,
    event_id      uuid not null,
    basis         varchar(100) not null,
    primary key (generation, position, ordinal)
);
create index fact_posting_budget on fact_posting (generation, budget, position);

-- Texts, targets and structure: rows that hold from one position until another.
create table fact_row (
    generation    integer not null,
    budget        varchar(20) not null,
    kind          varchar(24) not null,
    row_key       varchar(100) not null,
    from_position bigint not null,
    to_position   bigint not null,
    body          varchar(1000000) not null,
    primary key (generation, budget, kind, row_key, from_position)
);
create index fact_row_kind on fact_row (generation, kind, to_position);
