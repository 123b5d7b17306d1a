package org.mingzhang.kernel.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.ReasonClass;

/** A limit as an amendment sets it; see {@link Limit}. */
public record AmendedLimit(
        String id,
        List<AdjustmentKind> kinds,
        Amount least,
        Measure measure,
        String bound,
        List<ReasonClass> except,
        LimitEffect effect,
        List<AdjustmentStation> stations,
        String basis,
        boolean confirmed) {
    public AmendedLimit {
        kinds = kinds.stream().distinct().sorted().toList();
        except = except.stream().distinct().sorted().toList();
        stations = stations.stream().distinct().sorted().toList();
    }

    /** The limit in its time; refuses what is none. */
    public Limit in(LocalDate from, Optional<LocalDate> to, int amendment) {
        return new Limit(
                id,
                from,
                to,
                Set.copyOf(kinds),
                least,
                measure,
                bound,
                Set.copyOf(except),
                effect,
                stations,
                basis,
                confirmed,
                amendment);
    }
}
