package org.mingzhang.query.performance;

import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.ProjectCode;

/**
 * What people have stated of targets.
 *
 * @param monitored projects of which something was stated during the year
 * @param evaluated projects that were evaluated
 * @param reported what the indicators of the department as a whole came to, as was stated last, by name
 */
public record Watched(Set<ProjectCode> monitored, Set<ProjectCode> evaluated, Map<String, String> reported) {
    public static final Watched NOTHING = new Watched(Set.of(), Set.of(), Map.of());

    public Watched {
        monitored = Set.copyOf(monitored);
        evaluated = Set.copyOf(evaluated);
        reported = Map.copyOf(reported);
    }
}
