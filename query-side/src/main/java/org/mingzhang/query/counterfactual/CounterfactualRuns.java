package org.mingzhang.query.counterfactual;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.mingzhang.query.counterfactual.WithoutDocuments.Question;
import org.mingzhang.query.web.AskedAmiss;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Replays that somebody waits for: two at a time on this node, the last few remembered, each ended when whoever asked says so.
 *
 * <p>What is remembered is what a page shows, not the histories themselves.
 */
class CounterfactualRuns {
    private static final Logger LOG = LoggerFactory.getLogger(CounterfactualRuns.class);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 16;
    private static final int REMEMBERED = 32;

    private final WithoutDocuments histories;
    private final Differences differences;
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            run -> Thread.ofPlatform().name("counterfactual").daemon().unstarted(run));

    private final Map<Asked, Run> runs = new LinkedHashMap<>(REMEMBERED, 0.75f, true);

    /** What both ends of a history say differently. */
    @FunctionalInterface
    interface Differences {
        Found of(Replayed replayed);
    }

    /** Who asks what; a budget that has moved on is another question. */
    record Asked(String login, Question question) {}

    /** How it stands. */
    enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    CounterfactualRuns(WithoutDocuments histories, Differences differences) {
        this.histories = histories;
        this.differences = differences;
        workers.allowCoreThreadTimeOut(true);
    }

    /** The run of that question; a new one when there is none, or when the last one ended without an answer and {@code again} is said. */
    Run of(Asked asked, boolean again) {
        synchronized (runs) {
            Run known = runs.get(asked);
            if (known != null && !(again && known.ended())) {
                return known;
            }
            Run run = new Run(asked.question());
            try {
                workers.execute(run);
            } catch (RejectedExecutionException e) {
                throw new AskedAmiss(HttpStatus.SERVICE_UNAVAILABLE, "counterfactual-busy");
            }
            runs.put(asked, run);
            forget();
            return run;
        }
    }

    /** The eldest go; one that nobody can ask for any more need not go on. */
    private void forget() {
        while (runs.size() > REMEMBERED) {
            var eldest = runs.entrySet().iterator().next();
            eldest.getValue().cancel();
            runs.remove(eldest.getKey());
        }
    }

    /** Ends what is under way; nothing when there is nothing. */
    void cancel(Asked asked) {
        synchronized (runs) {
            Optional.ofNullable(runs.get(asked)).ifPresent(Run::cancel);
        }
    }

    /** One replay. */
    final class Run implements Runnable {
        private final Question question;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile State state = State.RUNNING;
        private volatile boolean cancelled;
        private volatile long events;
        private volatile long of;
        private volatile Optional<Found> found = Optional.empty();

        private Run(Question question) {
            this.question = question;
        }

        @Override
        public void run() {
            try {
                go();
                found = Optional.of(differences.of(histories.replay(question, this::told)));
                state = State.DONE;
            } catch (CancellationException e) {
                state = State.CANCELLED;
            } catch (RuntimeException e) {
                LOG.error("{} could not be replayed without {}", question.budget(), question.without(), e);
                state = State.FAILED;
            } finally {
                ended.countDown();
            }
        }

        private void told(long now, long all) {
            go();
            events = now;
            of = all;
        }

        private void go() {
            if (cancelled) {
                throw new CancellationException();
            }
        }

        private void cancel() {
            cancelled = true;
        }

        /** Without an answer. */
        private boolean ended() {
            return state == State.CANCELLED || state == State.FAILED;
        }

        /** Gives a short one the time to end, so that most are answered at once. */
        Run awaited(long milliseconds) {
            try {
                if (!ended.await(milliseconds, TimeUnit.MILLISECONDS)) {
                    LOG.debug("{} is still being replayed", question.budget());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return this;
        }

        State state() {
            return cancelled && state == State.RUNNING ? State.CANCELLED : state;
        }

        long events() {
            return events;
        }

        long of() {
            return of;
        }

        Optional<Found> found() {
            return found;
        }
    }
}
