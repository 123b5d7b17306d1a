-- The audit trail: where what may be asked for is found. Terms are numbers, so that no collation has a say.
create table trail_term (
    term     bigint not null,
    position bigint not null,
    primary key (term, position)
);

-- Every amount that an event names, without its sign.
create table trail_amount (
    position bigint not null,
    fen      bigint not null,
    primary key (position, fen)
);
create index trail_amount_fen on trail_amount (fen, position);

-- What entries are about, for auditors who may see only some of it.
create table trail_stream (
    stream varchar(64) primary key
);
insert into projection (name, generation, position) values ('trail', 1, 0);
