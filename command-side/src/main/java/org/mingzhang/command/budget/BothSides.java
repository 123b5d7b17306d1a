package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/**
 * The two documents of a 划转: each budget has one of its own, so that its own log tells all that happened to it. The one
 * of the giving department leads and is decided on; whatever becomes of it becomes of the other in the same append.
 *
 * @param here the place of the leading document
 */
record BothSides(Situation here, Asked leader, OtherSide other) {
    static Optional<BothSides> of(Situation here, Asked asked) {
        return asked.other().map(other -> new BothSides(here, asked, other));
    }

    AdjustmentRequest request() {
        return leader.request();
    }

    /** The place of the following document, as it will be with the projects that come along. */
    Situation there() {
        return withProjects(here, here.at(other.budget()), other.entries());
    }

    private static Situation withProjects(Situation here, Situation there, List<AdjustmentEntry> entries) {
        Content content = there.content();
        for (Project project : comingAlong(here, there, entries)) {
            content = ContentFold.takenOver(content, project, here.content().targetsOf(project.code()));
        }
        return there.with(content);
    }

    /** Projects of one side that the other has not: they go with the money that lines of theirs gain. */
    private static List<Project> comingAlong(Situation here, Situation there, List<AdjustmentEntry> entries) {
        Map<ProjectCode, Project> along = new LinkedHashMap<>();
        for (AdjustmentEntry entry : entries) {
            entry.classification()
                    .project()
                    .filter(code -> !there.content().projects().has(code))
                    .flatMap(here.content().projects()::get)
                    .ifPresent(project -> along.putIfAbsent(
                            project.code(),
                            new Project(
                                    project.code(),
                                    project.name(),
                                    project.category(),
                                    entry.classification().unit(),
                                    project.description())));
        }
        return List.copyOf(along.values());
    }

    /** What the other budget is told. */
    Asked follower() {
        return new Asked(
                request()
                        .there(
                                other.entries(),
                                other.performance(),
                                linked(request().mends()),
                                linked(request().reverses())),
                Optional.empty(),
                leader.acknowledged(),
                Optional.empty());
    }

    /** The document there that goes with one here, if it was between the same two. */
    private Optional<Integer> linked(Optional<Integer> number) {
        return number.flatMap(one -> here.budget().execution().adjustments().get(one))
                .flatMap(FiledAdjustment::counterpart)
                .map(FiledAdjustment.Counterpart::document)
                .filter(document -> document.budget().equals(other.budget()))
                .map(AdjustmentRef::number);
    }

    /** Each document names the other. */
    List<LedgerEvent> linked(int numberHere, int numberThere) {
        return List.of(
                new AdjustmentEvent.CounterpartLinked(
                        id(here),
                        numberHere,
                        new AdjustmentRef(id(there()), numberThere),
                        name(there()),
                        true,
                        other.entries()),
                new AdjustmentEvent.CounterpartLinked(
                        id(there()),
                        numberThere,
                        new AdjustmentRef(id(here), numberHere),
                        name(here),
                        false,
                        request().entries()));
    }

    private static BudgetId id(Situation place) {
        return place.states().id();
    }

    private static String name(Situation place) {
        return place.budget().opening().orElseThrow().shortName();
    }

    /** What was decided on a leading document, and with it on the one that follows. */
    static Decision decided(Situation here, FiledAdjustment.Counterpart counterpart, Decision decision) {
        return switch (decision) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted accepted -> {
                Situation there = here.at(counterpart.document().budget());
                FiledAdjustment document = there.budget()
                        .execution()
                        .adjustments()
                        .get(counterpart.document().number())
                        .orElseThrow();
                List<LedgerEvent> events = new ArrayList<>(accepted.events());
                accepted.events().stream()
                        .flatMap(event -> event instanceof AdjustmentEvent own
                                ? follow(here, there, document, own)
                                : Stream.empty())
                        .forEach(events::add);
                yield new Decision.Accepted(events);
            }
        };
    }

    /** What happens there when that happens here; a document that is submitted brings its follower itself. */
    private static Stream<LedgerEvent> follow(
            Situation here, Situation there, FiledAdjustment document, AdjustmentEvent event) {
        BudgetId id = id(there);
        int number = document.number();
        return switch (event) {
            case AdjustmentEvent.AdjustmentReviewed e ->
                Stream.of(new AdjustmentEvent.AdjustmentReviewed(id, number, e.station(), e.document(), e.opinion()));
            case AdjustmentEvent.AdjustmentReturned e ->
                ended(there, document, held -> new AdjustmentEvent.AdjustmentReturned(id, number, e.reason(), held));
            case AdjustmentEvent.AdjustmentWithdrawn e ->
                ended(there, document, held -> new AdjustmentEvent.AdjustmentWithdrawn(id, number, e.reason(), held));
            case AdjustmentEvent.AdjustmentRejected e ->
                ended(there, document, held -> new AdjustmentEvent.AdjustmentRejected(id, number, e.reason(), held));
            case AdjustmentEvent.AdjustmentTookEffect e -> effect(here, there, document, e);
            case AdjustmentEvent.ProjectTakenOver ignored -> Stream.empty();
            case AdjustmentEvent.AdjustmentSubmitted ignored -> Stream.empty();
            case AdjustmentEvent.AdjustmentRulesApplied ignored -> Stream.empty();
            case AdjustmentEvent.CounterpartLinked ignored -> Stream.empty();
            case AdjustmentEvent.ProjectAdjustmentAsked ignored -> Stream.empty();
            case AdjustmentEvent.ProjectAdjusted ignored -> Stream.empty();
            case AdjustmentEvent.AttachmentAdded ignored -> Stream.empty();
        };
    }

    private static Stream<LedgerEvent> effect(
            Situation here, Situation there, FiledAdjustment document, AdjustmentEvent.AdjustmentTookEffect event) {
        BudgetId id = id(there);
        List<AdjustmentEntry> entries = document.request().entries();
        return Stream.concat(
                comingAlong(here, there, entries).stream()
                        .map(project -> new AdjustmentEvent.ProjectTakenOver(
                                id, document.number(), project, here.content().targetsOf(project.code()))),
                AdjustmentDecisions.effects(
                        withProjects(here, there, entries),
                        new AdjustmentCommand.PutAdjustmentIntoEffect(
                                id, document.number(), event.approval(), event.effectiveOn()),
                        document)
                        .stream());
    }

    private static Stream<LedgerEvent> ended(
            Situation there, FiledAdjustment document, AdjustmentDecisions.Ending ending) {
        return AdjustmentDecisions.ended(there, document, ending).stream();
    }
}
