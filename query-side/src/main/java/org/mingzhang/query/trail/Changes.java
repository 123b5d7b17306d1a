package org.mingzhang.query.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Code;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.query.facts.Measure;

/** What an event changed, part by part: only what differs, whatever the records are that it says it with. */
record Changes(SaidIn said) {
    private static final String SEVERAL = "；";

    /** @param standing what lines and sources stood at before; empty where nobody knows yet */
    List<Change> of(LedgerEvent event, Optional<Map<Measure, Amount>> standing) {
        if (event instanceof ComparativeEvent.ComparativesStated stated) {
            return new StatedFigures(said).of(stated);
        }
        List<Change> changes = new ArrayList<>();
        Optional<Object> before = part(event, "before");
        Optional<Object> after = part(event, "after");
        if (before.isPresent() || after.isPresent()) {
            differences(whole(event), before.orElse(""), after.orElse(""), changes);
        } else {
            came(event).ifPresent(said -> differences("content", "", said, changes));
            went(event).ifPresent(said -> differences("content", said, "", changes));
        }
        if (event instanceof AdjustmentEvent.AdjustmentTookEffect effect) {
            effect.targets()
                    .forEach(target -> changes.add(new Change(
                            said.word("field", "targets") + " "
                                    + target.project().value(),
                            print(target.before()),
                            print(target.after()))));
        }
        changes.addAll(new MovedMoney(said).of(event, standing));
        return changes;
    }

    private static String whole(LedgerEvent event) {
        return event instanceof AdministrationEvent.AccountRenamed ? "displayName" : "targets";
    }

    private static Optional<Record> came(LedgerEvent event) {
        return switch (event) {
            case LineEvent.LineAllocated e -> Optional.of(e.content());
            case RevenueEvent.RevenueEstimated e -> Optional.of(e.content());
            case ProjectEvent.ProjectRegistered e -> Optional.of(e.project());
            case OrganisationEvent.UnitRegistered e -> Optional.of(e.unit());
            case FundsEvent.SourceRegistered e -> Optional.of(e.said());
            case AdministrationEvent.AccountCreated e -> Optional.of(e.rights());
            default -> Optional.empty();
        };
    }

    private static Optional<Record> went(LedgerEvent event) {
        return switch (event) {
            case LineEvent.LineRemoved e -> Optional.of(e.content());
            case RevenueEvent.RevenueRemoved e -> Optional.of(e.content());
            case ProjectEvent.ProjectRemoved e -> Optional.of(e.project());
            case OrganisationEvent.UnitRemoved e -> Optional.of(e.unit());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> part(LedgerEvent event, String name) {
        if (!(event instanceof Record whole)) {
            return Optional.empty();
        }
        return RecordParts.of(whole).stream()
                .filter(part -> part.name().equals(name))
                .map(RecordParts.Part::value)
                .map(value -> value instanceof Optional<?> perhaps ? (Object) perhaps.orElse(null) : value)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void differences(String name, Object before, Object after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (isWhole(before) || isWhole(after)) {
            Map<String, Object> earlier = parts(before);
            Map<String, Object> later = parts(after);
            Set<String> seen = new HashSet<>();
            for (Map<String, Object> order : List.of(later, earlier)) {
                for (String part : order.keySet()) {
                    if (seen.add(part)) {
                        differences(part, earlier.getOrDefault(part, ""), later.getOrDefault(part, ""), changes);
                    }
                }
            }
            return;
        }
        String printedBefore = print(before);
        String printedAfter = print(after);
        if (!printedBefore.equals(printedAfter)) {
            changes.add(new Change(said.word("field", name), printedBefore, printedAfter, difference(before, after)));
        }
    }

    private static boolean isWhole(Object value) {
        return value instanceof Record
                && !(value instanceof Amount || value instanceof Code || value instanceof Basis)
                && !(value instanceof Indicator);
    }

    private static Map<String, Object> parts(Object value) {
        if (!(value instanceof Record whole)) {
            return Map.of();
        }
        return RecordParts.of(whole).stream()
                .collect(Collectors.toMap(
                        RecordParts.Part::name,
                        part -> part.value() instanceof Optional<?> perhaps
                                ? perhaps.map(Object.class::cast).orElse("")
                                : part.value(),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    private static String difference(Object before, Object after) {
        return before instanceof Amount || after instanceof Amount
                ? SaidIn.signed(amount(after).minus(amount(before)))
                : "";
    }

    private static Amount amount(Object value) {
        return value instanceof Amount amount ? amount : Amount.ZERO;
    }

    String print(Object value) {
        return switch (value) {
            case Amount amount -> SaidIn.yuan(amount);
            case Code code -> code.value();
            case Basis basis -> basis.documentNumber() + "《" + basis.title() + "》";
            case Indicator indicator -> indicator.name() + " " + indicator.target();
            case Enum<?> chosen -> said.chosen(chosen);
            case Boolean yes -> said.say(yes ? "trail.yes" : "trail.no");
            case Optional<?> perhaps -> perhaps.map(this::print).orElse("");
            case Map<?, ?> named ->
                named.entrySet().stream()
                        .map(one -> print(one.getKey()) + " " + print(one.getValue()))
                        .collect(Collectors.joining(SEVERAL));
            case Iterable<?> several ->
                StreamSupport.stream(several.spliterator(), false)
                        .map(this::print)
                        .collect(Collectors.joining(SEVERAL));
            case Record whole ->
                RecordParts.of(whole).stream().map(part -> print(part.value())).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }
}
