package org.mingzhang.application.workbench;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.query.workbench.QueryStore;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The queries of everybody; each is seen, renamed and deleted by its owner alone. */
@Component
class KeptQueries implements QueryStore {
    static final int MOST = 100;

    private final AuditQueryTable queries;
    private final Clock clock;

    KeptQueries(AuditQueryTable queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<Kept> of(String login) {
        return queries.findByOwnerOrderByName(login).stream()
                .map(query -> new Kept(query.id(), query.name(), query.page(), query.query(), query.changedAt()))
                .toList();
    }

    @Override
    public Outcome keep(String login, String name, String page, String query) {
        if (of(login).size() >= MOST) {
            return Outcome.FULL;
        }
        return saved(new AuditQuery(login, name, page, query, clock.instant()));
    }

    @Override
    public Outcome rename(String login, UUID id, String name) {
        return found(login, id)
                .map(query -> {
                    query.rename(name, clock.instant());
                    return saved(query);
                })
                .orElse(Outcome.ABSENT);
    }

    @Override
    public Outcome delete(String login, UUID id) {
        Optional<AuditQuery> query = found(login, id);
        query.ifPresent(one -> queries.deleteById(one.id()));
        return query.isPresent() ? Outcome.DONE : Outcome.ABSENT;
    }

    /** The database keeps names apart, also of two that are saved at once. */
    private Outcome saved(AuditQuery query) {
        try {
            queries.saveAndFlush(query);
            return Outcome.DONE;
        } catch (DataIntegrityViolationException e) {
            return Outcome.TAKEN;
        } catch (OptimisticLockingFailureException e) {
            return Outcome.ABSENT;
        }
    }

    private Optional<AuditQuery> found(String login, UUID id) {
        return queries.findById(id).filter(query -> query.owner().equals(login));
    }
}
