package org.mingzhang.kernel.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.ReasonClass;
import org.mingzhang.kernel.value.Texts;

/**
 * A rule beside the path: what is measured on a document, from which bound on, and what follows then.
 *
 * @param id its name, such as {@code annual-cut-off}; a division's rule of the same name stands in its place
 * @param from first day on which it counts
 * @param to last day on which it counts; empty while it has none
 * @param kinds to which it applies; empty for all
 * @param least smallest amount moved to which it applies
 * @param bound as the measure writes it; empty where it needs none
 * @param except reasons to which it does not apply
 * @param stations that are demanded in addition, with the effect DEMAND only
 * @param confirmed whether its source was seen
 * @param amendment number of the amendment of the division that it came with; 0 for a built-in rule
 */
public record Limit(
        String id,
        LocalDate from,
        Optional<LocalDate> to,
        Set<AdjustmentKind> kinds,
        Amount least,
        Measure measure,
        String bound,
        Set<ReasonClass> except,
        LimitEffect effect,
        List<AdjustmentStation> stations,
        String basis,
        boolean confirmed,
        int amendment) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,48}");
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final int HUNDREDTHS = 2;

    public Limit {
        if (!ID.matcher(id).matches()) {
            throw new InvalidValueException("policy.id", id);
        }
        Texts.required("policy.basis", basis, 300);
        bound = measure.bound(bound);
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        except = Collections.unmodifiableSet(new TreeSet<>(except));
        stations = stations.stream().sorted().toList();
        if (stations.isEmpty() == (effect == LimitEffect.DEMAND)) {
            throw new InvalidValueException("policy.stations", id);
        }
        if (measure == Measure.DOCUMENT_NUMBER && effect != LimitEffect.STOP && effect != LimitEffect.NONE) {
            throw new InvalidValueException("policy.form-stops", id);
        }
    }

    /** Whether it has to be measured on such a document. */
    public boolean appliesTo(AdjustmentKind kind, Amount moved, ReasonClass reason) {
        return effect != LimitEffect.NONE
                && (kinds.isEmpty() || kinds.contains(kind))
                && !least.exceeds(moved)
                && !except.contains(reason);
    }

    /** The bound of a share, in hundredths of a per cent. */
    public long basisPoints() {
        return new BigDecimal(bound).movePointRight(HUNDREDTHS).longValueExact();
    }

    public int count() {
        return Integer.parseInt(bound);
    }

    /** The bound as beginnings of functional codes. */
    public List<String> functions() {
        return List.of(bound.split(","));
    }

    /** The bound as the form of numbers of documents. */
    public DocumentForm form() {
        return DocumentForm.of(bound);
    }

    /** The bound as a day of that year. */
    public LocalDate day(int year) {
        return MonthDay.parse(bound, MONTH_AND_DAY).atYear(year);
    }

    public MoneyGroup giving() {
        return new MoneyGroup(bound.substring(0, bound.indexOf('>')));
    }

    public MoneyGroup gaining() {
        return new MoneyGroup(bound.substring(bound.indexOf('>') + 1));
    }

    boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }
}
