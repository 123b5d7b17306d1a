package org.mingzhang.ledger.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mingzhang.ledger.proof.EventLeaf;

/**
 * What has to be remembered of each stream while the lines go by: its last version, and what its postings add up to by
 * side and stage.
 *
 * <p>This is all that grows while a bundle is verified: by less than a kilobyte for a stream, however long the streams are.
 */
final class Totals {
    /** A log of a whole province has more budgets than anybody reads here. */
    private static final int SHOWN = 200;

    /** More sides and stages than there are. */
    private static final int MOST_KINDS = 32;

    private static final long OF_A_STREAM = 1_024;

    private final long most = Runtime.getRuntime().maxMemory() / OF_A_STREAM;
    private final Map<String, Stream> streams = new HashMap<>();
    private final List<String> kinds = new ArrayList<>();

    private static final class Stream {
        private long version = -1;
        private long[] sums = {};
        private int moved;
    }

    /** The version that comes next in a stream. */
    long next(String stream) {
        Stream known = streams.get(stream);
        return known == null ? 0 : known.version + 1;
    }

    void add(EventLine line) {
        EventLeaf leaf = line.leaf();
        Stream stream = streams.get(leaf.stream());
        if (stream == null) {
            if (streams.size() >= most) {
                throw new TooMuch("it has more streams than the " + most + " for which this memory is enough");
            }
            stream = new Stream();
            streams.put(leaf.stream(), stream);
        }
        stream.version = leaf.streamVersion();
        for (EventLine.Posted posted : line.postings()) {
            add(stream, kind(posted.kind(), leaf), posted.fen(), leaf);
        }
    }

    private static void add(Stream stream, int kind, long fen, EventLeaf leaf) {
        if (stream.sums.length <= kind) {
            stream.sums = Arrays.copyOf(stream.sums, kind + 1);
        }
        try {
            stream.sums[kind] = Math.addExact(stream.sums[kind], fen);
            stream.moved |= 1 << kind;
        } catch (ArithmeticException e) {
            throw new Broken("the totals at position " + leaf.position() + " are larger than any budget");
        }
    }

    private int kind(String kind, EventLeaf leaf) {
        int known = kinds.indexOf(kind);
        if (known >= 0) {
            return known;
        }
        if (kinds.size() == MOST_KINDS) {
            throw new Broken("position " + leaf.position() + " has one more side and stage than there are");
        }
        kinds.add(kind);
        return kinds.size() - 1;
    }

    /** Empty when no money moved. */
    String words() {
        List<String> moved = streams.entrySet().stream()
                .filter(stream -> stream.getValue().moved != 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (moved.isEmpty()) {
            return "";
        }
        StringBuilder words = new StringBuilder("The postings add up to, in yuan:\n");
        moved.stream()
                .limit(SHOWN)
                .forEach(stream -> sums(stream)
                        .forEach((kind, fen) -> words.append(stream)
                                .append(' ')
                                .append(kind)
                                .append(' ')
                                .append(String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2)))
                                .append('\n')));
        if (moved.size() > SHOWN) {
            words.append("and ").append(moved.size() - SHOWN).append(" more\n");
        }
        return words.toString();
    }

    private Map<String, Long> sums(String name) {
        Map<String, Long> sums = new TreeMap<>();
        Stream stream = streams.getOrDefault(name, new Stream());
        for (int kind = 0; kind < stream.sums.length; kind++) {
            if ((stream.moved & (1 << kind)) != 0) {
                sums.put(kinds.get(kind), stream.sums[kind]);
            }
        }
        return sums;
    }
}
