package org.mingzhang.query.rebuild;

import java.sql.SQLException;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.feed.FactFeed;
import org.mingzhang.query.feed.FeedPosition;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** What page and API share: they ask, somebody is named, the worker is woken. */
final class RebuildDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildDesk.class);
    /** Removed generations that are still told. */
    private static final int REMEMBERED = 5;

    private final FactRebuild rebuild;
    private final RebuildWorker worker;
    private final FactFeed feed;
    private final FeedPosition trail;
    private final EventLog log;
    private final CurrentVisitor visitors;

    RebuildDesk(
            FactRebuild rebuild,
            RebuildWorker worker,
            FactFeed feed,
            FeedPosition trail,
            EventLog log,
            CurrentVisitor visitors) {
        this.rebuild = rebuild;
        this.worker = worker;
        this.feed = feed;
        this.trail = trail;
        this.log = log;
        this.visitors = visitors;
    }

    StatusView status() {
        RebuildStatus status = ask(rebuild::status);
        long gone = status.generations().stream().filter(RebuildDesk::removed).count();
        return new StatusView(
                status.live().position(),
                log.head(),
                feed.stopped().map(StatusView.StopView::of).orElse(null),
                new StatusView.TrailView(
                        trail.reached(),
                        trail.stopped().map(StatusView.StopView::of).orElse(null)),
                status.provedEqual().map(GenerationView.ComparisonView::of).orElse(null),
                status.different().isPresent(),
                status.busy(),
                status.candidate(),
                status.generations().stream()
                        .filter(known -> gone <= REMEMBERED || !removed(known))
                        .map(known -> GenerationView.of(known, status.live()))
                        .toList());
    }

    int start() {
        return asked("to make the facts again", () -> rebuild.start(who()));
    }

    void compare(int generation) {
        asked("to compare generation " + generation, () -> {
            rebuild.compare(generation);
            return generation;
        });
    }

    void makeLive(int generation, boolean despite) {
        asked("to switch to generation " + generation + (despite ? " despite differences" : ""), () -> {
            rebuild.makeLive(generation, despite);
            return generation;
        });
    }

    void remove(int generation) {
        asked("to remove generation " + generation, () -> {
            rebuild.remove(generation);
            return generation;
        });
    }

    private int asked(String what, Question<Integer> question) {
        int answer = ask(question);
        LOG.info("facts: {} asked {}", who(), what);
        worker.wake();
        return answer;
    }

    private String who() {
        return visitors.visitor().map(Visitor::login).orElse("");
    }

    private static boolean removed(RebuildStatus.Known known) {
        return known.generation().state() == GenerationState.REMOVED;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the generations of the facts could not be read", e);
        }
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }
}
