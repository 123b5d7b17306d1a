package org.mingzhang.query.disclosure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.kernel.value.Classification.Expenditure;
import org.mingzhang.kernel.value.Classification.Revenue;
import org.mingzhang.kernel.value.Code;

/** What a template may ask of a line's classification; the value is the empty text where the question has no answer. */
enum Dimension {
    UNIT("unit", c -> c.unit().value()),
    FUND("fund", c -> c.fund().name()),
    SOURCE("source", c -> c.source().name()),
    APPROPRIATED("appropriated", c -> Boolean.toString(appropriated(c))),
    REVENUE("revenue", c -> c instanceof Revenue r ? r.revenue().name() : ""),
    FUNCTION("function", c -> spent(c, e -> e.function().value())),
    FUNCTION_CLASS("functionClass", c -> spent(c, e -> e.function().value().substring(0, 3))),
    KIND("kind", c -> spent(c, e -> e.category().isProjectExpenditure() ? "project" : "basic")),
    CATEGORY("category", c -> spent(c, e -> e.category().name())),
    PROJECT("project", c -> spent(c, e -> e.project().map(Code::value).orElse(""))),
    DEPT("dept", c -> spent(c, e -> e.deptEconomic().value())),
    DEPT_CLASS("deptClass", c -> spent(c, e -> e.deptEconomic().economicClass().value())),
    GOV("gov", c -> spent(c, e -> e.govEconomic().value()));

    private final String key;
    private final Function<Classification, String> value;

    Dimension(String key, Function<Classification, String> value) {
        this.key = key;
        this.value = value;
    }

    String key() {
        return key;
    }

    String of(Classification classification) {
        return value.apply(classification);
    }

    static Optional<Dimension> ofKey(String key) {
        return Arrays.stream(values()).filter(d -> d.key.equals(key)).findFirst();
    }

    private static String spent(Classification c, Function<Expenditure, String> value) {
        return c instanceof Expenditure e ? value.apply(e) : "";
    }

    private static boolean appropriated(Classification c) {
        return switch (c) {
            case Expenditure e -> e.appropriated();
            case Revenue r -> r.appropriated();
        };
    }
}
