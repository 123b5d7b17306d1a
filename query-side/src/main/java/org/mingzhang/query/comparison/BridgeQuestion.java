package org.mingzhang.query.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * From which budget of a department to which one a bridge is asked for, as it stands in one link.
 *
 * @param subject a department such as {@code 411200-103}
 * @param from empty for the last year before the other of which anything is known
 * @param to empty for the last year of all
 * @param fromStage empty for the initial budget
 * @param toStage empty for the initial budget, or within one year the adjusted one
 */
public record BridgeQuestion(
        String subject,
        Scope scope,
        Optional<FiscalYear> from,
        Optional<ComparedStage> fromStage,
        Optional<FiscalYear> to,
        Optional<ComparedStage> toStage,
        AmountUnit unit,
        AsOf asOf) {
    private static final String PATH = "/comparison/{subject}/bridge";

    /** Both ends. */
    public record Ends(FiscalYear from, ComparedStage fromStage, FiscalYear to, ComparedStage toStage) {
        public boolean withinOneYear() {
            return from.equals(to);
        }

        /** Whether a year is told as it was adjusted. */
        boolean adjusted(FiscalYear year) {
            return (year.equals(from) && fromStage == ComparedStage.ADJUSTED)
                    || (year.equals(to) && toStage == ComparedStage.ADJUSTED);
        }
    }

    static BridgeQuestion read(String subject, Map<String, String> said) {
        ComparisonQuestion common = ComparisonQuestion.read(subject, common(said));
        if (!common.single()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "bridge.single", subject);
        }
        return new BridgeQuestion(
                subject,
                common.scope(),
                year(said, "from"),
                stage(said, "fromStage"),
                year(said, "to"),
                stage(said, "toStage"),
                common.unit(),
                common.asOf());
    }

    Department department() {
        return new Department(subject);
    }

    /** The link from a comparison of a department to the bridge from its first year to its last. */
    static String beside(ComparisonQuestion compared) {
        Optional<ComparedStage> stage = Optional.of(compared.stage())
                .filter(one -> one == ComparedStage.ADJUSTED && compared.years().size() > 1);
        return new BridgeQuestion(
                        compared.subject(),
                        compared.scope(),
                        Optional.of(compared.years().getFirst()),
                        stage,
                        Optional.of(compared.years().getLast()),
                        stage,
                        compared.unit(),
                        compared.asOf())
                .with("unit", compared.unit() == AmountUnit.WAN_YUAN ? "" : TableView.key(compared.unit()));
    }

    private static Map<String, String> common(Map<String, String> said) {
        Map<String, String> common = new LinkedHashMap<>(said);
        common.keySet().retainAll(List.of("scope", "unit", "asOf", "clock"));
        return common;
    }

    private static Optional<FiscalYear> year(Map<String, String> said, String name) {
        String word = said.getOrDefault(name, "").strip();
        try {
            return word.isEmpty() ? Optional.empty() : Optional.of(FiscalYear.parse(word));
        } catch (InvalidValueException e) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "bridge.year", word);
        }
    }

    private static Optional<ComparedStage> stage(Map<String, String> said, String name) {
        String word = said.getOrDefault(name, "");
        if (word.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(ComparedStage.ofKey(word)
                .filter(stage -> stage == ComparedStage.INITIAL || stage == ComparedStage.ADJUSTED)
                .orElseThrow(() -> new AskedAmiss(HttpStatus.BAD_REQUEST, "bridge.stage", word)));
    }

    /**
     * What is not said is filled in; what leads backwards or nowhere is a bad request.
     *
     * @param known years of which anything is known, ascending
     */
    Ends ends(List<FiscalYear> known) {
        FiscalYear last = to.orElseGet(
                () -> from.filter(year -> year.compareTo(known.getLast()) > 0).orElse(known.getLast()));
        FiscalYear first = from.orElseGet(() -> known.stream()
                .filter(year -> year.compareTo(last) < 0)
                .reduce((earlier, later) -> later)
                .orElse(last));
        boolean same = first.equals(last);
        Ends ends = new Ends(
                first,
                fromStage.orElse(ComparedStage.INITIAL),
                last,
                toStage.orElse(same ? ComparedStage.ADJUSTED : ComparedStage.INITIAL));
        boolean forward = first.compareTo(last) < 0
                || (same && ends.fromStage == ComparedStage.INITIAL && ends.toStage == ComparedStage.ADJUSTED);
        if (!forward) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "bridge.order", first, last);
        }
        return ends;
    }

    /** The same with what was filled in. */
    BridgeQuestion over(Ends ends) {
        return new BridgeQuestion(
                subject,
                scope,
                Optional.of(ends.from()),
                Optional.of(ends.fromStage()),
                Optional.of(ends.to()),
                Optional.of(ends.toStage()),
                unit,
                asOf);
    }

    /** The same link with one word said otherwise; a blank one is left out. */
    public String with(String name, String value) {
        Map<String, String> said = said();
        said.put(name, value);
        return link(PATH, said);
    }

    /** The link to the lines and events behind a step; with a blank key behind all of its reason. */
    String step(BridgeReason reason, String key) {
        Map<String, String> said = said();
        said.put("reason", reason.key());
        said.put("key", key);
        return link(PATH + "/step", said);
    }

    /** The link to whence the whole of a year comes, or a project of it. */
    public String figure(FiscalYear year, ComparedStage stage, String project) {
        Map<String, String> said = said();
        List.of("from", "fromStage", "to", "toStage").forEach(said::remove);
        said.put("year", year.toString());
        said.put("stage", stage == ComparedStage.INITIAL ? "" : stage.key());
        said.put("level", project.isEmpty() ? "total" : "project");
        said.put("code", project);
        return link("/comparison/{subject}/figure", said);
    }

    private String link(String path, Map<String, String> said) {
        said.values().removeIf(String::isBlank);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        said.keySet().forEach(word -> address.queryParam(word, "{" + word + "}"));
        said.put("subject", subject);
        return address.encode().buildAndExpand(said).toUriString();
    }

    /** Every word that is not the default, for hidden fields of forms. */
    public Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("from", from.map(FiscalYear::toString).orElse(""));
        said.put("fromStage", fromStage.map(ComparedStage::key).orElse(""));
        said.put("to", to.map(FiscalYear::toString).orElse(""));
        said.put("toStage", toStage.map(ComparedStage::key).orElse(""));
        said.put("unit", unit == AmountUnit.WAN_YUAN ? "" : TableView.key(unit));
        said.put("scope", scope.unit().map(UnitCode::value).orElse(""));
        said.put("asOf", asOf.word());
        said.put("clock", asOf.effective() ? "effective" : "");
        said.values().removeIf(String::isBlank);
        return said;
    }
}
