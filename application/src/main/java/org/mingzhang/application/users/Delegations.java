package org.mingzhang.application.users;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.value.Role;
import org.springframework.stereotype.Service;

/**
 * Who acts for whom, and until when.
 *
 * <p>What was delegated is looked at anew in each request: out of its days, withdrawn, or when the principal has lost the
 * role, it gives nothing. Nobody delegates what they have by delegation.
 */
@Service
public class Delegations {
    /** A year's leave; longer is a matter of roles. */
    static final int LONGEST_DAYS = 366;

    private static final int LONGEST_REASON = 200;
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");

    private final DelegationTable delegations;
    private final Accounts accounts;
    private final AdministrationRecord record;
    private final OneAtATime changes;
    private final Clock clock;

    Delegations(
            DelegationTable delegations,
            Accounts accounts,
            AdministrationRecord record,
            OneAtATime changes,
            Clock clock) {
        this.delegations = delegations;
        this.accounts = accounts;
        this.record = record;
        this.changes = changes;
        this.clock = clock;
    }

    /** What they may do for others today. */
    public List<Mandate> mandates(String delegate) {
        return delegations.findByDelegateOrderByGivenAtDesc(delegate).stream()
                .flatMap(delegation -> mandate(delegation).stream())
                .toList();
    }

    /** The mandate when it is theirs and holds today. */
    public Optional<Mandate> mandate(UUID id, String delegate) {
        return delegations
                .findById(id)
                .filter(delegation -> delegation.delegate().equals(delegate))
                .flatMap(this::mandate);
    }

    private Optional<Mandate> mandate(Delegation delegation) {
        if (!delegation.holds(today())) {
            return Optional.empty();
        }
        return accounts.findByLogin(delegation.principal())
                .filter(principal -> principal.enabled() && principal.roles().contains(delegation.role()))
                .filter(principal -> accounts.findByLogin(delegation.delegate())
                        .filter(delegate -> fits(principal, delegate))
                        .isPresent())
                .map(principal -> new Mandate(
                        delegation.id(),
                        delegation.delegate(),
                        principal.login(),
                        principal.displayName(),
                        delegation.role(),
                        principal.scope(),
                        principal.years()));
    }

    List<Delegation> given(String login) {
        return delegations.findByPrincipalOrderByGivenAtDesc(login);
    }

    List<Delegation> received(String login) {
        return delegations.findByDelegateOrderByGivenAtDesc(login);
    }

    /** The roles that they may let somebody act in. */
    static List<Role> delegable(Account account) {
        return account.roles().stream().filter(role -> !role.standsApart()).toList();
    }

    /** The people whom they may let act for them. */
    List<Account> fitting(Account principal) {
        return accounts.findAllByOrderByLogin().stream()
                .filter(other -> fits(principal, other))
                .toList();
    }

    /** Of the same department or bureau, so that nobody gets to another one's budgets, and none who stand apart. */
    static boolean fits(Account principal, Account other) {
        return other.enabled()
                && !other.login().equals(principal.login())
                && !other.roles().isEmpty()
                && other.roles().stream().noneMatch(Role::standsApart)
                && department(other.scope()).equals(department(principal.scope()));
    }

    /** What is wrong, by field, as keys of words; empty when nothing is. */
    Map<String, String> problems(Account principal, AskedDelegation asked) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<Account> delegate = accounts.findByLogin(asked.delegate());
        if (delegate.filter(other -> fits(principal, other)).isEmpty()) {
            problems.put("delegate", "delegation.wrong.delegate");
        }
        if (isGiven(principal.login(), asked)) {
            problems.put("delegate", "delegation.wrong.twice");
        }
        if (!delegable(principal).contains(asked.role())) {
            problems.put("role", "delegation.wrong.role");
        }
        if (asked.lastDay().isBefore(asked.firstDay()) || asked.lastDay().isBefore(today())) {
            problems.put("lastDay", "delegation.wrong.days");
        } else if (asked.firstDay().plusDays(LONGEST_DAYS).isBefore(asked.lastDay())) {
            problems.put("lastDay", "delegation.wrong.long");
        }
        if (asked.reason().isBlank() || asked.reason().length() > LONGEST_REASON) {
            problems.put("reason", "delegation.wrong.reason");
        }
        return problems;
    }

    /** Whether the same person may act in the same role on some of these days already: two would have to be ended twice. */
    private boolean isGiven(String principal, AskedDelegation asked) {
        return delegations.findByPrincipalOrderByGivenAtDesc(principal).stream()
                .filter(one -> !one.ended())
                .filter(one -> one.delegate().equals(asked.delegate()) && one.role() == asked.role())
                .anyMatch(one -> !one.lastDay().isBefore(asked.firstDay())
                        && !one.firstDay().isAfter(asked.lastDay()));
    }

    /** Once, however often it is clicked. */
    void give(By by, AskedDelegation asked) {
        Delegation delegation = new Delegation(by.login(), asked, clock.instant());
        changes.run(() -> {
            if (isGiven(by.login(), asked)) {
                return;
            }
            delegations.save(delegation);
            record.write(
                    by.actor(),
                    new AdministrationEvent.DelegationGiven(
                            by.login(),
                            delegation.id().toString(),
                            asked.delegate(),
                            asked.role(),
                            asked.firstDay(),
                            asked.lastDay(),
                            asked.reason(),
                            by.origin()));
        });
    }

    /** By the one who gave it, or by the one who has it; nothing when it is neither's or over. */
    void end(By by, UUID id) {
        changes.run(() -> delegations
                .findById(id)
                .filter(found ->
                        found.principal().equals(by.login()) || found.delegate().equals(by.login()))
                .filter(found -> !found.ended())
                .ifPresent(found -> end(by, found)));
    }

    private void end(By by, Delegation delegation) {
        delegation.end(clock.instant());
        delegations.save(delegation);
        record.write(
                by.actor(),
                new AdministrationEvent.DelegationEnded(
                        delegation.principal(),
                        delegation.id().toString(),
                        delegation.delegate(),
                        delegation.role(),
                        by.origin()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS);
    }

    private static String department(String scope) {
        return scope.replaceFirst("/.*", "");
    }
}
