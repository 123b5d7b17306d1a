-- Facts of a new installation are folded by this release from their first event on: nothing has to be made again. What an
-- earlier release has folded keeps its number, and is made again at the start.
update fact_generation set fold = 2
    where generation = (select generation from projection where name = 'facts')
        and (select position from projection where name = 'facts') = 0;
