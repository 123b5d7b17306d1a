package org.mingzhang.query.execution;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.Principals;

/**
 * Whoever acted for somebody, with the names of both.
 *
 * <p>Facts keep for whom it was as the event has it, by login, which is for ever; a document is read by people, who know each
 * other by name.
 */
final class BothNames {
    private static final Pattern DELEGATED = Pattern.compile("(.*)（代 ([^）]+)）");

    private final Principals people;

    BothNames(Principals people) {
        this.people = people;
    }

    Facts.AdjustmentFact of(Facts.AdjustmentFact one) {
        return new Facts.AdjustmentFact(
                one.number(),
                one.kind(),
                one.request(),
                one.stations(),
                one.approvalDemanded(),
                one.policy(),
                one.maker(),
                named(one.makerName()),
                one.day());
    }

    List<Facts.AdjustmentStep> of(List<Facts.AdjustmentStep> steps) {
        return steps.stream()
                .map(step -> new Facts.AdjustmentStep(
                        step.number(),
                        step.step(),
                        step.station(),
                        named(step.actor()),
                        step.role(),
                        step.day(),
                        step.document(),
                        step.words(),
                        step.effectiveOn()))
                .toList();
    }

    List<Facts.AttachmentFact> ofFiles(List<Facts.AttachmentFact> files) {
        return files.stream()
                .map(file -> new Facts.AttachmentFact(
                        file.number(), file.role(), file.file(), named(file.actor()), file.day()))
                .toList();
    }

    private String named(String actor) {
        Matcher delegated = DELEGATED.matcher(actor);
        return delegated.matches()
                ? delegated.group(1) + "（代 " + people.name(delegated.group(2)).orElse(delegated.group(2)) + "）"
                : actor;
    }
}
