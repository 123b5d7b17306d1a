-- A refusal is an answer too: the same key gets it again. Why is said in the note at the last position.
alter table receipt add column refused boolean default false not null;
