package org.mingzhang.query.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.web.HeadlineFigures;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A comparison as JSON: every row of the classification, whatever a page would fold away. */
@RestController
class ComparisonApi {
    private final ComparisonReader reader;
    private final MessageSource messages;

    ComparisonApi(ComparisonReader reader, MessageSource messages) {
        this.reader = reader;
        this.messages = messages;
    }

    /**
     * A comparison.
     *
     * @param name in the last of the years
     * @param called the names as reported in each year; empty where there is one
     * @param unit in which changes are taken: of printed 万元, or exact
     * @param knownYears every year that may be asked for
     * @param basis {@code reported}, or {@code like} where earlier years are restated
     * @param lacking budgets, such as {@code 411200-104-2025}, without which the restated years are incomplete
     * @param asReleased years whose adjustments nobody has published, told to the public as they were released
     */
    record Compared(
            String subject,
            String name,
            List<Named> called,
            String stage,
            String by,
            String unit,
            List<String> knownYears,
            List<OfYear> years,
            String basis,
            List<Restated> restatedBy,
            List<String> lacking,
            List<String> asReleased,
            List<Figure> headline,
            List<Figure> rows) {}

    /** @param years in which it was reported under that name */
    record Named(String name, List<String> years) {
        static Named of(NamedYears named) {
            return new Named(
                    named.name(),
                    named.years().stream().map(FiscalYear::toString).toList());
        }
    }

    /** A succession by which earlier years were restated. */
    record Restated(
            String division, int number, String kind, String before, List<String> after, int from, Source document) {
        static Restated of(LikeForLike.Note note) {
            return new Restated(
                    note.division().value(),
                    note.number(),
                    note.succession().kind().name(),
                    note.succession().before(),
                    note.succession().after().stream().map(Successor::code).toList(),
                    note.succession().from().value(),
                    Source.of(note.succession().basis()));
        }
    }

    /**
     * A year.
     *
     * @param sources of a year of which figures were stated
     * @param note that printed figures are not restated, where others are; blank for none
     */
    record OfYear(String year, String standing, int departments, int missing, List<Source> sources, String note) {}

    record Source(String documentNumber, String title, String issuer, String date, boolean invented) {
        static Source of(Basis basis) {
            return new Source(
                    basis.documentNumber(),
                    basis.title(),
                    basis.issuer(),
                    basis.date().toString(),
                    basis.invented());
        }
    }

    /**
     * @param name in the last of the years
     * @param called the names as reported in each year; empty where there is one
     * @param amounts one for each year
     */
    record Figure(
            String level,
            String code,
            String name,
            List<Named> called,
            int depth,
            String parent,
            List<OfAmount> amounts,
            List<Changed> changes) {}

    /** @param fen absent where it is not known */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OfAmount(boolean known, Optional<Long> fen, Optional<String> printed, Optional<String> share) {}

    /** @param percent of the earlier amount; absent where there is none */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Changed(String from, String to, String kind, Optional<String> delta, Optional<String> percent) {}

    @GetMapping("/api/comparison/{subject}")
    Compared comparison(@PathVariable String subject, @RequestParam Map<String, String> said, Locale locale) {
        Answer answer = reader.answer(ComparisonQuestion.read(subject, said));
        ComparisonQuestion question = answer.question();
        return new Compared(
                subject,
                ComparisonPages.name(answer),
                answer.called().stream().map(Named::of).toList(),
                question.stage().key(),
                question.by().key(),
                TableView.key(question.unit()),
                answer.known().years().stream().map(Object::toString).toList(),
                answer.all().years().stream()
                        .map(year -> year(answer, year, locale))
                        .toList(),
                question.like() ? "like" : "reported",
                answer.notes().stream().map(Restated::of).toList(),
                answer.lacking().stream().map(BudgetId::toString).toList(),
                answer.asReleased().stream().map(FiscalYear::toString).toList(),
                figures(answer, answer.all().headline()),
                figures(answer, answer.filtered()));
    }

    private OfYear year(Answer answer, Comparison.Year year, Locale locale) {
        return new OfYear(
                year.year().toString(),
                year.standing().name(),
                year.departments(),
                year.missing(),
                year.stated().stream()
                        .map(stated -> Source.of(stated.figures().source()))
                        .distinct()
                        .toList(),
                answer.staysPrinted(year)
                        ? messages.getMessage(
                                "comparison.like-stated",
                                new Object[] {year.year().toString()},
                                locale)
                        : "");
    }

    private static List<Figure> figures(Answer answer, List<Comparison.Row> rows) {
        return rows.stream()
                .map(row -> new Figure(
                        row.level().name(),
                        row.code(),
                        row.name(),
                        answer.names().reported(row.code()).stream()
                                .map(Named::of)
                                .toList(),
                        row.depth(),
                        row.parent(),
                        IntStream.range(0, row.amounts().size())
                                .mapToObj(at -> amount(answer, row, at))
                                .toList(),
                        changes(answer, row)))
                .toList();
    }

    private static OfAmount amount(Answer answer, Comparison.Row row, int at) {
        Optional<Amount> amount = row.amounts().get(at);
        return new OfAmount(
                amount.isPresent(),
                amount.map(Amount::fen),
                amount.map(answer.question().unit()::plain),
                amount.flatMap(part -> answer.all().total(at).flatMap(whole -> HeadlineFigures.share(part, whole))));
    }

    private static List<Changed> changes(Answer answer, Comparison.Row row) {
        List<Change> changes = row.changes(answer.question().unit());
        return IntStream.range(0, changes.size())
                .mapToObj(at -> {
                    Change change = changes.get(at);
                    return new Changed(
                            answer.all().years().get(at).year().toString(),
                            answer.all().years().get(at + 1).year().toString(),
                            change.kind().name(),
                            Optional.of(change.delta().toPlainString()).filter(delta -> change.known()),
                            change.percent().map(Object::toString));
                })
                .toList();
    }
}
