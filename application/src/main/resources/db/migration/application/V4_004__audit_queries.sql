-- Queries of the audit workbench that auditors keep under a name; not part of the ledger.
create table audit_query (
    id         uuid primary key,
    version    bigint not null,
    owner      varchar(100) not null,
    name       varchar(120) not null,
    page       varchar(20) not null,
    query      varchar(1000) not null,
    changed_at timestamp(6) with time zone not null,
    unique (owner, name)
);
