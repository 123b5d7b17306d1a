package org.mingzhang.kernel.value;

import java.util.List;
import java.util.Optional;

/**
 * What an adjustment does to the targets of a project whose money it changes.
 *
 * @param revised the whole list as it will be; empty when the targets stay as they are (无影响), which has to be said
 */
public record PerformanceEffect(ProjectCode project, Optional<List<Indicator>> revised) {
    public PerformanceEffect {
        revised = revised.map(List::copyOf);
    }
}
