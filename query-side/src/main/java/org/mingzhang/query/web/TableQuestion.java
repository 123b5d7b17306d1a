package org.mingzhang.query.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.disclosure.Scope;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.TableView;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * How a table is asked for, as it stands in the link; what is not said is left out of links.
 *
 * @param hideEmpty whether columns without any amount are left out
 * @param asOf the instant to read at, for those who may choose one
 */
public record TableQuestion(AmountUnit unit, TableBasis basis, Scope scope, boolean hideEmpty, AsOf asOf) {
    static final TableQuestion PLAIN =
            new TableQuestion(AmountUnit.WAN_YUAN, TableBasis.INITIAL, Scope.DEPARTMENT, false, AsOf.NOW);

    /** Reads the parameters; a word that is not known is a bad request and not the default. */
    public static TableQuestion read(Map<String, String> parameters) {
        return new TableQuestion(
                unit(parameters.getOrDefault("unit", "wan")),
                TableBasis.ofKey(parameters.getOrDefault("basis", "initial")).orElseThrow(TableQuestion::unreadable),
                scope(parameters.getOrDefault("scope", Scope.DEPARTMENT.key())),
                parameters.getOrDefault("columns", "").equals("filled"),
                AsOf.read(parameters));
    }

    /** Of what tells of the initial budget only: another basis that is asked for is refused by name, and not left aside. */
    public static void initialOnly(Map<String, String> parameters) {
        String basis = parameters.getOrDefault("basis", "");
        if (!basis.isEmpty() && !basis.equals(TableBasis.INITIAL.key())) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "initial-only", basis);
        }
    }

    public TableQuestion in(AmountUnit other) {
        return new TableQuestion(other, basis, scope, hideEmpty, asOf);
    }

    public boolean yuan() {
        return unit == AmountUnit.YUAN;
    }

    /** What follows {@code ?} in a link to the same question; empty for the plain one. */
    public String query() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("unit", unit == PLAIN.unit ? "" : TableView.key(unit));
        said.put("basis", basis == PLAIN.basis ? "" : basis.key());
        said.put("scope", scope.equals(PLAIN.scope) ? "" : scope.key());
        said.put("columns", hideEmpty ? "filled" : "");
        String query = said.entrySet().stream()
                .filter(word -> !word.getValue().isEmpty())
                .map(word -> word.getKey() + "=" + word.getValue())
                .collect(Collectors.joining("&"));
        query = query + (query.isEmpty() || asOf.now() ? "" : "&") + asOf.parameters();
        return query.isEmpty() ? "" : "?" + query;
    }

    private static AmountUnit unit(String word) {
        for (AmountUnit unit : AmountUnit.values()) {
            if (TableView.key(unit).equals(word)) {
                return unit;
            }
        }
        throw unreadable();
    }

    private static Scope scope(String word) {
        try {
            return word.equals(Scope.DEPARTMENT.key()) ? Scope.DEPARTMENT : Scope.of(new UnitCode(word));
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }

    private static ResponseStatusException unreadable() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
