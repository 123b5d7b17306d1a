package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.FiscalYear;

/** Budgets are drafted to functional 项 and economic 款 of the year's classification (实施条例 art. 40). */
final class CodeRules {
    private CodeRules() {}

    /** A code with what is known of it. */
    private record Use(CodeKind kind, String code, boolean item, CodeList list) {
        Optional<Refusal> refusal(FiscalYear year) {
            if (!list.knows(code)) {
                return Optional.of(new Refusal.CodeUnknown(kind, code));
            }
            if (!item) {
                return Optional.of(new Refusal.CodeNotAnItem(kind, code));
            }
            return list.find(code, year).isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal.CodeNotValidInYear(kind, code, year));
        }
    }

    static void check(Findings findings, Situation now, Classification.Expenditure money) {
        FiscalYear year = now.classificationYear();
        Classifications codes = now.policy().codes();
        function(codes, money).refusal(year).ifPresent(found -> findings.object("content.function", found));
        deptEconomic(codes, money).refusal(year).ifPresent(found -> findings.object("content.deptEconomic", found));
        govEconomic(codes, money).refusal(year).ifPresent(found -> findings.object("content.govEconomic", found));
    }

    /** The codes of the line that may not be used in that year. */
    static List<String> closed(Classifications codes, Classification.Expenditure money, FiscalYear year) {
        return Stream.of(function(codes, money), deptEconomic(codes, money), govEconomic(codes, money))
                .filter(use -> use.refusal(year).isPresent())
                .map(Use::code)
                .toList();
    }

    private static Use function(Classifications codes, Classification.Expenditure money) {
        return new Use(
                CodeKind.FUNCTION, money.function().value(), money.function().isItem(), codes.functional());
    }

    private static Use deptEconomic(Classifications codes, Classification.Expenditure money) {
        return new Use(
                CodeKind.DEPT_ECONOMIC,
                money.deptEconomic().value(),
                money.deptEconomic().isItem(),
                codes.deptEconomic());
    }

    private static Use govEconomic(Classifications codes, Classification.Expenditure money) {
        return new Use(
                CodeKind.GOV_ECONOMIC,
                money.govEconomic().value(),
                money.govEconomic().isItem(),
                codes.govEconomic());
    }
}
