-- To close one row both databases took the shorter of two indexes and read every open row of the kind, of all budgets:
-- PostgreSQL as long as it has no statistics, H2 with a plan it made while the table was empty and kept. That is
-- quadratic in the lines of a budget, and lasts as long as the shorter index is there; an index holds nothing to lose.
drop index fact_row_kind;
create index fact_row_open on fact_row (generation, kind, to_position, budget, row_key);
