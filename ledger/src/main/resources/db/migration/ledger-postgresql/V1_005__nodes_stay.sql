-- A node says what the log was, so it is as final as an event.
create trigger log_node_append_only before update or delete or truncate on log_node
    for each statement execute function refuse_change();
