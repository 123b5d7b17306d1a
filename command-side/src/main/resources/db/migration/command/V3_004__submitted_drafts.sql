-- What was answered when a draft became a document, so that a repetition whose answer was lost gets the same one although the
-- draft is gone. The document itself is in the ledger; of the draft only its id stays.
create table submitted_draft (
    id              uuid primary key,
    draft           uuid not null,
    idempotency_key varchar(100) not null,
    budget          varchar(20) not null,
    owner           varchar(100) not null,
    stream_version  bigint not null,
    last_position   bigint not null,
    events          integer not null
);
create index submitted_draft_draft on submitted_draft (draft);
