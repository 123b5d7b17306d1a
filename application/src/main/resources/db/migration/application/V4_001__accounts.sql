-- People who may sign in.
create table account (
    id                   uuid primary key,
    version              bigint not null,
    login                varchar(100) not null unique,
    display_name         varchar(100) not null,
    password_hash        varchar(200) not null,
    scope                varchar(20) not null,
    enabled              boolean not null,
    must_change_password boolean not null,
    demo                 boolean not null,
    created_at           timestamp(6) with time zone not null
);

create table account_role (
    account_id uuid not null references account (id),
    role       varchar(40) not null,
    primary key (account_id, role)
);

-- One-time links with which the first administrator is made; only the hash of a token is kept.
create table setup_link (
    token_hash varchar(64) primary key,
    version    bigint not null,
    created_at timestamp(6) with time zone not null,
    used_at    timestamp(6) with time zone
);
