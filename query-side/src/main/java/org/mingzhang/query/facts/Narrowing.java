package org.mingzhang.query.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.CellFormula;

/** The conditions of a formula that a column of the facts answers by itself, as SQL; the others are asked afterwards. */
record Narrowing(String sql, Map<String, List<String>> parameters) {
    private static final Map<String, String> COLUMNS = Map.of(
            "unit", "unit",
            "fund", "fund",
            "source", "source",
            "revenue", "revenue",
            "function", "function_code",
            "category", "category",
            "project", "project",
            "dept", "dept_economic",
            "gov", "gov_economic");

    static Narrowing of(CellFormula formula) {
        StringBuilder sql = new StringBuilder();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        formula.conditions().stream()
                .filter(condition -> COLUMNS.containsKey(condition.dimension())
                        && !condition.answers().isEmpty())
                .forEach(condition -> {
                    String name = "is_" + condition.dimension();
                    sql.append(" and ")
                            .append(COLUMNS.get(condition.dimension()))
                            .append(" in (:")
                            .append(name)
                            .append(')');
                    parameters.put(name, condition.answers());
                });
        formula.scope().unit().map(UnitCode::value).ifPresent(unit -> {
            sql.append(" and unit in (:scope)");
            parameters.put("scope", List.of(unit));
        });
        return new Narrowing(sql.toString(), parameters);
    }
}
