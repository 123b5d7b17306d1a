package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Envelope;

/**
 * How far the final accounts are; a region of its own, which begins when the year is closed.
 *
 * @param reached the stages since the last return, with those who brought them there
 */
public record Accounts(Map<AccountsStage, Reached> reached) {
    static final Accounts NONE = new Accounts(Map.of());

    /** On which day, and by whom. */
    public record Reached(LocalDate day, Actor by) {}

    Accounts after(Envelope<? extends AccountsEvent> envelope) {
        return switch (envelope.message()) {
            case AccountsEvent.AccountsPassed e -> {
                Map<AccountsStage, Reached> now = new EnumMap<>(AccountsStage.class);
                now.putAll(reached);
                now.put(e.stage(), new Reached(e.day(), envelope.actor()));
                yield new Accounts(Collections.unmodifiableMap(now));
            }
            case AccountsEvent.AccountsReturned ignored ->
                new Accounts(Map.of(AccountsStage.DRAFTED, at(AccountsStage.DRAFTED)));
        };
    }

    /** A stage that has been reached. */
    Reached at(AccountsStage stage) {
        return Optional.ofNullable(reached.get(stage))
                .orElseThrow(() -> new IllegalStateException("the final accounts have not reached " + stage));
    }

    /** The stage that comes next; empty when they are disclosed. */
    public Optional<AccountsStage> next() {
        return Stream.of(AccountsStage.values())
                .filter(stage -> !reached.containsKey(stage))
                .findFirst();
    }
}
