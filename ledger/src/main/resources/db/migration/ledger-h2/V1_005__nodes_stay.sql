-- A node says what the log was, so it is as final as an event.
create trigger log_node_append_only before update, delete on log_node
    for each row call 'org.mingzhang.ledger.store.AppendOnlyTrigger';
