package org.mingzhang.ledger.verify;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the postings of the events add up to, by stream, side and stage. */
final class Totals {
    /** A log of a whole province has more budgets than anybody reads here. */
    private static final int SHOWN = 200;

    private final Map<String, SortedMap<String, Long>> byStream = new TreeMap<>();

    void add(EventLine line) {
        try {
            Postings.of(
                    line.payload(),
                    (kind, fen) -> byStream.computeIfAbsent(line.leaf().stream(), stream -> new TreeMap<>())
                            .merge(kind, fen, Math::addExact));
        } catch (ArithmeticException e) {
            throw new Broken("the totals at position " + line.leaf().position() + " are larger than any budget");
        } catch (IllegalArgumentException e) {
            throw new Broken(
                    "the payload of position " + line.leaf().position() + " cannot be read: " + e.getMessage());
        }
    }

    /** Empty when no money moved. */
    String words() {
        if (byStream.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder("The postings add up to, in yuan:\n");
        byStream.entrySet().stream()
                .limit(SHOWN)
                .forEach(stream -> stream.getValue()
                        .forEach((kind, fen) -> words.append(stream.getKey())
                                .append(' ')
                                .append(kind)
                                .append(' ')
                                .append(String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2)))
                                .append('\n')));
        if (byStream.size() > SHOWN) {
            words.append("and ").append(byStream.size() - SHOWN).append(" more\n");
        }
        return words.toString();
    }
}
