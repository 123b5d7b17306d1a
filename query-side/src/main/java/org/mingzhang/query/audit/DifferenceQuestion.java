package org.mingzhang.query.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which two instants of a budget are compared, and what of it is shown.
 *
 * @param clock {@code recorded} and {@code effective} for both instants; {@code both} compares what was recorded by the end
 *     of a day with what is now known to have been in effect on it
 * @param table as the tables are asked for; its instant is none of the two
 * @param toBasis the measure on the later side; another one than that of {@code table} where two of them are compared at
 *     one instant
 * @param all whether cells that say the same are shown too
 * @param only the number of the one table that is shown; empty for all
 * @param page of the cells, from 1
 */
public record DifferenceQuestion(
        AsOf from,
        AsOf to,
        String clock,
        TableQuestion table,
        TableBasis toBasis,
        boolean all,
        OptionalInt only,
        int page) {
    private static final int LAST_TABLE = 99;
    private static final int LAST_PAGE = 1_000_000;

    /** Whether an instant was said to begin with, or two measures; a page without asks for it. */
    public static boolean asked(Map<String, String> parameters) {
        return !parameters.getOrDefault("from", "").isBlank() || measures(parameters);
    }

    /** Whether two measures are compared, at one instant, which may be now. */
    private static boolean measures(Map<String, String> parameters) {
        String later = parameters.getOrDefault("toBasis", "");
        return !later.isBlank() && !later.equals(parameters.getOrDefault("basis", TableBasis.INITIAL.key()));
    }

    /** What is not understood is refused in words. */
    public static DifferenceQuestion read(Map<String, String> parameters) {
        if (!asked(parameters)) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "from");
        }
        String clock = clock(parameters);
        String from = parameters.getOrDefault("from", "").strip();
        String to = parameters.getOrDefault("to", "").strip();
        boolean both = clock.equals("both");
        boolean measures = measures(parameters);
        if (measures && (both || (!to.isEmpty() && !to.equals(from)))) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "one-instant", from, to);
        }
        if (both && !to.isEmpty() && !to.equals(from)) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "one-day", from, to);
        }
        AsOf later = asOf(both || measures ? from : to, both ? "effective" : clock);
        TableQuestion table = TableQuestion.read(without(parameters));
        return new DifferenceQuestion(
                asOf(from, both ? "recorded" : clock),
                later,
                clock,
                table,
                measures ? basis(parameters.getOrDefault("toBasis", "")) : table.basis(),
                shows(parameters.getOrDefault("cells", "changed")),
                only(parameters.getOrDefault("table", "")),
                number(parameters.getOrDefault("page", "1"), "page", LAST_PAGE));
    }

    /** The word of a form that asks. */
    static String clock(Map<String, String> parameters) {
        String clock = parameters.getOrDefault("clock", "recorded");
        if (!clock.equals("recorded") && !clock.equals("effective") && !clock.equals("both")) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "clocks", clock);
        }
        return clock;
    }

    /** The tables are not asked as of an instant of their own. */
    static Map<String, String> without(Map<String, String> parameters) {
        Map<String, String> others = new HashMap<>(parameters);
        others.remove("asOf");
        others.remove("clock");
        return others;
    }

    private static TableBasis basis(String word) {
        return TableBasis.ofKey(word).orElseThrow(() -> new AskedAmiss(HttpStatus.BAD_REQUEST, "to-basis", word));
    }

    private static AsOf asOf(String word, String clock) {
        return AsOf.read(Map.of("asOf", word, "clock", clock));
    }

    private static boolean shows(String word) {
        if (!word.equals("changed") && !word.equals("all")) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "cells", word);
        }
        return word.equals("all");
    }

    private static OptionalInt only(String word) {
        return word.isBlank() ? OptionalInt.empty() : OptionalInt.of(number(word, "table", LAST_TABLE));
    }

    private static int number(String word, String of, int last) {
        if (!word.matches("[1-9]\\d{0,6}") || Integer.parseInt(word) > last) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, of, word);
        }
        return Integer.parseInt(word);
    }

    /** Whether two measures are compared, and not two instants. */
    public boolean twoMeasures() {
        return toBasis != table.basis();
    }

    public boolean bothClocks() {
        return clock.equals("both");
    }

    /** Everything but the page, as what stands behind the question mark of a link. */
    public String query() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("from", from.word());
        said.put("to", bothClocks() || twoMeasures() ? "" : to.word());
        said.put("toBasis", twoMeasures() ? toBasis.key() : "");
        said.put("clock", clock.equals("recorded") ? "" : clock);
        said.put("cells", all ? "all" : "");
        said.put("table", only.isPresent() ? Integer.toString(only.getAsInt()) : "");
        said.values().removeIf(String::isEmpty);
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        said.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
        String instants = query.encode().buildAndExpand(said).toUriString().replaceFirst("^[?]", "");
        return table.query().isEmpty()
                ? instants
                : instants + "&" + table.query().substring(1);
    }
}
