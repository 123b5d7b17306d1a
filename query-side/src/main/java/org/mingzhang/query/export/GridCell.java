package org.mingzhang.query.export;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mingzhang.kernel.value.Amount;

/** What one cell of a grid holds: numbers stay numbers, and codes texts, in every kind of file. */
public sealed interface GridCell {
    /** A name, a code or words. */
    record Text(String text) implements GridCell {}

    /** Words of the site, in the reader's language. */
    record Words(String key) implements GridCell {}

    /** Several of them, such as the roles of a person. */
    record AllWords(List<String> keys) implements GridCell {
        public AllWords {
            keys = List.copyOf(keys);
        }

        String said(UnaryOperator<String> words) {
            return keys.stream().map(words).collect(Collectors.joining("; "));
        }
    }

    /** Printed in 元 with two decimals. */
    record Money(Amount amount) implements GridCell {}

    record Count(long number) implements GridCell {}

    record Day(LocalDate day) implements GridCell {}
}
