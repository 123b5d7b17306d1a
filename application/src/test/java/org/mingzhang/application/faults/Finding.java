package org.mingzhang.application.faults;

import java.util.List;

/**
 * What came of a fault.
 *
 * @param injected how it is known that the fault really happened; empty when it did not
 * @param figures what was counted
 * @param wrongs everything that should not be so
 */
record Finding(String injected, String figures, List<String> wrongs) {
    boolean passed() {
        return !injected.isEmpty() && wrongs.isEmpty();
    }
}
