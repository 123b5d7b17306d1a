package org.mingzhang.query.controls;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The controls as an auditor is shown them: whoever audits some budgets sees what was found in those. */
@Component
public class ControlsDesk {
    private final ControlRuns runs;
    private final CurrentVisitor visitors;
    private final MessageSource messages;

    ControlsDesk(ControlRuns runs, CurrentVisitor visitors, MessageSource messages) {
        this.runs = runs;
        this.visitors = visitors;
        this.messages = messages;
    }

    /** A finding in words. */
    public record Line(String control, long position, String stream, String sentence) {}

    /**
     * One control with what was found; {@code found} counts those that the visitor may see.
     *
     * @param sum what money the cases were about, in yuan
     */
    public record Part(String control, long examined, String sum, long found, boolean holds) {}

    /**
     * What page and program are shown.
     *
     * @param position how far a run has come, or what the last one covered
     * @param at when the last run ended; null when there was none
     */
    public record View(
            boolean running,
            long position,
            long head,
            @Nullable Instant at,
            @Nullable Long milliseconds,
            boolean failed,
            List<Part> controls,
            List<Line> findings) {}

    void start() {
        auditor();
        runs.start();
    }

    View view(Locale locale) {
        Visitor auditor = auditor();
        ControlRuns.Standing standing = runs.standing();
        Optional<ControlRuns.Done> done = standing.last();
        return new View(
                standing.running(),
                standing.running()
                        ? standing.position()
                        : done.map(last -> last.proof().position()).orElse(0L),
                standing.head(),
                done.map(ControlRuns.Done::at).orElse(null),
                done.map(last -> last.took().toMillis()).orElse(null),
                standing.failure().isPresent(),
                done.map(last -> parts(last.proof(), auditor)).orElse(List.of()),
                done.map(last -> lines(last.proof(), auditor, locale)).orElse(List.of()));
    }

    /**
     * What the last run found at some positions.
     *
     * @param proved up to where it went; 0 when nothing was proved yet
     */
    public record About(long proved, List<Line> findings) {}

    /** For auditors of what is there. */
    public About about(Set<Long> positions, Locale locale) {
        Visitor auditor = auditor();
        return runs.standing()
                .last()
                .map(done -> new About(
                        done.proof().position(),
                        lines(done.proof(), auditor, locale).stream()
                                .filter(line -> positions.contains(line.position()))
                                .toList()))
                .orElseGet(() -> new About(0, List.of()));
    }

    private List<Part> parts(ControlProof proof, Visitor auditor) {
        return proof.parts().stream()
                .map(part -> {
                    long found = auditor.scope().isEmpty()
                            ? part.found()
                            : part.findings().stream()
                                    .filter(finding -> theirs(finding, auditor))
                                    .count();
                    return new Part(
                            part.control().word(),
                            part.examined(),
                            AmountUnit.YUAN.print(part.sum()),
                            found,
                            found == 0);
                })
                .toList();
    }

    private List<Line> lines(ControlProof proof, Visitor auditor, Locale locale) {
        return proof.findings().stream()
                .filter(finding -> theirs(finding, auditor))
                .map(finding -> new Line(
                        finding.control().word(),
                        finding.position(),
                        finding.stream(),
                        messages.getMessage(
                                "controls.finding." + finding.word(),
                                ChoiceWords.said(finding.arguments(), key -> messages.getMessage(key, null, locale)),
                                locale)))
                .toList();
    }

    private static boolean theirs(ControlFinding finding, Visitor auditor) {
        if (auditor.scope().isEmpty()) {
            return true;
        }
        try {
            return auditor.covers(BudgetId.parse(finding.stream()));
        } catch (InvalidValueException e) {
            return false; // of a division's funds or rules
        }
    }

    private Visitor auditor() {
        return visitors.visitor().filter(visitor -> visitor.is(Role.AUDITOR)).orElseThrow(PageNotFound::new);
    }
}
