package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.facts.Facts;

/**
 * An adjustment with everything that happened to it.
 *
 * @param steps oldest first, at least its submission
 * @param takenUpBy the document that takes it up again after it was returned
 * @param reversedBy the document that takes it back, on its way or in effect
 * @param reversed whether that one is in effect
 * @param attachments in the order in which they came
 * @param counterpart the document of another budget that it moves too; empty when it moves its own alone
 */
public record AdjustmentDocument(
        Facts.AdjustmentFact fact,
        List<Facts.AdjustmentStep> steps,
        Optional<Integer> takenUpBy,
        Optional<Integer> reversedBy,
        boolean reversed,
        List<Facts.AttachmentFact> attachments,
        Optional<Facts.Counterpart> counterpart) {
    private static final Set<Role> DEPARTMENT = Set.of(Role.DEPARTMENT_FINANCE, Role.DEPARTMENT_HEAD);
    private static final Set<Role> FINANCE = Set.of(Role.BUDGET_OFFICE, Role.SECTOR_DESK);
    private static final Set<Role> OFFICE = Set.of(Role.BUDGET_OFFICE);
    private static final Set<Role> GOVERNMENT = Set.of(Role.BUDGET_OFFICE, Role.GOVERNMENT);
    private static final Set<String> ENDS = Set.of("returned", "withdrawn", "rejected", "effective");

    public AdjustmentDocument {
        steps = List.copyOf(steps);
        attachments = List.copyOf(attachments);
    }

    public int number() {
        return fact.number();
    }

    /** {@code in-review} until it ends; then how it did. */
    public String status() {
        return status(steps);
    }

    /** The same of what happened to a document by some instant. */
    public static String status(List<Facts.AdjustmentStep> steps) {
        String last = steps.getLast().step();
        return ENDS.contains(last) ? last : "in-review";
    }

    public boolean inReview() {
        return status().equals("in-review");
    }

    /** Key of the words that name the document that takes it back. */
    public String reversal() {
        return reversed ? "adjust.reversed-by" : "adjust.reversing-by";
    }

    /** The station that comes next; empty when all are passed. */
    public Optional<AdjustmentStation> next() {
        long passed = steps.stream().filter(step -> step.station().isPresent()).count();
        return fact.stations().stream().skip(passed).findFirst();
    }

    /** The stations with whether each is passed, for the path that a page shows. */
    public boolean passed(AdjustmentStation station) {
        return steps.stream()
                .anyMatch(step -> step.station().filter(station::equals).isPresent());
    }

    /** Whether somebody in that role may decide on it now, or at least send it back. */
    public boolean waitsFor(Role role) {
        return passedBy(role) || returnedInUnit(role);
    }

    /** Until the department has looked at it, whoever reviews for the unit may send it back, and no more. */
    private boolean returnedInUnit(Role role) {
        return role == Role.UNIT_REVIEWER
                && inReview()
                && !follows()
                && next().filter(AdjustmentStation.DEPARTMENT_REVIEW::equals).isPresent();
    }

    /** Whether somebody in that role may let it pass where it is now. */
    public boolean passedBy(Role role) {
        return inReview()
                && !follows()
                && next().map(AdjustmentDocument::at)
                        .orElseGet(this::registering)
                        .contains(role);
    }

    /** Whether it counts, and nothing takes it back yet; what takes something back is not taken back itself. */
    boolean canBeReversed() {
        return status().equals("effective")
                && reversedBy.isEmpty()
                && fact.request().reverses().isEmpty()
                && !follows();
    }

    /** Whether it follows the document of another budget, and is decided on there. */
    public boolean follows() {
        return counterpart.filter(other -> !other.leads()).isPresent();
    }

    /** Whether what is decided there is decided outside, so that a document has to be registered. */
    public boolean outside() {
        return next().filter(AdjustmentStation::isOutside).isPresent();
    }

    /** As it was asked for, or as soon after it as whoever decided outside allows. */
    LocalDate effectiveOn() {
        LocalDate asked = fact.request().effectiveOn();
        return steps.stream()
                .filter(step ->
                        step.station().filter(AdjustmentStation::isOutside).isPresent())
                .flatMap(step -> step.document().map(Basis::date).stream())
                .filter(asked::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(asked);
    }

    private Set<Role> registering() {
        return fact.stations().equals(List.of(AdjustmentStation.DEPARTMENT_REVIEW)) ? DEPARTMENT : OFFICE;
    }

    private static Set<Role> at(AdjustmentStation station) {
        return switch (station) {
            case DEPARTMENT_REVIEW -> DEPARTMENT;
            case FINANCE_REVIEW -> FINANCE;
            case GOVERNMENT_DECISION -> GOVERNMENT;
            case STANDING_COMMITTEE -> OFFICE;
        };
    }

    /** How much changes its place, or comes, or goes. */
    public Amount moved() {
        return moved(fact.request());
    }

    static Amount moved(AdjustmentRequest request) {
        Amount in = sum(request, false);
        Amount out = sum(request, true).negated();
        return in.exceeds(out) ? in : out;
    }

    private static Amount sum(AdjustmentRequest request, boolean giving) {
        return Amount.sum(request.entries().stream()
                .map(AdjustmentEntry::change)
                .filter(change -> change.isNegative() == giving)
                .toList());
    }

    public String movedYuan() {
        return AmountUnit.YUAN.print(moved());
    }

    public AdjustmentDirection direction() {
        return fact.request().direction();
    }

    /** Since when it lies where it lies. */
    public LocalDate since() {
        return steps.getLast().day();
    }

    public long waitingDays(LocalDate today) {
        return ChronoUnit.DAYS.between(since(), today);
    }
}
