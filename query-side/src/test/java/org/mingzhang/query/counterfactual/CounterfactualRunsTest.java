package org.mingzhang.query.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.counterfactual.CounterfactualRuns.Asked;
import org.mingzhang.query.counterfactual.CounterfactualRuns.Run;
import org.mingzhang.query.counterfactual.CounterfactualRuns.State;
import org.mingzhang.query.counterfactual.WithoutDocuments.Progress;
import org.mingzhang.query.counterfactual.WithoutDocuments.Question;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.SampleFacts;
import org.mingzhang.query.web.AskedAmiss;

/** Replays that take long: how far they are is told, whoever asked may end them, and nobody runs too many. */
@Timeout(60)
class CounterfactualRunsTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    private CounterfactualRuns slow() {
        return runs((question, progress) -> {
            begun.incrementAndGet();
            long events = 0;
            while (released.getCount() > 0) {
                progress.told(Math.min(++events, 100), 100);
                LockSupport.parkNanos(1_000_000);
            }
            return ended(question, progress);
        });
    }

    private static CounterfactualRuns runs(WithoutDocuments histories) {
        return new CounterfactualRuns(histories, replayed -> found());
    }

    private static Replayed ended(Question question, Progress progress) {
        progress.told(100, 100);
        BudgetFacts facts = SampleFacts.load();
        Replayed.Rate rate = new Replayed.Rate(Amount.ZERO, Amount.ZERO);
        return new Replayed(
                question.position(),
                facts,
                facts,
                rate,
                rate,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Found found() {
        Replayed.Rate rate = new Replayed.Rate(Amount.ZERO, Amount.ZERO);
        return new Found(
                100, List.of(), List.of(), rate, rate, Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    private static Asked asked(String login, int number) {
        return new Asked(login, new Question(BUDGET, new TreeSet<>(Set.of(number)), 10));
    }

    private static void until(Run run, State state) {
        while (run.state() != state) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void a_long_one_tells_how_far_it_is_and_ends_with_its_answer() {
        CounterfactualRuns runs = slow();
        Run run = runs.of(asked("shenji", 3), false).awaited(1);
        assertThat(run.state()).isEqualTo(State.RUNNING);
        while (run.events() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(run.of()).isEqualTo(100);
        assertThat(run.found()).isEmpty();
        released.countDown();
        assertThat(run.awaited(30_000).state()).isEqualTo(State.DONE);
        assertThat(run.found()).isPresent();
    }

    @Test
    void the_same_question_goes_on_with_the_same_run_and_another_person_has_one_of_their_own() {
        CounterfactualRuns runs = slow();
        Run run = runs.of(asked("shenji", 3), false);
        assertThat(runs.of(asked("shenji", 3), false)).isSameAs(run);
        assertThat(runs.of(asked("shenji", 3), true)).as("while it goes on").isSameAs(run);
        assertThat(runs.of(asked("yusuan", 3), false)).isNotSameAs(run);
        released.countDown();
        assertThat(run.awaited(30_000).state()).isEqualTo(State.DONE);
        assertThat(runs.of(asked("shenji", 3), true)).as("an answer stays").isSameAs(run);
    }

    @Test
    void whoever_asked_may_end_it_and_ask_again() {
        CounterfactualRuns runs = slow();
        Run run = runs.of(asked("shenji", 3), false);
        Run other = runs.of(asked("yusuan", 3), false);
        runs.cancel(asked("shenji", 3));
        assertThat(run.state()).isEqualTo(State.CANCELLED);
        assertThat(run.awaited(30_000).state()).isEqualTo(State.CANCELLED);
        assertThat(other.state()).isEqualTo(State.RUNNING);
        assertThat(runs.of(asked("shenji", 3), false))
                .as("looking again begins nothing")
                .isSameAs(run);
        Run again = runs.of(asked("shenji", 3), true);
        assertThat(again).isNotSameAs(run);
        runs.cancel(asked("nobody", 3));
        released.countDown();
        assertThat(again.awaited(30_000).state()).isEqualTo(State.DONE);
    }

    @Test
    void two_go_on_at_once_the_others_wait_and_too_many_are_turned_away() {
        CounterfactualRuns runs = slow();
        for (int number = 1; number <= 18; number++) {
            runs.of(asked("shenji", number), false);
        }
        assertThatThrownBy(() -> runs.of(asked("shenji", 19), false))
                .isInstanceOfSatisfying(
                        AskedAmiss.class, amiss -> assertThat(amiss.words()).isEqualTo("amiss.counterfactual-busy"));
        assertThat(begun.get()).isLessThanOrEqualTo(2);
        runs.cancel(asked("shenji", 1));
        Run waiting = runs.of(asked("shenji", 18), false);
        runs.cancel(asked("shenji", 18));
        released.countDown();
        assertThat(waiting.awaited(30_000).state()).isEqualTo(State.CANCELLED);
        assertThat(begun.get())
                .as("one that was ended while it waited never begins")
                .isLessThanOrEqualTo(17);
    }

    @Test
    void one_that_comes_to_no_end_says_so() {
        CounterfactualRuns runs = runs((question, progress) -> {
            throw new IllegalStateException("an event that cannot be");
        });
        Run run = runs.of(asked("shenji", 3), false);
        until(run, State.FAILED);
        assertThat(runs.of(asked("shenji", 3), true)).isNotSameAs(run);
    }
}
