-- The same key gets the same answer for ever, so a receipt is as final as an event.
create trigger receipt_append_only before update, delete on receipt
    for each row call 'org.mingzhang.ledger.store.AppendOnlyTrigger';
