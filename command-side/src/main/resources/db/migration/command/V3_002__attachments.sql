-- Files that came with adjustments; what the log says of them is name, type, size and hash.
create table attachment (
    id         uuid primary key,
    budget     varchar(20) not null,
    owner      varchar(100) not null,
    sha256     varchar(64) not null,
    name       varchar(200) not null,
    media_type varchar(100) not null,
    bytes      bigint not null,
    -- when it was sent, or offered with a command again
    touched_at timestamp(6) with time zone not null,
    -- whether the log is known to name it; then it is never removed
    named      boolean not null
);
create index attachment_content on attachment (budget, sha256);
create index attachment_unnamed on attachment (named, touched_at);

-- In pieces that every database takes.
create table attachment_piece (
    id         uuid primary key,
    attachment uuid not null references attachment (id) on delete cascade,
    piece_no   integer not null,
    content    bytea not null,
    unique (attachment, piece_no)
);
