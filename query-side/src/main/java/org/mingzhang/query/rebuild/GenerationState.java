package org.mingzhang.query.rebuild;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is happening to a generation. */
public enum GenerationState {
    /** Events are folded into it until it is where the live one is. */
    BUILDING,
    /** Its rows are compared with the live ones. */
    COMPARING,
    /** It was equal to the live one, and waits for a decision. */
    READY,
    /** It was not equal to the live one, and waits for a decision. */
    DIFFERENT,
    /** It catches up and then becomes the live one. */
    SWITCHING,
    /** It is read. */
    LIVE,
    /** It was read before, and stays for a roll-back, also after it was compared again. */
    KEPT,
    /** Its rows are being deleted. */
    REMOVING,
    /** It has no rows any more. */
    REMOVED;

    /** There is at most one generation in one of these. */
    static final Set<GenerationState> CANDIDATE = EnumSet.of(BUILDING, COMPARING, READY, DIFFERENT, SWITCHING);

    /** There is something to do without anybody asking again. */
    static final Set<GenerationState> WORK = EnumSet.of(BUILDING, COMPARING, SWITCHING, REMOVING);

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static GenerationState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
