package org.mingzhang.command.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mingzhang.command.budget.AdjustmentScene.effect;
import static org.mingzhang.command.budget.AdjustmentScene.entry;
import static org.mingzhang.command.budget.AdjustmentScene.executing;
import static org.mingzhang.command.budget.AdjustmentScene.network;
import static org.mingzhang.command.budget.AdjustmentScene.office;
import static org.mingzhang.command.budget.AdjustmentScene.reduction;
import static org.mingzhang.command.budget.AdjustmentScene.review;
import static org.mingzhang.command.budget.AdjustmentScene.shift;
import static org.mingzhang.command.budget.AdjustmentScene.submit;
import static org.mingzhang.command.budget.AdjustmentScene.supplement;
import static org.mingzhang.command.budget.Scene.BUDGET;
import static org.mingzhang.command.budget.Scene.DESK;
import static org.mingzhang.command.budget.Scene.HEAD;
import static org.mingzhang.command.budget.Scene.HOTLINE;
import static org.mingzhang.command.budget.Scene.OFFICE;
import static org.mingzhang.command.budget.Scene.OFFICER;
import static org.mingzhang.command.budget.Scene.hotline;
import static org.mingzhang.command.budget.Scene.wages;
import static org.mingzhang.command.budget.Spec.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineContent;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.PerformanceEffect;
import org.mingzhang.kernel.value.Stage;
import org.mingzhang.kernel.value.SupplementSource;

/** What holds after any sequence of documents and decisions, sensible or not. */
class AdjustmentPropertiesTest {
    private static final int STEPS = 300;
    private static final List<String> LINES = List.of("wage", "office", "call", "net");
    private static final List<Actor> PEOPLE = List.of(OFFICER, HEAD, DESK, OFFICE, Scene.DEPARTMENT);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_line_is_overdrawn_and_every_sum_is_that_of_the_documents(long seed) {
        Random random = new Random(seed);
        Spec spec = given(executing());
        List<LedgerEvent> happened = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            AdjustmentCommand command = any(random, spec);
            Actor actor = random.nextInt(4) == 0 ? PEOPLE.get(random.nextInt(PEOPLE.size())) : fitting(command, spec);
            Decision decision = spec.when(actor, command).decision();
            if (decision instanceof Decision.Accepted accepted) {
                happened.addAll(accepted.events());
                spec = spec.and(actor, accepted.events().toArray(LedgerEvent[]::new));
            }
            holds(spec.budget(), happened);
        }
        assertThat(spec.budget().execution().adjustments().values().map(FiledAdjustment::status))
                .as("the sequence has led everywhere")
                .contains(AdjustmentStatus.values());
    }

    /** Whoever could do it, if it can be done at all. */
    private static Actor fitting(AdjustmentCommand command, Spec spec) {
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment ignored -> OFFICER;
            case AdjustmentCommand.AdjustProject ignored -> OFFICER;
            case AdjustmentCommand.SubmitReorganisation ignored -> OFFICER;
            case AdjustmentCommand.WithAttachments with -> fitting(with.command(), spec);
            case AdjustmentCommand.WithdrawAdjustment ignored -> OFFICER;
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

    private static void holds(Budget budget, List<LedgerEvent> happened) {
        Execution execution = budget.execution();
        for (LineKey line : keys(budget)) {
            assertThat(execution.available(line, budget.content()).isNegative()).isFalse();
            assertThat(sum(happened, line, Stage.FROZEN))
                    .isEqualTo(held(budget, line))
                    .isGreaterThanOrEqualTo(Amount.ZERO);
            assertThat(sum(happened, line, Stage.ADJUSTED)).isEqualTo(moved(budget, line));
            assertThat(sum(happened, line, Stage.INITIAL)).isEqualTo(Amount.ZERO);
        }
    }

    private static List<LineKey> keys(Budget budget) {
        return budget.content().lines().entries().stream()
                .map(Entries.Entry::key)
                .toList();
    }

    private static Amount sum(List<LedgerEvent> events, LineKey line, Stage stage) {
        return Amount.sum(events.stream()
                .flatMap(event -> event.postings().stream())
                .filter(posting -> posting.line().equals(line) && posting.stage() == stage)
                .map(posting -> posting.delta())
                .toList());
    }

    private static Amount held(Budget budget, LineKey line) {
        return Amount.sum(entries(budget, line, AdjustmentStatus.IN_REVIEW)
                .filter(Amount::isNegative)
                .map(Amount::negated)
                .toList());
    }

    private static Amount moved(Budget budget, LineKey line) {
        return Amount.sum(entries(budget, line, AdjustmentStatus.EFFECTIVE).toList());
    }

    private static Stream<Amount> entries(Budget budget, LineKey line, AdjustmentStatus status) {
        return budget.execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == status)
                .flatMap(document -> document.request().entries().stream())
                .filter(entry -> entry.line().equals(line))
                .map(AdjustmentEntry::change);
    }

    private static AdjustmentCommand any(Random random, Spec spec) {
        int last = spec.budget().execution().adjustments().size();
        int number = Math.max(1, last - random.nextInt(6));
        return switch (random.nextInt(9)) {
            case 0, 1 -> submit(request(random));
            case 2 -> new AdjustmentCommand.ReturnAdjustment(BUDGET, number, "退回");
            case 3 -> new AdjustmentCommand.WithdrawAdjustment(BUDGET, number, "撤回");
            case 4 ->
                random.nextInt(3) == 0
                        ? new AdjustmentCommand.RejectAdjustment(BUDGET, number, "否决")
                        : review(number, next(spec, number));
            case 5, 6, 7 -> review(number, next(spec, number));
            default -> effect(number);
        };
    }

    private static AdjustmentStation next(Spec spec, int number) {
        return spec.budget()
                .execution()
                .adjustments()
                .get(number)
                .flatMap(FiledAdjustment::next)
                .orElse(AdjustmentStation.DEPARTMENT_REVIEW);
    }

    private static AdjustmentScene.Request request(Random random) {
        String from = LINES.get(random.nextInt(LINES.size()));
        String to = LINES.get(random.nextInt(LINES.size()));
        long yuan = random.nextLong(1, 40_000);
        return switch (random.nextInt(4)) {
            case 0 -> said(supplement(SupplementSource.TRANSFER, entry(to, of(to), yuan)), to);
            case 1 -> said(reduction(entry(from, of(from), -yuan)), from);
            default -> said(shift(entry(from, of(from), -yuan), entry(to, of(to), yuan)), from, to);
        };
    }

    private static AdjustmentScene.Request said(AdjustmentScene.Request request, String... lines) {
        List<String> names = List.of(lines);
        return request.saying(Stream.of(HOTLINE, AdjustmentScene.NETWORK)
                .filter(project -> names.contains(project.equals(HOTLINE) ? "call" : "net"))
                .map(AdjustmentScene::unaffected)
                .toArray(PerformanceEffect[]::new));
    }

    private static Classification.Expenditure of(String line) {
        LineContent content = line.equals("wage") ? wages(1) : hotline(1);
        return switch (line) {
            case "office" -> office();
            case "net" -> network();
            default -> content.classification();
        };
    }
}
