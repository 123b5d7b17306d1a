package org.mingzhang.command.fields;

import java.util.Map;

/** The field that a rule of a whole value is about, so that its words stand beside the right box. */
final class FieldOfRule {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("line.basic-with-project", "project"),
            Map.entry("line.project-missing", "project"),
            Map.entry("line.not-appropriable", "appropriated"),
            Map.entry("line.note", "note"),
            Map.entry("line.mapping-reason", "mappingReason"),
            Map.entry("unit.name", "name"),
            Map.entry("unit.listed-name", "listedName"),
            Map.entry("project.name", "name"),
            Map.entry("project.description", "description"),
            Map.entry("project.category", "category"),
            Map.entry("indicator.level2", "level2"),
            Map.entry("indicator.name", "name"),
            Map.entry("indicator.target", "target"),
            Map.entry("indicator.note", "note"),
            Map.entry("basis.number", "documentNumber"),
            Map.entry("basis.title", "title"),
            Map.entry("basis.issuer", "issuer"),
            Map.entry("statement.duties", "items"),
            Map.entry("statement.annual-goals", "items"),
            Map.entry("statement.special-transfers", "items"),
            Map.entry("statement.institutions", "text"),
            Map.entry("statement.key-projects", "text"),
            Map.entry("statement.task-name", "name"),
            Map.entry("statement.task-content", "content"),
            Map.entry("statement.term", "name"),
            Map.entry("statement.explanation", "explanation"),
            Map.entry("policy.id", "id"),
            Map.entry("policy.bound", "bound"),
            Map.entry("policy.stations", "stations"),
            Map.entry("policy.form-stops", "effect"),
            Map.entry("policy.basis", "basis"),
            Map.entry("figure.code-unfit", "code"),
            Map.entry("succession.code-unfit", "before"),
            Map.entry("funds.name", "name"),
            Map.entry("funds.purpose", "purpose"),
            Map.entry("funds.matching-without-transfer", "matchingRequired"),
            Map.entry("funds.measured-without-reserve", "generalExpenditure"),
            Map.entry("request.position-unknown", "position"),
            Map.entry("statement.vehicles-use", "otherVehiclesUse"));

    private FieldOfRule() {}

    /** The field's name; empty when the rule is about the whole. */
    static String field(String rule) {
        String field = FIELDS.getOrDefault(rule, "");
        int end = rule.lastIndexOf('.');
        return field.isEmpty() && end > 0 ? FIELDS.getOrDefault(rule.substring(0, end), "") : field;
    }
}
