package org.mingzhang.query.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A sample as it is asked for, wholly in its link.
 *
 * @param position of the log that it is drawn at: what came later changes nothing
 * @param seed any short text
 * @param size how many are wanted
 * @param year of the budgets; empty for all
 * @param effective whether only documents in effect count, instead of all that were submitted
 */
public record SampleQuestion(
        long position, String seed, SampleMethod method, int size, Optional<String> year, boolean effective) {
    static final int MOST = 500;
    private static final int LONGEST_SEED = 60;
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** Reads the parameters; what cannot be read is said. */
    static SampleQuestion read(Map<String, String> parameters, long head) {
        String seed = parameters.getOrDefault("seed", "").strip();
        if (seed.isEmpty() || seed.length() > LONGEST_SEED || seed.chars().anyMatch(Character::isISOControl)) {
            throw amiss("sample-seed", seed);
        }
        String method = parameters.getOrDefault("method", SampleMethod.SIMPLE.word());
        return new SampleQuestion(
                position(parameters.getOrDefault("position", ""), head),
                seed,
                SampleMethod.of(method).orElseThrow(() -> amiss("sample-method", method)),
                size(parameters.getOrDefault("size", "20")),
                year(parameters),
                parameters.getOrDefault("documents", "").equals("effective"));
    }

    /** Blank for the last; one that the log does not have is said. */
    static long position(String text, long head) {
        String word = text.strip();
        if (word.isEmpty()) {
            return head;
        }
        if (!word.matches("[1-9]\\d{0,17}") || Long.parseLong(word) > head) {
            throw amiss("position", word, head);
        }
        return Long.parseLong(word);
    }

    /** Empty for every year. */
    static Optional<String> year(Map<String, String> parameters) {
        String year = parameters.getOrDefault("year", "").strip();
        if (!year.isEmpty() && !YEAR.matcher(year).matches()) {
            throw amiss("sample-year", year);
        }
        return Optional.of(year).filter(text -> !text.isEmpty());
    }

    private static int size(String text) {
        String word = text.strip();
        if (!word.matches("[1-9]\\d{0,3}") || Integer.parseInt(word) > MOST) {
            throw amiss("sample-size", word, MOST);
        }
        return Integer.parseInt(word);
    }

    private static AskedAmiss amiss(String words, Object... arguments) {
        return new AskedAmiss(HttpStatus.BAD_REQUEST, words, arguments);
    }

    /** As parameters of a link, in one order. */
    public Map<String, String> parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("position", Long.toString(position));
        said.put("seed", seed);
        said.put("method", method.word());
        said.put("size", Integer.toString(size));
        year.ifPresent(of -> said.put("year", of));
        if (effective) {
            said.put("documents", "effective");
        }
        return said;
    }

    /** What follows {@code ?} in a link to the same sample. */
    public String query() {
        return query(parameters());
    }

    static String query(Map<String, String> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.newInstance();
        parameters.keySet().forEach(name -> link.queryParam(name, "{" + name + "}"));
        return link.encode().buildAndExpand(parameters).toUriString().substring(1);
    }
}
