package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/** What an adjustment may make of an approved project: everything but its code and category. */
final class ProjectAdjustments {
    private ProjectAdjustments() {}

    static void check(Findings findings, Situation now, Asked asked) {
        asked.project()
                .ifPresent(after -> now.content()
                        .projects()
                        .get(after.code())
                        .ifPresentOrElse(
                                before -> changed(findings, now, asked.request(), before, after),
                                () -> findings.object("project", new Refusal.ProjectUnknown(after.code()))));
        asked.request().performance().stream()
                .filter(effect -> !now.content().projects().has(effect.project()))
                .forEach(effect -> findings.object("performance", new Refusal.ProjectUnknown(effect.project())));
        boolean money = asked.request().direction() != AdjustmentDirection.CONTENT;
        findings.require(
                money || changesAnything(now, asked),
                "",
                () -> asked.request()
                        .reverses()
                        .<Refusal>map(Refusal.NothingToTakeBack::new)
                        .orElseGet(Refusal.NothingChanges::new));
    }

    private static boolean changesAnything(Situation now, Asked asked) {
        return asked.change(now.content()).isPresent()
                || asked.request().performance().stream()
                        .anyMatch(effect -> effect.revised()
                                .filter(after -> !after.equals(now.content().targetsOf(effect.project())))
                                .isPresent());
    }

    private static void changed(
            Findings findings, Situation now, AdjustmentRequest request, Project before, Project after) {
        if (before.equals(after)) {
            return;
        }
        ProjectCode code = before.code();
        if (request.reverses().isEmpty()) {
            ActiveTexts.check(findings, before, after);
        }
        findings.require(
                before.category() == after.category(),
                "category",
                () -> new Refusal.ProjectCategoryDiffers(code, before.category(), after.category()));
        onItsWay(now, code)
                .ifPresent(
                        document -> findings.object("project", new Refusal.ProjectOnItsWay(code, document.number())));
        if (!before.unit().equals(after.unit())) {
            findings.require(
                    now.content().units().has(after.unit()), "unit", () -> new Refusal.UnitUnknown(after.unit()));
            movesAlong(findings, now, request, after);
        }
    }

    private static Optional<FiledAdjustment> onItsWay(Situation now, ProjectCode code) {
        return now.budget()
                .execution()
                .adjustments()
                .values()
                .filter(document -> document.status() == AdjustmentStatus.IN_REVIEW)
                .filter(document -> document.project()
                        .filter(change -> change.after().code().equals(code))
                        .isPresent())
                .findFirst();
    }

    /** Lines repeat the unit of their project: what is not spent yet goes to lines of the new unit in the same document. */
    private static void movesAlong(Findings findings, Situation now, AdjustmentRequest request, Project after) {
        now.content().lines().entries().stream()
                .filter(line -> ofOldUnit(line.value().classification(), after))
                .forEach(line -> emptied(
                        findings, now, request, after, line.key(), line.value().amount()));
        now.budget().execution().balances().entries().stream()
                .filter(line -> !now.content().lines().has(line.key()))
                .filter(line -> ofOldUnit(line.value().classification(), after))
                .forEach(line -> emptied(findings, now, request, after, line.key(), Amount.ZERO));
    }

    private static boolean ofOldUnit(Classification.Expenditure money, Project after) {
        return money.project().filter(after.code()::equals).isPresent()
                && !money.unit().equals(after.unit());
    }

    private static void emptied(
            Findings findings, Situation now, AdjustmentRequest request, Project after, LineKey line, Amount initial) {
        Amount left = now.budget()
                .execution()
                .balances()
                .get(line)
                .map(balance -> balance.unspent(initial))
                .orElse(initial)
                .plus(change(request.entries(), line));
        findings.require(left.isZero(), "unit", () -> new Refusal.ProjectUnitHasMoney(after.code(), line, left));
    }

    private static Amount change(List<AdjustmentEntry> entries, LineKey line) {
        return Amount.sum(entries.stream()
                .filter(entry -> entry.line().equals(line))
                .map(AdjustmentEntry::change)
                .toList());
    }
}
