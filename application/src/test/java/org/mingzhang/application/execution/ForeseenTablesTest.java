package org.mingzhang.application.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.web.Rehearsal;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.execution.FactsAfter;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.execution.WhatIf;

/** What a document is said to change is what it changes: foreseen, posted, compared, for adjustments of every kind. */
class ForeseenTablesTest {
    private static final int DOCUMENTS = 40;
    private static final int TOGETHER = 8;

    @TempDir
    Path data;

    @Test
    void the_tables_say_afterwards_what_was_foreseen() {
        int changed = 0;
        try (RunningApplication application = RunningApplication.start(data, true)) {
            ForeseenScene scene = new ForeseenScene(application);
            RandomAdjustments adjustments = new RandomAdjustments(scene, new Random(20250205));
            for (int document = 0; document < DOCUMENTS; document++) {
                BudgetFacts now = scene.facts(ForeseenScene.BUDGET);
                AdjustmentCommand command = adjustments.next(now, document);
                long head = scene.head();
                List<Impact.Change> drafted = drafted(scene, command);
                assertThat(scene.head()).as("nothing is recorded").isEqualTo(head);
                scene.submit(ForeseenScene.MAKER, command);
                int number = scene.documents();
                List<Impact.Change> foreseen = decided(scene, List.of(number));
                assertThat(foreseen).as("of the draft").isEqualTo(drafted);
                scene.pass(number);
                BudgetFacts after = scene.facts(ForeseenScene.BUDGET);
                assertThat(scene.changes(now, after))
                        .as("document %s: %s", number, command)
                        .isEqualTo(foreseen);
                assertThat(sum(after.revenue()))
                        .as("income pays for expenditure after document %s", number)
                        .isEqualTo(sum(after.expenditure()));
                changed += foreseen.size();
            }
        }
        assertThat(changed).isGreaterThan(DOCUMENTS);
    }

    @Test
    void several_documents_are_foreseen_together_and_those_that_fail_are_named() {
        try (RunningApplication application = RunningApplication.start(data, true)) {
            ForeseenScene scene = new ForeseenScene(application);
            RandomAdjustments adjustments = new RandomAdjustments(scene, new Random(20250731));
            List<Integer> numbers = new ArrayList<>();
            for (int document = 0; document < TOGETHER; document++) {
                AdjustmentCommand command = adjustments.ofMoney(scene.facts(ForeseenScene.BUDGET), document);
                if (scene.tried(ForeseenScene.MAKER, command) instanceof Outcome.Done) {
                    numbers.add(scene.documents());
                }
            }
            int returned = numbers.get(1);
            scene.submit(
                    ForeseenScene.HEAD, new AdjustmentCommand.ReturnAdjustment(ForeseenScene.BUDGET, returned, "退回"));
            BudgetFacts before = scene.facts(ForeseenScene.BUDGET);
            WhatIf.Outcome outcome = whatIf(scene).decided(ForeseenScene.BUDGET, numbers, Locale.SIMPLIFIED_CHINESE);
            assertThat(outcome.against().keySet()).containsExactly(returned);
            assertThat(outcome.against().values())
                    .allSatisfy(
                            problems -> assertThat(problems.getFirst().key()).isEqualTo("adjustment-ended"));
            List<Impact.Change> foreseen = decided(scene, numbers);
            numbers.stream().filter(number -> number != returned).forEach(scene::pass);
            assertThat(scene.changes(before, scene.facts(ForeseenScene.BUDGET)))
                    .isEqualTo(foreseen)
                    .isNotEmpty();
        }
    }

    private static Amount sum(List<LineFact> lines) {
        return Amount.sum(lines.stream().map(LineFact::amount).toList());
    }

    private static WhatIf whatIf(ForeseenScene scene) {
        return scene.application().context().getBean(WhatIf.class);
    }

    private static List<Impact.Change> drafted(ForeseenScene scene, AdjustmentCommand command) {
        Rehearsal.Rehearsed rehearsed = scene.rehearsed(command);
        List<Envelope<BudgetEvent>> all = new ArrayList<>(rehearsed.submission());
        all.addAll(rehearsed.effect());
        return changes(scene, all);
    }

    private static List<Impact.Change> decided(ForeseenScene scene, List<Integer> numbers) {
        return changes(
                scene,
                whatIf(scene)
                        .decided(ForeseenScene.BUDGET, numbers, Locale.SIMPLIFIED_CHINESE)
                        .effect());
    }

    private static List<Impact.Change> changes(ForeseenScene scene, List<Envelope<BudgetEvent>> events) {
        BudgetFacts now = scene.facts(ForeseenScene.BUDGET);
        return scene.changes(now, FactsAfter.of(now, events));
    }
}
