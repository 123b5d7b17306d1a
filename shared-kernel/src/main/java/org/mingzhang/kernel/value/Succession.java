package org.mingzhang.kernel.value;

import java.util.List;

/**
 * How something goes on under other codes from a year on (沿革对照), with the document that says so.
 *
 * @param before its code until then
 * @param after what takes it over, each with its share; the old code is among them where something is left of it
 * @param from the first year of the new codes
 */
public record Succession(SuccessionKind kind, String before, List<Successor> after, FiscalYear from, Basis basis) {
    public Succession {
        after = List.copyOf(after);
        requireCode(kind, before);
        after.forEach(successor -> requireCode(kind, successor.code()));
    }

    /** Whether a part stays under the old code, which therefore does not end. */
    public boolean keepsCode() {
        return after.size() > 1
                && after.stream().anyMatch(successor -> successor.code().equals(before));
    }

    private static void requireCode(SuccessionKind kind, String code) {
        if (!kind.takes(code)) {
            throw new InvalidValueException("succession.code-unfit", code);
        }
    }
}
