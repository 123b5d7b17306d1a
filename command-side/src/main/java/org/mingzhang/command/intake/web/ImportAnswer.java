package org.mingzhang.command.intake.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Place;
import org.mingzhang.command.intake.Problem;
import org.mingzhang.command.intake.SheetColumn;
import org.mingzhang.command.intake.Verdict;
import org.mingzhang.command.words.RefusalFacts;
import org.mingzhang.command.words.RefusalWords;

/**
 * An examination for programs.
 *
 * @param version of the budget's stream that it was compared with
 * @param fits whether nothing is wrong
 * @param recorded what was recorded; absent when nothing was
 */
record ImportAnswer(
        String budget,
        long version,
        boolean fits,
        List<Sheet> sheets,
        List<String> unread,
        List<Fault> errors,
        Optional<Recorded> recorded) {
    /** More would tell nobody more. */
    private static final int MOST_FAULTS = 1_000;

    /** Numbers of rows by verdict, and the keys of what the budget has and the sheet has not. */
    record Sheet(
            String sheet, String name, long added, long changed, long unchanged, long unfit, List<String> missing) {}

    /** @param position to wait for when reading, as {@code ?after=} */
    record Recorded(long version, long position, int events, boolean repeated) {}

    /**
     * One thing that is wrong.
     *
     * @param row as the spreadsheet counts, from 1; 0 for the sheet or the file as a whole
     * @param arguments of the words, by name
     */
    record Fault(
            String sheet, int row, String head, String field, String key, String words, Map<String, String> arguments) {
        /** Of the file as a whole. */
        static Fault ofFile(String key, String words) {
            return new Fault("", 0, "", "", key, words, Map.of());
        }

        static Fault of(Problem problem, RefusalWords words) {
            String key = switch (problem.cause()) {
                case Problem.Cause.Rule(String rule, String text) -> rule;
                case Problem.Cause.Objection(var refusal) -> RefusalFacts.key(refusal);
            };
            Map<String, String> arguments = switch (problem.cause()) {
                case Problem.Cause.Rule(String rule, String text) -> Map.of("text", text);
                case Problem.Cause.Objection(var refusal) -> words.arguments(refusal);
            };
            String said = problem.in(words);
            return problem.place()
                    .map(place -> new Fault(
                            place.sheet().label(), place.row(), head(place), place.field(), key, said, arguments))
                    .orElseGet(() -> new Fault("", 0, "", "", key, said, arguments));
        }

        /** Into the body, as every fault has one; a workbook is no JSON, and its places are named by the other fields. */
        @JsonProperty
        String pointer() {
            return "";
        }

        private static String head(Place place) {
            return place.sheet().of(place.field()).map(SheetColumn::head).orElse("");
        }
    }

    static ImportAnswer of(Examination examination, Optional<Outcome.Done> done, RefusalWords words) {
        return new ImportAnswer(
                examination.budget().toString(),
                examination.version(),
                examination.fits(),
                examination.sheets().stream()
                        .map(sheet -> new Sheet(
                                sheet.kind().label(),
                                sheet.name(),
                                sheet.count(Verdict.ADDED),
                                sheet.count(Verdict.CHANGED),
                                sheet.count(Verdict.UNCHANGED),
                                sheet.count(Verdict.UNFIT),
                                sheet.missing()))
                        .toList(),
                examination.unread(),
                examination
                        .problems()
                        .limit(MOST_FAULTS)
                        .map(problem -> Fault.of(problem, words))
                        .toList(),
                done.map(it -> new Recorded(it.version(), it.position(), it.events(), it.repeated())));
    }
}
