-- What was recorded is never changed, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only: % refused', tg_op;
end
$$;
create trigger event_log_append_only before update or delete or truncate on event_log
    for each statement execute function refuse_change();
