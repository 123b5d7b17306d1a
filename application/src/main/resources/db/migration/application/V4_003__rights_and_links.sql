-- For which office a one-time link makes the first administrator.
alter table setup_link add column role varchar(40) default 'ADMINISTRATOR' not null;

-- When an administrator ended the sessions of an account; changing it raises the version, which ends them.
alter table account add column sessions_ended_at timestamp(6) with time zone;

-- Links with which the owner of an account sets a password, once.
create table password_link (
    token_hash varchar(64) primary key,
    version    bigint not null,
    login      varchar(100) not null,
    created_at timestamp(6) with time zone not null,
    used_at    timestamp(6) with time zone
);

-- Wrong passwords of late, by person and by machine, for all nodes; the keys are hashes.
create table sign_in_attempt (
    key_hash varchar(64) primary key,
    failures integer not null,
    since    timestamp(6) with time zone not null
);
create index sign_in_attempt_since on sign_in_attempt (since);

-- Tokens with which programs act as an account; only hashes are kept.
create table api_token (
    id         uuid primary key,
    version    bigint not null,
    login      varchar(100) not null,
    name       varchar(100) not null,
    token_hash varchar(64) not null unique,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone
);
create index api_token_login on api_token (login);

-- Who lets whom act for them, in which role and on which days.
create table delegation (
    id        uuid primary key,
    version   bigint not null,
    principal varchar(100) not null,
    delegate  varchar(100) not null,
    role      varchar(40) not null,
    first_day date not null,
    last_day  date not null,
    reason    varchar(200) not null,
    given_at  timestamp(6) with time zone not null,
    ended_at  timestamp(6) with time zone
);
create index delegation_principal on delegation (principal);
create index delegation_delegate on delegation (delegate);
