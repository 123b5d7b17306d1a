package org.mingzhang.query.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Amount;

/** The lines behind a form, added up for each measure that it may show. */
final class FormSums {
    private final Sums whole;
    private final Map<TableBasis, Sums> measures = new EnumMap<>(TableBasis.class);

    /** @param whole of the measure that the table shows */
    FormSums(TableTemplate.Body.Form body, Sums whole, Stated stated, Scope scope) {
        this.whole = whole;
        stated.measures().forEach((basis, facts) -> measures.put(basis, new Sums(body, facts, scope)));
    }

    /** Empty where the measure may not be seen. */
    Optional<Amount> of(TableTemplate.FormContent.Money money) {
        return money.at().isEmpty()
                ? Optional.of(sum(whole, money.side(), money.where()))
                : of(money.at().get(), money.side(), money.where());
    }

    /** Such as {@code 87.25%}; blank with nothing to divide by, empty where a measure may not be seen. */
    Optional<String> of(TableTemplate.FormContent.Rate rate) {
        return of(TableBasis.EXECUTED, FactSide.EXPENDITURE, rate.where())
                .flatMap(executed -> of(TableBasis.ADJUSTED, FactSide.EXPENDITURE, rate.where())
                        .map(budgeted -> percent(executed, budgeted)));
    }

    private Optional<Amount> of(TableBasis basis, FactSide side, FactPredicate where) {
        return Optional.ofNullable(measures.get(basis)).map(sums -> sum(sums, side, where));
    }

    private static Amount sum(Sums sums, FactSide side, FactPredicate where) {
        return Subtotal.sum(sums.counted(side, where));
    }

    private static String percent(Amount part, Amount all) {
        return all.isZero()
                ? ""
                : BigDecimal.valueOf(part.fen())
                                .movePointRight(2)
                                .divide(BigDecimal.valueOf(all.fen()), 2, RoundingMode.HALF_UP)
                                .toPlainString()
                        + "%";
    }
}
