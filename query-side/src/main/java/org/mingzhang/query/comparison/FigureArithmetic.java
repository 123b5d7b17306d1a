package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.comparison.Comparison.Row;
import org.mingzhang.query.comparison.ComparisonReader.Answer;
import org.mingzhang.query.web.HeadlineFigures;

/**
 * How the change, the percentage and the share beside a figure are worked out: of the same years, and so rounded as on the
 * page that leads here.
 *
 * @param before empty for the first year, or where it is not known
 * @param whole of the same year; empty for the whole itself
 * @param share blank where there is none
 */
public record FigureArithmetic(
        Operand now, Optional<Operand> before, Change change, Optional<Operand> whole, String share) {
    /** An amount as the page prints it, with the link to whence it comes. */
    public record Operand(FiscalYear year, String text, String link) {}

    /** Of a figure that is known; empty for one that is not. */
    static Optional<FigureArithmetic> of(Answer answer, FiscalYear year, FigureLevel level, String code) {
        List<FiscalYear> years =
                answer.all().years().stream().map(Comparison.Year::year).toList();
        int at = years.indexOf(year);
        Optional<Row> found = Stream.concat(answer.all().headline().stream(), answer.all().rows().stream())
                .filter(row -> row.level() == level && row.code().equals(code))
                .findFirst();
        if (at < 0 || found.isEmpty() || found.get().amounts().get(at).isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        Optional<Operand> now = operand(answer, row, at);
        Optional<Operand> before = at == 0 ? Optional.empty() : operand(answer, row, at - 1);
        Change change = Change.of(
                at == 0 ? Optional.empty() : row.amounts().get(at - 1),
                row.amounts().get(at),
                answer.question().unit());
        Row total = answer.all().headline().getFirst();
        String share = row.amounts()
                .get(at)
                .filter(amount -> !amount.isZero())
                .flatMap(part -> answer.all().total(at).flatMap(whole -> HeadlineFigures.share(part, whole)))
                .orElse("");
        Optional<Operand> whole = row.equals(total) ? Optional.empty() : operand(answer, total, at);
        return now.map(amount -> new FigureArithmetic(amount, before, change, whole, share));
    }

    private static Optional<Operand> operand(Answer answer, Row row, int at) {
        Comparison.Year year = answer.all().years().get(at);
        Optional<Amount> amount = row.amounts().get(at);
        return amount.map(known -> new Operand(
                year.year(),
                answer.question().unit().print(known),
                FigureLinks.figure(answer.question(), row, year.year(), answer.restates(year))));
    }
}
