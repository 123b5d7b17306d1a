package org.mingzhang.query.controls;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.ledger.store.RecordedEvent;

/** What was examined and what was found, by control; only so many findings of each are kept, but all are counted. */
final class Findings {
    /** More than anybody reads, and no history is so bad that they fill the memory. */
    static final int KEPT = 1_000;

    private final Map<Control, Long> examined = new EnumMap<>(Control.class);
    private final Map<Control, Long> found = new EnumMap<>(Control.class);
    private final Map<Control, List<ControlFinding>> kept = new EnumMap<>(Control.class);

    /** Money of the cases, as far as they are about money. */
    private final Map<Control, Long> sums = new EnumMap<>(Control.class);

    /** One case more that is about so much money, whatever comes of it. */
    void examine(Control control, Amount money) {
        examine(control);
        sums.merge(control, money.fen(), Math::addExact);
    }

    /** One case more, whatever comes of it. */
    void examine(Control control) {
        examined.merge(control, 1L, Long::sum);
    }

    void require(boolean holds, Control control, RecordedEvent event, String word, Object... arguments) {
        if (holds) {
            return;
        }
        found.merge(control, 1L, Long::sum);
        List<ControlFinding> list = kept.computeIfAbsent(control, any -> new ArrayList<>());
        if (list.size() < KEPT) {
            list.add(new ControlFinding(
                    control,
                    event.position(),
                    event.stream(),
                    word,
                    Stream.of(arguments).map(Findings::text).toList()));
        }
    }

    private static String text(Object argument) {
        return switch (argument) {
            case Amount amount -> AmountUnit.YUAN.print(amount);
            case Enum<?> choice -> ChoiceWords.key(choice);
            default -> argument.toString();
        };
    }

    ControlProof proof(long position) {
        return new ControlProof(
                position,
                Stream.of(Control.values())
                        .map(control -> new ControlProof.Part(
                                control,
                                examined.getOrDefault(control, 0L),
                                new Amount(sums.getOrDefault(control, 0L)),
                                found.getOrDefault(control, 0L),
                                List.copyOf(kept.getOrDefault(control, List.of()))))
                        .toList());
    }
}
