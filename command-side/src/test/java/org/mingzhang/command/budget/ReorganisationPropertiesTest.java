package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.DAY;
import static org.mingzhang.command.budget.AdjustmentScene.approval;
import static org.mingzhang.command.budget.ReorganisationScene.BUREAU;
import static org.mingzhang.command.budget.ReorganisationScene.both;
import static org.mingzhang.command.budget.ReorganisationScene.entry;
import static org.mingzhang.command.budget.ReorganisationScene.request;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Stage;

/** What holds of two budgets together after any sequence of documents that go to and fro between them. */
class ReorganisationPropertiesTest {
    private static final int STEPS = 500;
    private static final List<BudgetId> BUDGETS = List.of(BUDGET, BUREAU);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothing_is_gained_or_lost_and_each_document_stands_where_the_other_does(long seed) {
        Random random = new Random(seed);
        Spec spec = both();
        List<LedgerEvent> happened = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            BudgetId id = BUDGETS.get(random.nextInt(BUDGETS.size()));
            AdjustmentCommand command = any(random, spec, id);
            Actor actor = fitting(command, spec.seenFrom(id));
            Decision decision = spec.seenFrom(id).when(actor, command).decision();
            if (decision instanceof Decision.Accepted accepted) {
                foreseen(spec, command, accepted.events());
                happened.addAll(accepted.events());
                spec = spec.and(actor, accepted.events().toArray(LedgerEvent[]::new));
            }
            holds(spec, happened);
        }
        assertThat(all(spec).stream().map(FiledAdjustment::status))
                .as("the sequence has led everywhere")
                .contains(AdjustmentStatus.values());
        assertThat(all(spec).stream().filter(FiledAdjustment::follows)).isNotEmpty();
        assertThat(all(spec).stream()
                        .filter(document -> document.request().reverses().isPresent()
                                && document.status() == AdjustmentStatus.EFFECTIVE))
                .as("some were taken back")
                .isNotEmpty();
    }

    /** Whoever looks at either budget before sees exactly what is then recorded of both. */
    private static void foreseen(Spec now, AdjustmentCommand command, List<LedgerEvent> events) {
        if (command instanceof AdjustmentCommand.PutAdjustmentIntoEffect effect
                && effect.budget().equals(BUDGET)) {
            DryRun run = new DryRun(now.states(), DAY, envelope -> now.policy());
            assertThat(run.toEffect(effect.number())).isEmpty();
            assertThat(moved(
                            run.events().stream()
                                    .<LedgerEvent>map(event -> event.message())
                                    .toList(),
                            BUDGET))
                    .isEqualTo(moved(events, BUDGET));
            assertThat(moved(
                            run.elsewhere().stream()
                                    .<LedgerEvent>map(event -> event.message())
                                    .toList(),
                            BUREAU))
                    .isEqualTo(moved(events, BUREAU));
        }
    }

    private static void holds(Spec spec, List<LedgerEvent> happened) {
        assertThat(moved(happened, BUDGET).plus(moved(happened, BUREAU))).isEqualTo(Amount.ZERO);
        for (BudgetId id : BUDGETS) {
            Budget budget = spec.seenFrom(id).budget();
            for (Entries.Entry<?, ?> line : budget.content().lines().entries()) {
                assertThat(ReorganisationScene.available(budget, line.key().toString())
                                .isNegative())
                        .isFalse();
            }
            budget.execution().adjustments().values().forEach(document -> beside(spec, document));
        }
    }

    private static void beside(Spec spec, FiledAdjustment document) {
        var counterpart = document.counterpart().orElseThrow();
        FiledAdjustment other = spec.seenFrom(counterpart.document().budget())
                .budget()
                .execution()
                .adjustments()
                .get(counterpart.document().number())
                .orElseThrow();
        assertThat(other.status()).isEqualTo(document.status());
        assertThat(other.passed()).isEqualTo(document.passed());
        assertThat(other.follows()).isNotEqualTo(document.follows());
        assertThat(EntryRules.moved(other.request())).isEqualTo(EntryRules.moved(document.request()));
    }

    private static Amount moved(List<LedgerEvent> events, BudgetId id) {
        return Amount.sum(events.stream()
                .filter(event -> event.stream().equals(id.toString()))
                .flatMap(event -> event.postings().stream())
                .filter(posting -> posting.stage() == Stage.ADJUSTED)
                .map(posting -> posting.delta())
                .toList());
    }

    private static List<FiledAdjustment> all(Spec spec) {
        return BUDGETS.stream()
                .flatMap(id ->
                        spec.seenFrom(id).budget().execution().adjustments().values())
                .toList();
    }

    private static AdjustmentCommand any(Random random, Spec spec, BudgetId id) {
        Entries<Integer, FiledAdjustment> documents =
                spec.seenFrom(id).budget().execution().adjustments();
        int number = number(random, documents, AdjustmentStatus.IN_REVIEW);
        AdjustmentStation next =
                documents.get(number).flatMap(FiledAdjustment::next).orElse(AdjustmentStation.DEPARTMENT_REVIEW);
        return switch (random.nextInt(14)) {
            case 0 -> given(random, id);
            case 1 ->
                new AdjustmentCommand.ReverseAdjustment(
                        id, number(random, documents, AdjustmentStatus.EFFECTIVE), "冲销", DAY);
            case 2 ->
                switch (random.nextInt(3)) {
                    case 0 -> new AdjustmentCommand.ReturnAdjustment(id, number, "退回");
                    case 1 -> new AdjustmentCommand.WithdrawAdjustment(id, number, "撤回");
                    default -> new AdjustmentCommand.RejectAdjustment(id, number, "否决");
                };
            case 3, 4, 5, 6, 7, 8 -> new AdjustmentCommand.ReviewAdjustment(id, number, next, Optional.empty(), "");
            default -> new AdjustmentCommand.PutAdjustmentIntoEffect(id, number, Optional.of(approval()), DAY);
        };
    }

    /** Mostly one of which that can be asked. */
    private static int number(Random random, Entries<Integer, FiledAdjustment> documents, AdjustmentStatus status) {
        List<Integer> fitting = documents
                .values()
                .filter(document -> !document.follows() && document.status() == status)
                .map(FiledAdjustment::number)
                .toList();
        return fitting.isEmpty() || random.nextInt(8) == 0
                ? random.nextInt(1, documents.size() + 2)
                : fitting.get(random.nextInt(fitting.size()));
    }

    private static AdjustmentCommand given(Random random, BudgetId id) {
        BudgetId other = id.equals(BUDGET) ? BUREAU : BUDGET;
        long yuan = random.nextLong(1, 8_000);
        return new AdjustmentCommand.SubmitReorganisation(
                id,
                request(List.of(entry(paperOf(id), moneyOf(id), -yuan)), Optional.empty()),
                ReorganisationScene.to(other, entry(paperOf(other), moneyOf(other), yuan)),
                List.of());
    }

    private static String paperOf(BudgetId id) {
        return id.equals(BUDGET) ? "office" : "paper";
    }

    private static Classification.Expenditure moneyOf(BudgetId id) {
        return id.equals(BUDGET) ? AdjustmentScene.office() : ReorganisationScene.theirPaper();
    }

    private static Actor fitting(AdjustmentCommand command, Spec spec) {
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment ignored -> OFFICER;
            case AdjustmentCommand.SubmitReorganisation ignored -> OFFICER;
            case AdjustmentCommand.AdjustProject ignored -> OFFICER;
            case AdjustmentCommand.WithAttachments with -> fitting(with.command(), spec);
            case AdjustmentCommand.WithdrawAdjustment ignored -> OFFICER;
            case AdjustmentCommand.ReverseAdjustment ignored -> OFFICER;
            case AdjustmentCommand.PutAdjustmentIntoEffect ignored -> OFFICE;
            case AdjustmentCommand.OnDocument on ->
                spec.budget()
                        .execution()
                        .adjustments()
                        .get(on.number())
                        .flatMap(FiledAdjustment::next)
                        .map(station -> station == AdjustmentStation.DEPARTMENT_REVIEW ? HEAD : DESK)
                        .orElse(OFFICE);
        };
    }
}
