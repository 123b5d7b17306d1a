package org.mingzhang.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.query.disclosure.CellAddress;

/**
 * Where a cell of a table comes from: formula, lines, events, documents and people; the shape is stable, fields are only
 * ever added.
 *
 * @param kind {@code amount}, {@code text} or {@code blank}
 * @param fen the exact amount; the {@code fen} of all lines add up to it
 * @param text what is printed, in the unit that was asked for
 * @param why key of the sentence that says how the cell comes about
 * @param share of another cell, where one is printed above the table
 * @param linesInAll more than {@code lines} has only where somebody asked for fewer
 * @param events the newest first; amounts moved, or words said
 * @param approvals the steps on which the budget rests; they carry status and no amounts
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Explanation(
        String budget,
        long position,
        int table,
        String tableName,
        Place row,
        Place column,
        String basis,
        String scope,
        String kind,
        Optional<Long> fen,
        String text,
        String unit,
        String why,
        Optional<Share> share,
        Optional<Formula> formula,
        List<Line> lines,
        int linesInAll,
        List<Step> events,
        int eventsInAll,
        int page,
        List<Approval> approvals) {

    /** A row or a column by its stable key, the segment that stands for it in addresses, and its printed name. */
    public record Place(String key, String segment, String name) {
        static Place of(String key, String name) {
            return new Place(key, CellAddress.segment(key), name);
        }
    }

    /** @param percent the part divided by the whole, both exact, rounded half up to two decimals at the end */
    public record Share(String percent, long wholeFen, String whole, Place row, Place column) {}

    /**
     * What is added up.
     *
     * @param stages of the postings that count
     * @param conditions all of which a posting satisfies
     */
    public record Formula(String side, boolean never, List<String> stages, List<Condition> conditions) {}

    public record Condition(String dimension, List<Answer> answers) {}

    /** @param name official, in Chinese; the code itself where it has none */
    public record Answer(String code, String name) {}

    /**
     * A line under one classification.
     *
     * @param codes its whole classification, question by question
     * @param events positions of the events that moved it
     */
    public record Line(String line, long fen, String text, List<Coded> codes, List<Long> events) {}

    public record Coded(String dimension, String code, String name) {}

    /**
     * An event.
     *
     * @param event its stored name
     * @param day on which it counts
     * @param recordedAt kept from the public, as everything about people and their words is
     * @param money what it moved in this cell
     * @param words what it changed in this cell
     * @param maker of an adjustment whoever submitted it, whichever of its events this is
     * @param by whoever did this: reviewed, put into effect, decided
     * @param adjustment number of the document that it belongs to
     * @param proof where an auditor takes the proof that it is in the ledger
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Step(
            long position,
            String eventId,
            String event,
            LocalDate day,
            Optional<Instant> recordedAt,
            Optional<Moved> money,
            Optional<Changed> words,
            Optional<Document> document,
            Optional<String> reason,
            Optional<Integer> adjustment,
            Optional<Person> maker,
            List<Check> checks,
            List<File> files,
            Optional<String> proof,
            Optional<Person> by) {}

    /**
     * Money that moved.
     *
     * @param lines how many of the cell's lines it moved
     */
    public record Moved(long fen, String text, long beforeFen, String before, long afterFen, String after, int lines) {}

    public record Changed(String before, String after) {}

    /** @param invented whether number and day were made up, because the source does not give them */
    public record Document(String number, String title, String issuer, LocalDate date, boolean invented) {}

    public record Person(String name, String role) {}

    /**
     * Somebody who looked at a document.
     *
     * @param step {@code reviewed}, {@code effective} and so on
     * @param station in words; blank where the step is at none
     * @param at its name, for words in another language
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Check(
            String step,
            String station,
            String at,
            LocalDate day,
            Person person,
            String words,
            Optional<Document> document) {}

    /** @param address where it can be downloaded by whoever may see the adjustment */
    public record File(String name, String role, long size, String sha256, String address) {}

    /** A step of the budget itself. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Approval(
            long position,
            String phase,
            LocalDate day,
            Optional<Document> document,
            Optional<String> person,
            Optional<String> words,
            Optional<String> proof) {}
}
