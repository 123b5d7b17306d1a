-- The same key gets the same answer for ever, so a receipt is as final as an event.
create trigger receipt_append_only before update or delete or truncate on receipt
    for each statement execute function refuse_change();
