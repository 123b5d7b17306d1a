-- Adjustments that are still being written; not part of the ledger.
create table adjustment_draft (
    id         uuid primary key,
    version    bigint not null,
    budget     varchar(20) not null,
    owner      varchar(100) not null,
    -- the fields of the form, as JSON
    fields     varchar(1000000) not null,
    changed_at timestamp(6) with time zone not null
);
create index adjustment_draft_owner on adjustment_draft (owner, budget);

-- A file that a draft holds stays as long as the draft does.
alter table attachment add column draft uuid;
alter table attachment add constraint attachment_of_draft
    foreign key (draft) references adjustment_draft (id) on delete set null;
create index attachment_draft on attachment (draft);
