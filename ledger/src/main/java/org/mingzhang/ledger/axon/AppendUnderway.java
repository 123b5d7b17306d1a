package org.mingzhang.ledger.axon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Appended;
import org.mingzhang.ledger.store.NewEvent;

/**
 * The receipt that a command asks for while its unit of work runs, and the answer of the log.
 *
 * <p>Axon builds a command's result before it commits, so the positions come back through this holder.
 */
public final class AppendUnderway {
    private static final String RESOURCE = AppendUnderway.class.getName();

    private final Append.Claim claim;
    private final Noting noting;
    private volatile Map<String, Long> seen = Map.of();
    private final AtomicReference<@Nullable Appended> answer = new AtomicReference<>();

    /** What is to be noted beside the events of a command, once it is known what they are. */
    public interface Noting {
        /**
         * @param version of the claim's stream after the events
         * @param events how many there are
         */
        List<NewEvent> after(long version, int events);
    }

    public AppendUnderway(Append.Claim claim, Noting noting) {
        this.claim = claim;
        this.noting = noting;
    }

    /** Nothing is appended when any of these streams has moved on; more than those that get events. */
    public void restsOn(Map<String, Long> versions) {
        seen = Map.copyOf(versions);
    }

    Map<String, Long> seen() {
        return seen;
    }

    /** What belongs beside so many events. */
    public List<NewEvent> notes(long version, int events) {
        return noting.after(version, events);
    }

    /** Ties this holder to the unit of work that is running. */
    public void begin() {
        CurrentUnitOfWork.get().root().resources().put(RESOURCE, this);
    }

    static AppendUnderway current() {
        Object underway = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        if (underway instanceof AppendUnderway found) {
            return found;
        }
        throw new IllegalStateException("events can only be appended by a command that claims a receipt");
    }

    public Append.Claim claim() {
        return claim;
    }

    void answered(Appended appended) {
        answer.set(appended);
    }

    /** What the log answered; empty when nothing was appended. */
    public Optional<Appended> answer() {
        return Optional.ofNullable(answer.get());
    }
}
