-- What the postings of a budget up to a position add up to, written where somebody will ask for it: at each release and with
-- disclosed final accounts. Made of the postings of the same generation, and as disposable as they are.
create table fact_sum (
    generation integer not null,
    budget     varchar(20) not null,
    position   bigint not null,
    part       integer not null,
    sums       bytea not null,
    primary key (generation, budget, position, part)
);
