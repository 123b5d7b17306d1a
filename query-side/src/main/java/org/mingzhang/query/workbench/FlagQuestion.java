package org.mingzhang.query.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;

/**
 * The flags as they are asked for, wholly in their link.
 *
 * @param position of the log: what came later changes nothing
 * @param kind empty for all
 * @param year of the budgets; empty for all
 */
public record FlagQuestion(long position, Optional<FlagKind> kind, Optional<String> year) {
    static FlagQuestion read(Map<String, String> parameters, long head) {
        String word = parameters.getOrDefault("flag", "").strip();
        Optional<FlagKind> kind = FlagKind.of(word);
        if (!word.isEmpty() && kind.isEmpty()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "flag", word);
        }
        return new FlagQuestion(
                SampleQuestion.position(parameters.getOrDefault("position", ""), head),
                kind,
                SampleQuestion.year(parameters));
    }

    /** As parameters of a link, in one order. */
    public Map<String, String> parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("position", Long.toString(position));
        kind.ifPresent(of -> said.put("flag", of.word()));
        year.ifPresent(of -> said.put("year", of));
        return said;
    }

    /** What follows {@code ?} in a link to the same flags. */
    public String query() {
        return SampleQuestion.query(parameters());
    }
}
