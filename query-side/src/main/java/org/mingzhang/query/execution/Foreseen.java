package org.mingzhang.query.execution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;

/**
 * What will happen, as a page or a program is told.
 *
 * @param against what speaks against it; of several documents those that fail, while the others are foreseen
 * @param way which kind it is and who decides on it; empty for several documents and for what would be refused
 * @param lines those whose money moves
 * @param rateBefore money moved by adjustments in effect, in percent of the initial budget
 * @param limits what is used up or moved by it
 * @param reached limits of the rules that it reaches and that do not stop it
 * @param contents of a project before and after, where what it says changes
 * @param targets of projects before and after, where they are revised
 * @param sources that supplements draw on
 * @param elsewhere what becomes of other budgets that it moves too
 * @param aims what becomes of indicators, and what does not fit with targets any more
 */
public record Foreseen(
        List<Against> against,
        Optional<Way> way,
        List<Line> lines,
        ImpactView tables,
        String rateBefore,
        String rateAfter,
        List<Limit> limits,
        List<ReachedLimit> reached,
        List<ChangesOfProjects.Content> contents,
        List<ChangesOfProjects.Targets> targets,
        List<Drawn> sources,
        List<Elsewhere> elsewhere,
        ForeseenAims aims) {
    private static final int NAMED_OF_A_SIDE = 3;

    /** @param number of the document; 0 for one that has none yet */
    public record Against(int number, String field, String key, String words) {
        private static final Pattern ROW = Pattern.compile("(?:from|to)\\[(\\d{1,4})]\\..*");

        private static final Pattern TARGET = Pattern.compile(".*indicators\\[(\\d{1,4})]\\.\\w+");

        /** Whether it is about a line that gives. */
        public boolean ofGiving() {
            return field.startsWith("from[");
        }

        /** Which row of the form it is about, counted from 1; 0 for none. */
        public int inRow() {
            return row(ROW);
        }

        /** Which row of a sheet of targets it is about, counted from 1; 0 for none. */
        public int inTargets() {
            return row(TARGET);
        }

        private int row(Pattern pattern) {
            Matcher row = pattern.matcher(field);
            return row.matches() ? Integer.parseInt(row.group(1)) + 1 : 0;
        }
    }

    /**
     * Who decides, and why.
     *
     * @param basis where the rule comes from; not {@code confirmed} when it is common practice still to be verified
     * @param lowers by how much the total of the department falls, in 元, where nobody has said whether that is a revision of
     *     the budget (预算法 art. 67 (1) and (3)); empty for all others
     * @param suggests the mark of such a revision that a rule of the division asks for, as its name; empty for none
     */
    public record Way(
            AdjustmentKind kind,
            List<AdjustmentStation> stations,
            boolean approvalDemanded,
            String policy,
            String basis,
            boolean confirmed,
            String lowers,
            String suggests) {}

    /**
     * A line before and after, in 元.
     *
     * @param name of its project, else its category
     * @param left what may still be given away once it is submitted, or, of what was, once it is in effect
     * @param sum the budget then, in 万元 where that is exact, for a sentence
     * @param exact the same in 元, without its word
     * @param category key of the words for the name of a line of no project; blank for all others
     */
    public record Line(
            String key,
            String name,
            String change,
            boolean giving,
            String available,
            String left,
            String budget,
            String then,
            String sum,
            String exact,
            String category) {
        /** Without anything that is not in the document. */
        Line changeOnly() {
            return new Line(key, name, change, giving, "", "", "", "", "", "", category);
        }
    }

    /**
     * Another budget.
     *
     * @param theirs whether it is the reader's as well; otherwise of its lines only their change is told
     */
    public record Elsewhere(String budget, String department, boolean theirs, List<Line> lines, ImpactView tables) {}

    /**
     * A source of the division's funds, in 元.
     *
     * @param kind in Chinese; {@code choice} is its key in every language
     * @param document that its money came by; empty when it came by none
     * @param left what is not promised yet, before and after
     */
    public record Drawn(
            int number,
            String name,
            String kind,
            String document,
            String drawn,
            String left,
            String then,
            String choice) {
        /** Whether its money goes back to it. */
        public boolean back() {
            return drawn.startsWith(MINUS);
        }

        /** What moves, without its sign. */
        public String moved() {
            return back() ? drawn.substring(MINUS.length()) : drawn;
        }

        private static final String MINUS = "\u2212";
    }

    /**
     * What is used up, or moves.
     *
     * @param words key of the words
     * @param line that it is about; blank for none
     * @param category key of the words for the name of a line of no project; blank for all others
     */
    public record Limit(String words, String what, String before, String after, String line, String category) {}

    /** Those that the sentence names: some of both sides, no more than are read in one breath. */
    public List<Line> named() {
        return Stream.concat(
                        lines.stream().filter(Line::giving).limit(NAMED_OF_A_SIDE),
                        lines.stream().filter(line -> !line.giving()).limit(NAMED_OF_A_SIDE))
                .toList();
    }

    /** Whether there is anything to be said of the way it goes. */
    public boolean holds() {
        return against.isEmpty();
    }
}
