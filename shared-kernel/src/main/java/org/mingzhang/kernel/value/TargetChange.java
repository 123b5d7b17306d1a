package org.mingzhang.kernel.value;

import java.util.List;

/** The targets of a project before and after, as whole lists. */
public record TargetChange(ProjectCode project, List<Indicator> before, List<Indicator> after) {
    public TargetChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
