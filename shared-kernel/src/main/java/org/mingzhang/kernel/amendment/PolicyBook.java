package org.mingzhang.kernel.amendment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.policy.AdjustmentRules;
import org.mingzhang.kernel.policy.RulesOfDay;
import org.mingzhang.kernel.value.Envelope;

/**
 * The amendments of a division, in the order of their numbers; a value, folded from events.
 *
 * @param decided numbers of those that were put in force, in the order in which they were
 */
public record PolicyBook(List<Amendment> amendments, List<Integer> decided) {
    private static final PolicyBook NONE = new PolicyBook(List.of(), List.of());
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    public PolicyBook {
        amendments = List.copyOf(amendments);
        decided = List.copyOf(decided);
    }

    /** A division that has amended nothing. */
    public static PolicyBook none() {
        return NONE;
    }

    public Optional<Amendment> find(int number) {
        return amendments.stream().filter(one -> one.number() == number).findFirst();
    }

    public int nextNumber() {
        return amendments.size() + 1;
    }

    /** The rules as they are known now, whenever they count. */
    public AdjustmentRules rules() {
        return rules(decided.size());
    }

    /** The rules with that digest, that were or are in force on some day; empty when there never were such. */
    public Optional<Version> version(String digest) {
        for (int known = decided.size(); known >= 0; known--) {
            AdjustmentRules rules = rules(known);
            for (LocalDate day : turningDays(known)) {
                RulesOfDay rows = rules.on(day);
                if (rows.digest().equals(digest)) {
                    return Optional.of(new Version(day, rows));
                }
            }
        }
        return Optional.empty();
    }

    /** @param since a day from which these rows counted */
    public record Version(LocalDate since, RulesOfDay rows) {}

    /** The book after an event; one that cannot follow throws {@link IllegalStateException}. */
    public PolicyBook evolve(Envelope<PolicyEvent> envelope) {
        return switch (envelope.message()) {
            case PolicyEvent.AmendmentProposed e -> proposed(envelope, e);
            case PolicyEvent.AmendmentPutInForce e -> decided(envelope, true, e.opinion());
            case PolicyEvent.AmendmentDeclined e -> decided(envelope, false, e.reason());
        };
    }

    private PolicyBook proposed(Envelope<PolicyEvent> envelope, PolicyEvent.AmendmentProposed event) {
        if (event.number() != nextNumber()) {
            throw new IllegalStateException("amendment " + event.number() + " after " + amendments.size());
        }
        List<Amendment> all = new ArrayList<>(amendments);
        all.add(new Amendment(event, envelope.actor(), envelope.businessDay(), Optional.empty()));
        return new PolicyBook(all, decided);
    }

    private PolicyBook decided(Envelope<PolicyEvent> envelope, boolean inForce, String words) {
        int number = envelope.message().number();
        Amendment open = find(number)
                .filter(Amendment::open)
                .orElseThrow(() -> new IllegalStateException("no open amendment " + number));
        List<Amendment> all = new ArrayList<>(amendments);
        all.set(
                number - 1,
                open.decided(new Amendment.Decided(inForce, envelope.actor(), envelope.businessDay(), words)));
        List<Integer> now = new ArrayList<>(decided);
        if (inForce) {
            now.add(number);
        }
        return new PolicyBook(all, now);
    }

    /** As it was when only the first so many had been put in force. */
    private AdjustmentRules rules(int known) {
        AdjustmentRules rules = AdjustmentRules.shipped();
        for (int number : decided.subList(0, known)) {
            Amendment amendment = amendments.get(number - 1);
            rules = rules.and(amendment.paths(), amendment.limits());
        }
        return rules;
    }

    /** Days from which other rows count than the day before. */
    private Iterable<LocalDate> turningDays(int known) {
        AdjustmentRules rules = rules(known);
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(FIRST);
        rules.paths().forEach(row -> turning(days, row.from(), row.to()));
        rules.limits().forEach(row -> turning(days, row.from(), row.to()));
        return days.descendingSet();
    }

    private static void turning(TreeSet<LocalDate> days, LocalDate from, Optional<LocalDate> to) {
        days.add(from);
        to.ifPresent(last -> days.add(last.plusDays(1)));
    }
}
