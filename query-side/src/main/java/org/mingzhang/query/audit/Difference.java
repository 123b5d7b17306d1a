package org.mingzhang.query.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a budget says differently at two instants, cell by cell; the shape is stable, fields are only ever added.
 *
 * @param swapped whether the instants were asked for in the wrong order; {@code from} is the earlier one
 * @param clock {@code recorded}, {@code effective} or {@code both}
 * @param toBasis the measure of {@code to}; another one than {@code basis} where two are compared at one instant
 * @param tables how many cells differ in each
 * @param cells those of one page
 * @param cellsInAll as many as there are on all pages
 * @param events those that the cells, targets and states of this page name, in the order in which they happened
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Difference(
        String budget,
        End from,
        End to,
        boolean swapped,
        String clock,
        String basis,
        String toBasis,
        String scope,
        String unit,
        String shown,
        List<TableCount> tables,
        List<Cell> cells,
        int cellsInAll,
        int page,
        int pages,
        List<Targets> targets,
        List<State> states,
        List<Explanation.Step> events) {

    /**
     * One of the two instants.
     *
     * @param asked as it was said; blank for now
     * @param day on the effective clock; absent on the recorded one
     * @param phase in which the budget was then
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record End(String asked, String clock, long position, Optional<LocalDate> day, String phase) {}

    /** @param changed how many of its cells differ */
    public record TableCount(int number, String name, int changed) {}

    /**
     * A cell.
     *
     * @param standing {@code both}, or {@code appeared} or {@code vanished} of its row
     * @param kind {@code amount} or {@code text}
     * @param deltaFen the {@code fen} of all events add up to it
     * @param events those that made the difference, the newest first
     * @param earlier what more events than are listed add
     * @param explainedFrom where the cell is explained as of the earlier instant, if its row was there
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Cell(
            int table,
            Explanation.Place row,
            Explanation.Place column,
            String standing,
            String kind,
            Optional<Long> fromFen,
            Optional<Long> toFen,
            Optional<Long> deltaFen,
            String from,
            String to,
            String delta,
            boolean changed,
            List<Movement> events,
            Optional<Earlier> earlier,
            Optional<String> explainedFrom,
            Optional<String> explainedTo) {}

    /** @param fen absent for words */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Movement(long position, Optional<Long> fen, String text) {}

    public record Earlier(int events, long fen, String text) {}

    /**
     * Targets that differ.
     *
     * @param project blank for those of the department as a whole
     */
    public record Targets(String project, String name, List<Indicator> indicators, List<Long> events) {}

    /** @param from what was to be reached; empty where the indicator was not there */
    public record Indicator(String level, String name, String from, String to) {}

    /**
     * A state that differs.
     *
     * @param kind {@code phase}, {@code document}, {@code release}, {@code closing} or {@code accounts}
     * @param subject the number of the document, the position that was released; else blank
     * @param from stable word of the state; blank where there was none
     */
    public record State(String kind, String subject, String from, String to, List<Long> events) {
        /** Key of the words for it; blank where there was none. */
        @JsonIgnore
        public String fromWords() {
            return words(from);
        }

        @JsonIgnore
        public String toWords() {
            return words(to);
        }

        private String words(String word) {
            if (word.isEmpty()) {
                return "";
            }
            return switch (kind) {
                case "phase" -> "phase." + word;
                case "document" -> "adjust.status." + word;
                default -> "diff.state." + kind + "." + word;
            };
        }
    }
}
