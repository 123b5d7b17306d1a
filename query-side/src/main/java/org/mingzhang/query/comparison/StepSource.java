package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.crosswalk.Crosswalk.Entry;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.query.comparison.Bridge.Step;
import org.mingzhang.query.comparison.BridgeReader.Answer;

/** What a step is about, and on which documents it rests. */
final class StepSource {
    private final Answer answer;
    private final Step step;

    StepSource(Answer answer, Step step) {
        this.answer = answer;
        this.step = step;
    }

    /** A project, a unit, the kind of a document; blank where its reason says it all. */
    String official() {
        if (step.reason().ofDocuments()) {
            return Optional.ofNullable(answer.documents().get(step.key()))
                    .map(document -> document.fact().kind().label())
                    .orElse("");
        }
        return step.key().isEmpty() ? "" : named(step.key());
    }

    private String named(String code) {
        return answer.names().getOrDefault(code, code);
    }

    /** The approval of a document, the document of a succession, and for lines that of the budget in which they stand. */
    Optional<Basis> basis() {
        if (step.reason().ofDocuments()) {
            return Optional.ofNullable(answer.documents().get(step.key()))
                    .flatMap(document -> document.effect().document());
        }
        return switch (step.reason()) {
            case REORGANISATION ->
                successions().stream()
                        .findFirst()
                        .map(entry -> entry.succession().basis());
            case UNEXPLAINED ->
                answer.stated().stream()
                        .findFirst()
                        .map(stated -> stated.figures().source());
            default -> Optional.ofNullable(answer.approvals().get(year()));
        };
    }

    private FiscalYear year() {
        return step.reason() == BridgeReason.ENDED_PROJECT
                ? answer.ends().from()
                : answer.ends().to();
    }

    /** By which a unit came or went, or projects of the earlier year go on in the one of the later. */
    List<Entry> successions() {
        LineIdentity identity = answer.identity();
        return switch (step.reason()) {
            case REORGANISATION -> identity.successions(SuccessionKind.UNIT, Set.of(step.key()));
            case CONTINUED_PROJECT, ENDED_PROJECT ->
                identity.successions(
                        SuccessionKind.PROJECT, step.projects(answer.ends().from()), step.key());
            default -> List.of();
        };
    }

    /** Under which codes the subject itself had a project in the earlier year, each with its name where that differs. */
    List<Earlier> earlier() {
        if (!step.reason().ofProjects()) {
            return List.of();
        }
        Set<String> own = new TreeSet<>();
        step.movements().stream()
                .filter(movement -> Department.of(movement.budget())
                        .equals(answer.question().department()))
                .filter(movement ->
                        movement.budget().year().equals(answer.ends().from()))
                .forEach(movement -> movement.money().project().ifPresent(code -> own.add(code.value())));
        return own.stream().map(code -> new Earlier(code, named(code))).toList();
    }

    /** A project as it was. */
    public record Earlier(String code, String name) {}
}
