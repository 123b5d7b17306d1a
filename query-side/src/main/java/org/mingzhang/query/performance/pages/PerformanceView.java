package org.mingzhang.query.performance.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.mingzhang.query.performance.LiveIndicator.Verdict;
import org.mingzhang.query.performance.TargetFinding;

/**
 * The performance of a budget as somebody sees it; the shape is stable, fields are only ever added.
 *
 * @param scope {@code department} or the code of a unit
 * @param closed whether the year is closed
 * @param indicators those that are worked out from the ledger
 * @param overall targets of the department as a whole
 * @param findings what does not fit; empty for the public
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PerformanceView(
        String budget,
        String scope,
        long position,
        boolean closed,
        List<Live> indicators,
        List<ProjectTargets> projects,
        List<Target> overall,
        List<TargetFinding> findings) {

    /**
     * An indicator.
     *
     * @param value in per cent; blank where there is none, and {@code unknown} says why
     * @param verdict how it stands to what is demanded
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Live(
            String id,
            String name,
            String value,
            String unknown,
            Verdict verdict,
            Demanded demanded,
            Optional<Part> numerator,
            Optional<Part> denominator,
            List<Document> documents) {}

    /**
     * @param own whether the department set it itself; otherwise the rule with its basis does
     * @param basis of how it is worked out, and of the bound where it is not the department's own
     */
    public record Demanded(String text, boolean own, String basis, boolean confirmed) {}

    /**
     * @param what key of what it is
     * @param text as it is printed in the unit that was asked for
     * @param link where it is explained; absent where the visitor may not go
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Part(String what, Optional<Long> fen, Optional<Long> count, String text, Optional<String> link) {}

    /** @param leftOut key of why it does not count; blank when it does */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Document(int number, long fen, String text, String leftOut, Optional<String> link) {}

    /**
     * A project with its money and targets together.
     *
     * @param budgetedFen as it stands; for the public before a later release the initial budget
     * @param executedFen left out where it is not open to whoever asks, and {@code executed} is blank then
     * @param percent spent of what it has; blank when it has nothing
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ProjectTargets(
            String project,
            String name,
            String unit,
            long budgetedFen,
            String budgeted,
            Optional<Long> executedFen,
            String executed,
            String percent,
            List<Target> targets,
            long warnings) {}

    /**
     * An indicator as it was written and as it is read.
     *
     * @param row its place in the list, from 1
     * @param kind {@code quantity}, {@code range}, {@code deadline} or {@code words}
     * @param operator {@code ≥} and so on; blank when none was written
     * @param number as it was read; two of a range; the day of a deadline; blank for words
     * @param lower whether less is better
     * @param weight in points, as the rules of the day divide them
     */
    public record Target(
            int row,
            String level1,
            String level2,
            String name,
            String target,
            String note,
            String kind,
            String operator,
            String number,
            String unit,
            String period,
            boolean lower,
            String weight) {}

    public long warnings() {
        return findings.stream().filter(finding -> finding.kind().isWarning()).count();
    }
}
