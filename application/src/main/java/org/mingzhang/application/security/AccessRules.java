package org.mingzhang.application.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which address is open to whom; the first rule that fits decides, and without one the answer is no. */
final class AccessRules {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> ANY = Set.of();

    private static final List<Rule> RULES = List.of(
            rule(Who.EVERYBODY, READING, "/", "/budgets/**", "/glossary", "/codes/**", "/favicon.ico"),
            rule(Who.EVERYBODY, READING, "/assets/**", "/webjars/**", "/v3/api-docs", "/v3/api-docs/**"),
            rule(Who.EVERYBODY, READING, "/v3/api-docs.yaml", "/actuator/health", "/actuator/health/**"),
            rule(Who.EVERYBODY, READING, "/api/budgets", "/api/budgets/**"),
            rule(Who.EVERYBODY, READING, "/api/ledger/checkpoint", "/api/ledger/key", "/api/ledger/proofs/growth"),
            rule(Who.ADMINISTRATORS, ANY, "/ledger/key", "/api/ledger/key"),
            rule(Who.EVERYBODY, ANY, "/ledger"),
            rule(Who.EVERYBODY, ANY, "/sign-in", "/setup/*"),
            rule(Who.NOBODY, ANY, "/error"),
            rule(Who.ADMINISTRATORS, ANY, "/users", "/users/**"),
            rule(Who.ADMINISTRATORS, READING, "/actuator/prometheus"),
            rule(Who.AUDITORS, READING, "/projections", "/api/projections"),
            rule(Who.ADMINISTRATORS, ANY, "/projections", "/projections/**", "/api/projections", "/api/projections/**"),
            rule(Who.SIGNED_IN, ANY, "/workbench", "/account", "/account/**", "/sign-out"),
            rule(Who.SIGNED_IN, ANY, "/prepare", "/prepare/**", "/execute/**", "/approvals"),
            rule(Who.SIGNED_IN, ANY, "/publish", "/publish/**", "/api/**"));

    private AccessRules() {}

    /** Whom an address is open to. */
    enum Who {
        /** Shown by the server itself, never asked for. */
        NOBODY,
        EVERYBODY,
        SIGNED_IN,
        /** And administrators. */
        AUDITORS,
        ADMINISTRATORS
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
