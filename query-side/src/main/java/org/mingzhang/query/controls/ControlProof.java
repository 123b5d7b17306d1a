package org.mingzhang.query.controls;

import java.util.Comparator;
import java.util.List;
import org.mingzhang.kernel.value.Amount;

/**
 * What came of going through the log.
 *
 * @param position of the last event that was gone through
 * @param parts one for each control, in the order of {@link Control}
 */
public record ControlProof(long position, List<Part> parts) {
    public ControlProof {
        parts = List.copyOf(parts);
    }

    /**
     * What came of one control.
     *
     * @param examined cases that were looked at
     * @param sum what money they were about, counted anew in each case; nothing for controls of days
     * @param found those that do not hold
     * @param findings the first of them, in their order
     */
    public record Part(Control control, long examined, Amount sum, long found, List<ControlFinding> findings) {
        public Part {
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return found == 0;
        }
    }

    public boolean holds() {
        return parts.stream().allMatch(Part::holds);
    }

    /** All that were kept, by position. */
    public List<ControlFinding> findings() {
        return parts.stream()
                .flatMap(part -> part.findings().stream())
                .sorted(Comparator.comparingLong(ControlFinding::position))
                .toList();
    }
}
