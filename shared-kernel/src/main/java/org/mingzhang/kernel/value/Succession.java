package org.mingzhang.kernel.value;

import java.util.List;

/**
 * How something goes on under other codes from a year on (沿革对照), with the document that says so.
 *
 * @param before its last code
 * @param after what takes it over, each with its share
 * @param from the first year of the new codes
 */
public record Succession(SuccessionKind kind, String before, List<Successor> after, FiscalYear from, Basis basis) {
    public Succession {
        after = List.copyOf(after);
        requireCode(kind, before);
        after.forEach(successor -> requireCode(kind, successor.code()));
    }

    private static void requireCode(SuccessionKind kind, String code) {
        if (!kind.takes(code)) {
            throw new InvalidValueException("succession.code-unfit", code);
        }
    }
}
