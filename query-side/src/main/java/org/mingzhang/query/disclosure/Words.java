package org.mingzhang.query.disclosure;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.BudgetUnit;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.UnitCode;

/** Fills the placeholders of templates with the names of what they stand for. */
final class Words {
    /** What every text of a template may name; {@code money} stays until it is printed. */
    static final Set<String> GENERAL =
            Set.of("year", "department", "departmentName", "shortName", "scope", "scope.name", "scope.kind", "money");

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private final Map<String, String> general = new HashMap<>();
    private final Map<String, Project> projects = new HashMap<>();
    private final BudgetFacts facts;
    private final Scope scope;

    Words(BudgetFacts facts, Scope scope) {
        this.facts = facts;
        this.scope = scope;
        BudgetHeader header = facts.header();
        general.put("year", header.id().year().toString());
        general.put("department", header.id().department().value());
        general.put("departmentName", header.departmentName());
        general.put("shortName", header.shortName());
        Optional<BudgetUnit> unit = scope.unit().flatMap(facts::unit);
        general.put("scope", scope.unit().map(UnitCode::value).orElse(general.get("department")));
        general.put("scope.name", unit.map(BudgetUnit::name).orElse(header.shortName()));
        general.put("scope.kind", scope.unit().isPresent() ? "单位" : "部门");
        facts.projects().forEach(project -> projects.put(project.code().value(), project));
    }

    String fill(String template) {
        return fill(template, Map.of());
    }

    /** Placeholders the row knows first, then the general ones; {@code {money}} is left for printing. */
    String fill(String template, Map<String, String> row) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        Matcher matcher = PLACEHOLDER.matcher(template);
        return matcher.replaceAll(found -> {
            String name = found.group(1);
            String value = row.containsKey(name) ? row.get(name) : general.get(name);
            if (value == null && !name.equals("money")) {
                throw new IllegalStateException("unknown placeholder {" + name + "} in a template");
            }
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    /** Where the words come from that the placeholders of a template stand for; fixed words alone are the template's. */
    List<TextOrigin> origins(String template, Map<String, String> row) {
        Set<TextOrigin> origins = new LinkedHashSet<>();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            origin(matcher.group(1), row).ifPresent(origins::add);
        }
        return origins.isEmpty() ? List.of(TextOrigin.of(TextOrigin.Kind.TEMPLATE)) : List.copyOf(origins);
    }

    private Optional<TextOrigin> origin(String placeholder, Map<String, String> row) {
        String thing = placeholder.replaceFirst("\\..*", "");
        String code = row.getOrDefault(thing, "");
        return switch (thing) {
            case "function" -> Optional.of(new TextOrigin(TextOrigin.Kind.FUNCTION, code));
            case "dept", "deptClass", "gov" -> Optional.of(new TextOrigin(TextOrigin.Kind.ECONOMIC, code));
            case "unit" -> Optional.of(new TextOrigin(TextOrigin.Kind.UNIT, code));
            case "project" -> Optional.of(new TextOrigin(TextOrigin.Kind.PROJECT, code));
            case "scope" ->
                Optional.of(
                        placeholder.equals("scope.kind")
                                ? TextOrigin.of(TextOrigin.Kind.TEMPLATE)
                                : scope.unit()
                                        .map(unit -> new TextOrigin(TextOrigin.Kind.UNIT, unit.value()))
                                        .orElse(TextOrigin.of(TextOrigin.Kind.DEPARTMENT)));
            case "department", "departmentName", "shortName" -> Optional.of(TextOrigin.of(TextOrigin.Kind.DEPARTMENT));
            default -> Optional.empty();
        };
    }

    /** The names that a row of grouped lines may use, from the values it was grouped by. */
    Map<String, String> of(Map<Dimension, String> values) {
        Map<String, String> row = new HashMap<>();
        values.forEach((dimension, value) -> {
            row.put(dimension.key(), value);
            name(dimension, value, row);
        });
        return row;
    }

    private void name(Dimension dimension, String value, Map<String, String> row) {
        Classifications codes = Classifications.shipped();
        switch (dimension) {
            case UNIT -> row.put("unit.name", unitName(value));
            case FUNCTION -> function(value, row);
            case DEPT -> row.put("dept.name", named(codes.deptEconomic(), value));
            case DEPT_CLASS -> row.put("deptClass.name", named(codes.deptEconomic(), value));
            case GOV -> row.put("gov.name", named(codes.govEconomic(), value));
            case PROJECT -> project(value, row);
            case FUND, SOURCE, APPROPRIATED, REVENUE, FUNCTION_CLASS, KIND, CATEGORY -> {}
        }
    }

    private void function(String code, Map<String, String> row) {
        row.put("function.name", named(Classifications.shipped().functional(), code));
        row.put("function.class", code.substring(0, 3));
        row.put("function.group", code.substring(3, 5));
        row.put("function.item", code.substring(5, 7));
    }

    private void project(String code, Map<String, String> row) {
        Project project = projects.get(code);
        if (project == null) {
            throw new IllegalStateException("a line names project " + code + ", which is not registered");
        }
        row.put("project.name", project.name());
        row.put("project.category", project.category().label());
        row.put("project.unit.name", unitName(project.unit().value()));
    }

    private String named(CodeList codes, String code) {
        FiscalYear year = facts.header().classificationYear();
        return codes.nameOf(code, year);
    }

    private String unitName(String code) {
        return facts.unit(new UnitCode(code)).map(BudgetUnit::name).orElse(code);
    }
}
