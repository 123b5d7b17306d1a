package org.mingzhang.application.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mingzhang.kernel.value.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which address is open to whom; the first rule that fits decides, and without one the answer is no.
 *
 * <p>A new address needs a line in {@code routes.tsv} of the tests as well, where it is really asked for in every role.
 */
final class AccessRules {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> ANY = Set.of();

    private static final List<Rule> RULES = List.of(
            rule(Who.READERS, READING, "/budgets/*/tables/*/replayed", "/api/budgets/*/tables/*/replayed"),
            rule(Who.READERS, ANY, "/budgets/*/counterfactual/**", "/api/budgets/*/counterfactual"),
            rule(Who.AUDITORS, READING, "/api/budgets/*/tables/*/cells/*/*/proof.zip"),
            rule(Who.EVERYBODY, READING, "/", "/budgets/**", "/glossary", "/codes/**", "/favicon.ico"),
            rule(Who.EVERYBODY, READING, "/comparison", "/comparison/**", "/api/comparison/**", "/api/codes/**"),
            rule(Who.EVERYBODY, READING, "/search", "/api/search", "/api-reference"),
            rule(Who.EVERYBODY, READING, "/assets/**", "/webjars/**", "/v3/api-docs", "/v3/api-docs/**"),
            rule(Who.EVERYBODY, READING, "/v3/api-docs.yaml", "/actuator/health", "/actuator/health/**"),
            rule(Who.EVERYBODY, READING, "/api/budgets", "/api/budgets/**"),
            rule(Who.EVERYBODY, READING, "/api/ledger/checkpoint", "/api/ledger/key", "/api/ledger/proofs/growth"),
            rule(Who.ADMINISTRATORS, ANY, "/ledger/key", "/api/ledger/key", "/ledger/backup", "/api/ledger/backup"),
            rule(Who.AUDITORS, READING, "/ledger/submissions"),
            rule(Who.AUDITORS, ANY, "/ledger/controls", "/api/ledger/controls"),
            rule(Who.AUDITORS, ANY, "/ledger/workbench", "/ledger/workbench/**", "/api/ledger/workbench/**"),
            rule(Who.AUDITORS, READING, "/ledger/trail", "/ledger/trail/*"),
            rule(Who.AUDITORS, READING, "/api/ledger/trail", "/api/ledger/trail/*"),
            rule(Who.EVERYBODY, ANY, "/ledger"),
            rule(Who.EVERYBODY, ANY, "/sign-in", "/setup/*", "/password/*"),
            rule(Who.NOBODY, ANY, "/error"),
            rule(Who.OVERSEERS, READING, "/users", "/users/*", "/administration"),
            rule(Who.ADMINISTRATORS, ANY, "/users", "/users/*/name"),
            rule(Who.SECURITY, ANY, "/users/*/rights", "/users/*/unlock"),
            rule(Who.KEEPERS, ANY, "/users/*/lock", "/users/*/sessions/end", "/users/*/password-link"),
            rule(Who.ADMINISTRATORS, READING, "/actuator/prometheus"),
            rule(Who.AUDITORS, READING, "/projections", "/api/projections"),
            rule(Who.ADMINISTRATORS, ANY, "/projections", "/projections/**", "/api/projections", "/api/projections/**"),
            rule(Who.SIGNED_IN, ANY, "/workbench", "/account", "/account/**", "/sign-out"),
            rule(Who.READERS, READING, "/policy", "/api/policy/**", "/crosswalk", "/api/crosswalk/**"),
            rule(Who.BUREAU, ANY, "/policy/**", "/api/policy/**", "/crosswalk/**", "/api/crosswalk/**"),
            rule(
                    Who.READERS,
                    READING,
                    "/prepare",
                    "/prepare/**",
                    "/execute/**",
                    "/approvals",
                    "/approvals/**",
                    "/units",
                    "/funds",
                    "/funds/**"),
            rule(Who.READERS, READING, "/publish", "/publish/**", "/api/**"),
            rule(
                    Who.WORKERS,
                    ANY,
                    "/prepare",
                    "/prepare/**",
                    "/execute/**",
                    "/approvals",
                    "/approvals/**",
                    "/funds",
                    "/funds/**"),
            rule(Who.WORKERS, ANY, "/publish", "/publish/**", "/api/**"));

    private AccessRules() {}

    /** Whom an address is open to, by the role they act in. */
    enum Who {
        /** Shown by the server itself, never asked for. */
        NOBODY(role -> false),
        /** Also to those who have not signed in. */
        EVERYBODY(role -> true),
        SIGNED_IN(role -> true),
        /** Whoever sees budgets that are not public yet; which of them, their scope and years say. */
        READERS(Role::readsBudgets),
        /** Whoever ever changes a budget; which change, the decider says. */
        WORKERS(Role::changesBudgets),
        /** Whoever proposes other rules or puts them in force; for which division, their scope says. */
        BUREAU(role -> role == Role.BUDGET_OFFICE || role == Role.SECTOR_DESK),
        /** And administrators of the system. */
        AUDITORS(role -> role == Role.AUDITOR || role == Role.ADMINISTRATOR),
        ADMINISTRATORS(role -> role == Role.ADMINISTRATOR),
        SECURITY(role -> role == Role.SECURITY_ADMINISTRATOR),
        /** Administrators of the system and of its security. */
        KEEPERS(role -> role == Role.ADMINISTRATOR || role == Role.SECURITY_ADMINISTRATOR),
        /** They and the auditors, who see what was done. */
        OVERSEERS(role -> role.standsApart());

        private final Predicate<Role> roles;

        Who(Predicate<Role> roles) {
            this.roles = roles;
        }

        /** @param role empty for those who have not signed in */
        boolean admits(Optional<Role> role) {
            return this == EVERYBODY || role.filter(roles).isPresent();
        }
    }

    /** The rule for a request; empty when there is none. */
    static Optional<Who> who(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return RULES.stream()
                .filter(rule -> rule.fits(method, parsed))
                .map(Rule::who)
                .findFirst();
    }

    /** Whether there is anything at that address as far as people can tell. */
    static boolean exists(HttpServletRequest request) {
        return who(HttpMethod.valueOf(request.getMethod()), request.getRequestURI())
                .filter(who -> who != Who.NOBODY)
                .isPresent();
    }

    private static Rule rule(Who who, Set<HttpMethod> methods, String... patterns) {
        return new Rule(
                who,
                methods,
                List.of(patterns).stream()
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList());
    }

    private record Rule(Who who, Set<HttpMethod> methods, List<PathPattern> patterns) {
        boolean fits(HttpMethod method, PathContainer path) {
            return (methods.isEmpty() || methods.contains(method))
                    && patterns.stream().anyMatch(pattern -> pattern.matches(path));
        }
    }
}
