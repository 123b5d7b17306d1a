package org.mingzhang.command.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.fields.FieldReader;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.fields.Value;

/** A row on its way to a verdict: its texts by field, and what is found against it. */
final class Row {
    private final SheetKind sheet;
    private final int number;
    private final Map<String, String> cells;
    private final List<Problem> problems = new ArrayList<>();
    private String key = "";
    /** Until somebody has made sense of it. */
    private Verdict verdict = Verdict.UNFIT;

    Row(SheetKind sheet, int number, Map<String, String> cells) {
        this.sheet = sheet;
        this.number = number;
        this.cells = cells;
    }

    int number() {
        return number;
    }

    String text(String field) {
        return cells.getOrDefault(field, "");
    }

    /** Whether a cell could not even be taken as a text. */
    boolean spoiled() {
        return !problems.isEmpty();
    }

    void recognisedBy(String text) {
        key = text;
    }

    void judged(Verdict found) {
        verdict = found;
    }

    void note(String field, String rule, String text) {
        problems.add(Problem.at(new Place(sheet, number, field), rule, text));
    }

    /** An objection to the command that was made of this row, against the column that the objection names. */
    void note(Decision.Objection objection) {
        String field = objection.field().substring(objection.field().lastIndexOf('.') + 1);
        String shown = sheet.of(field).isPresent() ? field : "";
        problems.add(new Problem(
                Optional.of(new Place(sheet, number, shown)), new Problem.Cause.Objection(objection.refusal())));
    }

    /**
     * What the reading makes of the cells; empty, and noted, when some of them cannot be read.
     *
     * @param further fields that stand elsewhere in the workbook
     */
    <T> Optional<T> read(Map<String, String> further, Function<FieldReader, Value<T>> reading) {
        Map<String, Sent> members = new LinkedHashMap<>();
        further.forEach((field, text) -> members.put(field, new Sent.Text(text)));
        cells.forEach((field, text) -> {
            if (!text.isEmpty() || !further.containsKey(field)) {
                members.put(field, new Sent.Text(text));
            }
        });
        FieldReader fields = FieldReader.of(new Sent.Group(members));
        Optional<T> value = reading.apply(fields).read();
        for (UnreadableFields.Problem problem : fields.problems()) {
            if (problemsWith(problem.field()) == 0) {
                note(problem.field(), problem.rule(), problem.text());
            }
        }
        return problems.isEmpty() ? value : Optional.empty();
    }

    private long problemsWith(String field) {
        return problems.stream()
                .filter(problem -> problem.place().orElseThrow().field().equals(field))
                .count();
    }

    ExaminedRow examined() {
        return new ExaminedRow(sheet, number, key, problems.isEmpty() ? verdict : Verdict.UNFIT, cells, problems);
    }
}
