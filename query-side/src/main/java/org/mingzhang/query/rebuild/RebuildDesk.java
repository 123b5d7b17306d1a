package org.mingzhang.query.rebuild;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.facts.LiveFacts;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** What page and API share: they ask, somebody is named, the worker is woken. */
final class RebuildDesk {
    /** What every figure is read from. */
    static final String FACTS = LiveFacts.PROJECTION;

    /** Where entries of the audit trail are found. */
    static final String TRAIL = "trail";

    static final List<String> KNOWN = List.of(FACTS, TRAIL);

    private static final Logger LOG = LoggerFactory.getLogger(RebuildDesk.class);

    private final Map<String, Rebuild> rebuilds;
    private final Map<String, FeedPosition> feeds;
    private final Map<String, RebuildWorker> workers;
    private final EventLog log;
    private final CurrentVisitor visitors;

    /** @param feeds what follows the log, by the name of the projection */
    RebuildDesk(
            Map<String, Rebuild> rebuilds,
            Map<String, FeedPosition> feeds,
            Map<String, RebuildWorker> workers,
            EventLog log,
            CurrentVisitor visitors) {
        this.rebuilds = rebuilds;
        this.feeds = feeds;
        this.workers = workers;
        this.log = log;
        this.visitors = visitors;
    }

    StatusView status() {
        return StatusView.of(log.head(), view(FACTS), view(TRAIL));
    }

    /** Each of them as the page shows it, the facts first. */
    List<ProjectionView> projections() {
        return KNOWN.stream().map(this::view).toList();
    }

    /** Every generation that is still told, the newest first. */
    List<GenerationView> generations(String projection) {
        of(projection);
        return view(projection).generations();
    }

    private ProjectionView view(String projection) {
        RebuildStatus status = ask(of(projection)::status);
        FeedPosition feed = Objects.requireNonNull(feeds.get(projection));
        return ProjectionView.of(projection, status, feed.stopped());
    }

    int start(String projection) {
        return asked(projection, "to make them again", rebuild -> rebuild.start(who()));
    }

    void compare(String projection, int generation) {
        asked(projection, "to compare generation " + generation, rebuild -> {
            rebuild.compare(generation);
            return generation;
        });
    }

    void makeLive(String projection, int generation, boolean despite) {
        String what = "to switch to generation " + generation + (despite ? " despite differences" : "");
        asked(projection, what, rebuild -> {
            rebuild.makeLive(generation, despite);
            return generation;
        });
    }

    void remove(String projection, int generation) {
        asked(projection, "to remove generation " + generation, rebuild -> {
            rebuild.remove(generation);
            return generation;
        });
    }

    private int asked(String projection, String what, Wish wish) {
        Rebuild rebuild = of(projection);
        int answer = ask(() -> wish.of(rebuild));
        LOG.info("{}: {} asked {}", rebuild.projection().name(), who(), what);
        Objects.requireNonNull(workers.get(projection)).wake();
        return answer;
    }

    private Rebuild of(String projection) {
        Rebuild rebuild = rebuilds.get(projection);
        if (rebuild == null) {
            throw new RebuildRefused("unknown-projection", 0);
        }
        return rebuild;
    }

    private String who() {
        return visitors.visitor().map(Visitor::login).orElse("");
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the generations could not be read", e);
        }
    }

    private interface Wish {
        int of(Rebuild rebuild) throws SQLException;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }
}
