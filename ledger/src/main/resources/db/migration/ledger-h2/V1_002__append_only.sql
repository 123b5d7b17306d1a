-- What was recorded is never changed, whoever asks.
create trigger event_log_append_only before update, delete on event_log
    for each row call 'org.mingzhang.ledger.store.AppendOnlyTrigger';
