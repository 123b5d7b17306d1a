package org.mingzhang.application.security;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.command.web.CurrentActor;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who is behind a request, for reading and for acting.
 *
 * <p>A person with several roles acts in one of them: the one chosen for the session, or named in the header {@code
 * Mingzhang-Role} of an API request, or else the first.
 */
@Component
class SessionVisitor implements CurrentVisitor, CurrentActor {
    private static final String CHOSEN = SessionVisitor.class.getName() + ".role";
    private static final String HEADER = "Mingzhang-Role";

    @Override
    public Optional<Visitor> visitor() {
        return signedIn()
                .map(person -> new Visitor(
                        person.getUsername(),
                        person.displayName(),
                        role(person.roles()),
                        person.roles(),
                        person.scope(),
                        person.years(),
                        Optional.empty()));
    }

    @Override
    public Actor actor() {
        Visitor visitor = visitor().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
        return Actor.of(visitor.login(), visitor.displayName(), visitor.role());
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

    /** The person of the security context; empty for the public and outside requests. */
    static Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** Acts in that role from now on, when it is one of theirs. */
    void choose(Role role) {
        signedIn()
                .filter(person -> person.roles().contains(role))
                .ifPresent(person -> request()
                        .ifPresent(request -> request.setAttribute(CHOSEN, role, RequestAttributes.SCOPE_SESSION)));
    }

    private static Role role(List<Role> roles) {
        Optional<String> chosen = request().flatMap(SessionVisitor::chosen);
        return roles.stream()
                .filter(role -> chosen.filter(role.name()::equals).isPresent())
                .findFirst()
                .orElse(roles.getFirst());
    }

    private static Optional<String> chosen(ServletRequestAttributes request) {
        return Optional.ofNullable(request.getRequest().getHeader(HEADER))
                .or(() -> Optional.ofNullable(request.getAttribute(CHOSEN, RequestAttributes.SCOPE_SESSION))
                        .map(Object::toString));
    }

    private static Optional<ServletRequestAttributes> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? Optional.of(request)
                : Optional.empty();
    }
}
