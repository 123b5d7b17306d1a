package org.mingzhang.application.security;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.application.users.Delegations;
import org.mingzhang.application.users.Mandate;
import org.mingzhang.command.web.CurrentActor;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is behind a request, for reading and for acting.
 *
 * <p>A person with several roles acts in one of them: the one chosen for the session, or named in the header {@code
 * Mingzhang-Role} of an API request, or else the first. Whoever acts for somebody else has chosen a delegation for the
 * session, or names that person in {@code Mingzhang-On-Behalf-Of}; role, scope and years are then those of the principal.
 */
@Component
class SessionVisitor implements CurrentVisitor, CurrentActor {
    private final Delegations delegations;

    SessionVisitor(Delegations delegations) {
        this.delegations = delegations;
    }

    @Override
    public Optional<Visitor> visitor() {
        return signedIn().map(person -> {
            Choice choice = Choice.ofThisRequest();
            return choice.carried()
                    .or(() -> mandate(person, choice).map(mandate -> acting(person, mandate)))
                    .orElseGet(() -> own(person, choice));
        });
    }

    @Override
    public Actor actor() {
        Visitor visitor = visitor().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
        return new Actor(
                visitor.login(),
                visitor.displayName(),
                visitor.role(),
                visitor.actsFor().map(Visitor.Represented::login));
    }

    @Override
    public void admitted(BudgetId budget) {
        visitor().filter(visitor -> !visitor.covers(budget)).ifPresent(visitor -> {
            throw new AccessDeniedException("not their budget: " + budget);
        });
    }

    /** The rules are those of a whole division, and of the years to come. */
    @Override
    public void admitted(DivisionCode division, LocalDate today) {
        visitor().filter(visitor -> !amends(visitor, division, today)).ifPresent(visitor -> {
            throw new AccessDeniedException("not their division: " + division);
        });
    }

    private static boolean amends(Visitor visitor, DivisionCode division, LocalDate today) {
        boolean theirs = visitor.scope().isEmpty() || visitor.scope().equals(division.value());
        return theirs && visitor.years().include(new FiscalYear(today.getYear()));
    }

    @Override
    public Optional<UnitCode> unit() {
        return visitor().flatMap(Visitor::unit);
    }

    /** What is wrong with the role or the person that a program named; empty when they may act so. */
    Optional<AskedAmiss> misnamed() {
        return signedIn().flatMap(person -> {
            Choice choice = Choice.ofThisRequest();
            if (choice.principal().isPresent()) {
                return held(person, choice).isPresent()
                        ? Optional.empty()
                        : Optional.of(new AskedAmiss(
                                HttpStatus.FORBIDDEN,
                                "no-delegation",
                                choice.principal().get(),
                                choice.role().orElse("")));
            }
            return choice.role()
                    .filter(role -> person.roles().stream()
                            .noneMatch(held -> held.name().equals(role)))
                    .map(role -> new AskedAmiss(HttpStatus.FORBIDDEN, "role-not-held", role));
        });
    }

    /** The person of the security context; empty for the public and outside requests. */
    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Optional.empty() : of(authentication);
    }

    static Optional<SignedIn> of(Authentication authentication) {
        Object principal = authentication.getPrincipal();
        if (principal instanceof ProvidedPerson provided) {
            return Optional.of(provided.person());
        }
        return principal instanceof SignedIn person ? Optional.of(person) : Optional.empty();
    }

    /** Acts in that role of their own from now on, when it is one of theirs. */
    void choose(Role role) {
        signedIn().filter(person -> person.roles().contains(role)).ifPresent(person -> Choice.role(role));
    }

    /** Acts for somebody else from now on, when that holds today. */
    void choose(UUID delegation) {
        signedIn()
                .flatMap(person -> delegations.mandate(delegation, person.getUsername()))
                .ifPresent(mandate -> Choice.delegation(mandate.id()));
    }

    /** Whether the session acts for somebody for whom they may not act any more. */
    boolean actsWithoutMandate() {
        Optional<UUID> chosen = Choice.ofThisRequest().delegation();
        return chosen.isPresent()
                && signedIn()
                        .flatMap(person -> delegations.mandate(chosen.get(), person.getUsername()))
                        .isEmpty();
    }

    private Optional<Mandate> mandate(SignedIn person, Choice choice) {
        if (choice.principal().isPresent()) {
            return Optional.of(held(person, choice)
                    .orElseThrow(() -> new AccessDeniedException(
                            "no delegation by " + choice.principal().get())));
        }
        return choice.delegation().flatMap(delegation -> delegations.mandate(delegation, person.getUsername()));
    }

    private Optional<Mandate> held(SignedIn person, Choice choice) {
        return delegations.mandates(person.getUsername()).stream()
                .filter(mandate ->
                        choice.principal().filter(mandate.principal()::equals).isPresent())
                .filter(mandate -> choice.role().isEmpty()
                        || choice.role().get().equals(mandate.role().name()))
                .findFirst();
    }

    private static Visitor acting(SignedIn person, Mandate mandate) {
        return new Visitor(
                person.getUsername(),
                person.displayName(),
                mandate.role(),
                person.roles(),
                mandate.scope(),
                mandate.years(),
                Optional.of(new Visitor.Represented(mandate.principal(), mandate.principalName())));
    }

    private static Visitor own(SignedIn person, Choice choice) {
        List<Role> roles = person.roles();
        Role role = roles.stream()
                .filter(each -> choice.role().filter(each.name()::equals).isPresent())
                .findFirst()
                .orElseGet(roles::getFirst);
        return new Visitor(
                person.getUsername(),
                person.displayName(),
                role,
                roles,
                person.scope(),
                person.years(),
                Optional.empty());
    }
}
