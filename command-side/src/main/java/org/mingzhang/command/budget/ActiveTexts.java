package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;

/**
 * Texts of documents are for people: markup, which a browser might run, and what a spreadsheet takes for a formula are no
 * text. A dash and 〔 begin many a number of a document and are left alone, unless the dash goes on as a calculation
 * ({@code -2+3}); so is {@code <5}, which is a bound.
 */
final class ActiveTexts {
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!][^<>\\n]{0,40}>?");
    private static final Pattern FORMULA =
            Pattern.compile("\\A[ \u3000]*((?:[=+@＝＋＠\\t]|[-－][ ]*[0-9A-Za-z.]{1,20}[ ]*[+*^(!|]).{0,40})");

    private ActiveTexts() {}

    static void check(Findings findings, String field, String text) {
        markup(findings, field, text);
        found(FORMULA, text, 1).ifPresent(found -> findings.object(field, new Refusal.TextActive(found)));
    }

    static void check(Findings findings, Basis document) {
        check(findings, "documentNumber", document.documentNumber());
        check(findings, "title", document.title());
        check(findings, "issuer", document.issuer());
    }

    /** What it said before is not said anew. */
    static void check(Findings findings, Project before, Project after) {
        if (!before.name().equals(after.name())) {
            check(findings, "name", after.name());
        }
        if (!before.description().equals(after.description())) {
            check(findings, "description", after.description());
        }
    }

    /** A target may begin with a sign: {@code =100%} is what it is to be. */
    static void check(Findings findings, List<Indicator> before, List<Indicator> after) {
        after.stream()
                .filter(indicator -> !before.contains(indicator))
                .flatMap(indicator ->
                        Stream.of(indicator.level2(), indicator.name(), indicator.target(), indicator.note()))
                .forEach(text -> markup(findings, "performance", text));
    }

    private static void markup(Findings findings, String field, String text) {
        found(MARKUP, text, 0).ifPresent(found -> findings.object(field, new Refusal.TextActive(found)));
    }

    private static Optional<String> found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(group)) : Optional.empty();
    }
}
