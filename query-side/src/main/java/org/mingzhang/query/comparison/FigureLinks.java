package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.springframework.web.util.UriComponentsBuilder;

/** The links to whence figures of a comparison come, which keep what was asked. */
final class FigureLinks {
    private FigureLinks() {}

    /**
     * To whence a figure of a year comes.
     *
     * @param restated whether it is told like for like, which depends on the other years and on the classification
     */
    static String figure(ComparisonQuestion question, Comparison.Row row, FiscalYear year, boolean restated) {
        Map<String, String> said = said(question);
        if (!restated) {
            List.of("years", "by", "basis").forEach(said::remove);
        }
        return link(question.subject(), said, row.level(), row.code(), year);
    }

    /** To that of one department as it was reported. */
    static String ofDepartment(
            ComparisonQuestion question, Department department, FigureLevel level, String code, FiscalYear year) {
        return link(department.code(), reported(question), level, code, year);
    }

    /** To how the change and the share beside a figure of a year are worked out, of the years that are shown. */
    static String arithmetic(ComparisonQuestion question, Comparison.Row row, FiscalYear year) {
        Map<String, String> said = said(question);
        said.put("explain", "true");
        return link(question.subject(), said, row.level(), row.code(), year);
    }

    /** To whence a part of a restated figure comes, as its own department reported it. */
    static String part(ComparisonQuestion question, RestatedParts.Part part, FigureLevel level) {
        Map<String, String> said = reported(question);
        said.put("scope", part.unit());
        return link(
                Department.of(part.budget()).code(),
                said,
                level,
                part.code(),
                part.budget().year());
    }

    private static Map<String, String> said(ComparisonQuestion question) {
        Map<String, String> said = question.said();
        List.of("q", "sort", "depth", "toggled").forEach(said::remove);
        return said;
    }

    private static Map<String, String> reported(ComparisonQuestion question) {
        Map<String, String> said = said(question);
        List.of("years", "by", "basis").forEach(said::remove);
        return said;
    }

    private static String link(
            String subject, Map<String, String> said, FigureLevel level, String code, FiscalYear year) {
        said.put("year", year.toString());
        said.put("level", level.name().toLowerCase(Locale.ROOT));
        said.put("code", code);
        said.values().removeIf(String::isBlank);
        return address("/comparison/" + subject + "/figure", said);
    }

    static String address(String path, Map<String, String> said) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        said.keySet().forEach(word -> address.queryParam(word, "{" + word + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }
}
