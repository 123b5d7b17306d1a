-- Workbooks that somebody uploaded and has not recorded yet; not part of the ledger.
create table import_draft (
    id         uuid primary key,
    version    bigint not null,
    budget     varchar(20) not null,
    owner      varchar(100) not null,
    file_names varchar(500) not null,
    created_at timestamp(6) with time zone not null
);
create index import_draft_owner on import_draft (owner, budget);

-- The files as they were sent, in pieces that every database takes.
create table import_piece (
    id        uuid primary key,
    version   bigint not null,
    draft     uuid not null references import_draft (id) on delete cascade,
    file_no   integer not null,
    piece_no  integer not null,
    file_name varchar(200) not null,
    content   bytea not null,
    unique (draft, file_no, piece_no)
);

-- What was typed over a cell in the preview.
create table import_mend (
    id         uuid primary key,
    version    bigint not null,
    draft      uuid not null references import_draft (id) on delete cascade,
    sheet      varchar(30) not null,
    row_number integer not null,
    field      varchar(60) not null,
    content    varchar(10000) not null,
    unique (draft, sheet, row_number, field)
);

-- What somebody said a foreign head means; remembered for the next file.
create table import_head (
    id      uuid primary key,
    version bigint not null,
    owner   varchar(100) not null,
    sheet   varchar(30) not null,
    head    varchar(200) not null,
    field   varchar(60) not null,
    unique (owner, sheet, head)
);
