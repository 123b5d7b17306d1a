package org.mingzhang.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.security.MatrixScene.Right;
import org.mingzhang.application.security.MatrixScene.Subject;
import org.mingzhang.application.security.RouteLine.About;
import org.springframework.http.HttpMethod;

/**
 * Every address of the running application, really asked for by the public and by people of every role with rights of
 * their own department, of another one, of other years, of one unit and of another; {@code routes.tsv} says who may.
 */
class RouteMatrixTest {
    private static final int AT_ONCE = 3;

    @TempDir
    static Path data;

    private static MatrixScene scene;

    @BeforeAll
    static void start() {
        scene = new MatrixScene(data);
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void every_route_has_a_line_and_every_line_a_route() {
        List<RouteLine> lines = RouteLine.all();
        Set<String> routes = LiveRoutes.of(scene.application().context());
        assertThat(without(routes, lines)).as("add a line to routes.tsv for").isEmpty();
        assertThat(lines).extracting(RouteLine::route).doesNotHaveDuplicates().isSubsetOf(routes);
    }

    @Test
    void a_route_without_a_line_is_found() {
        Set<String> routes = new TreeSet<>(LiveRoutes.of(scene.application().context()));
        routes.add("GET /guilty/{id}");
        assertThat(without(routes, RouteLine.all())).containsExactly("GET /guilty/{id}");
    }

    @Test
    void every_route_has_a_rule_of_its_own() {
        assertThat(RouteLine.all())
                .filteredOn(line -> line.audience() != Audience.NOBODY)
                .allSatisfy(line -> assertThat(AccessRules.who(
                                HttpMethod.valueOf(line.method()),
                                address(line, scene.subjects().getFirst(), MatrixScene.IN_WORK)
                                        .replaceFirst("\\?.*", "")))
                        .as("an access rule for %s", line.route())
                        .isPresent());
    }

    /** Whoever signs out comes last. */
    @Test
    void everybody_gets_what_is_for_them_and_nothing_else() throws Exception {
        List<RouteLine> lines = RouteLine.all().stream()
                .sorted(Comparator.comparing(line -> line.pattern().equals("/sign-out")))
                .toList();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger checked = new AtomicInteger();
        try (ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = scene.subjects().stream()
                    .<Future<?>>map(
                            subject -> crowd.submit(() -> lines.forEach(line -> check(line, subject, wrong, checked))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        System.out.printf(
                "matrix of rights: %d routes, %d people, %d combinations%n",
                lines.size(), scene.subjects().size(), checked.get());
        assertThat(wrong).isEmpty();
        assertThat(checked.get()).isGreaterThan(lines.size() * 15);
    }

    private static void check(RouteLine line, Subject subject, Collection<String> wrong, AtomicInteger checked) {
        List<String> budgets = line.about() == About.DISCLOSED
                ? List.of(MatrixScene.RELEASED, MatrixScene.IN_WORK)
                : List.of(MatrixScene.IN_WORK);
        if (asksNothingNew(line, subject)) {
            return;
        }
        for (String budget : budgets) {
            boolean allowed = allowed(line, subject, budget);
            String address = address(line, subject, budget);
            Caller.Answer answer = subject.caller().send(line.method(), address, with(line));
            checked.incrementAndGet();
            unprotected(answer, subject).ifPresent(header -> wrong.add(line.route() + " without " + header));
            boolean absent = line.about() == About.ABSENT && answer.status() == 404;
            boolean right = allowed ? absent || !answer.denied() : answer.denied();
            if (!right || answer.status() >= 500) {
                wrong.add("%s %s, for %s: %d %s, but %s"
                        .formatted(
                                line.method(),
                                address,
                                subject,
                                answer.status(),
                                answer.target(),
                                allowed ? "it is theirs" : "it is not theirs"));
            }
        }
    }

    /** The first header that a browser should be told with every answer, and was not; errors and downloads included. */
    private static Optional<String> unprotected(Caller.Answer answer, Subject subject) {
        Map<String, String> demanded = new LinkedHashMap<>(Map.of(
                "Content-Security-Policy",
                "default-src 'self'",
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                "Referrer-Policy",
                "same-origin",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cross-Origin-Resource-Policy",
                "same-origin"));
        if (subject.role().isPresent()) {
            demanded.put("Cache-Control", "no-store");
        }
        return demanded.entrySet().stream()
                .filter(header -> answer.headers()
                        .firstValue(header.getKey())
                        .filter(value -> value.contains(header.getValue()) && !value.contains("unsafe"))
                        .isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What belongs to nobody is the same for everybody in a role; commands of one unit are asked with content. */
    private static boolean asksNothingNew(RouteLine line, Subject subject) {
        return switch (line.about()) {
            case ALL, ABSENT -> !Set.of(Right.NONE, Right.ITS_DEPARTMENT).contains(subject.right());
            case COMMAND -> Set.of(Right.ITS_UNIT, Right.OTHER_UNIT).contains(subject.right());
            case BUDGET, DEPARTMENT, UNIT, DISCLOSED -> false;
        };
    }

    private static Map<String, String> with(RouteLine line) {
        if (line.pattern().contains("/import")) {
            return line.method().equals("POST") ? Map.of("file", "") : Map.of();
        }
        return line.pattern().startsWith("/api/") && !line.method().equals("GET") ? Map.of("body", "{}") : Map.of();
    }

    private static boolean allowed(RouteLine line, Subject subject, String budget) {
        boolean released = line.about() == About.DISCLOSED && budget.equals(MatrixScene.RELEASED);
        if (released || line.about() == About.ALL || line.about() == About.ABSENT) {
            return line.audience().admits(subject.role());
        }
        Set<Right> rights = switch (line.about()) {
            case BUDGET -> Set.of(Right.ITS_DEPARTMENT, Right.ITS_UNIT, Right.OTHER_UNIT);
            case UNIT -> Set.of(Right.ITS_DEPARTMENT, Right.ITS_UNIT);
            case DEPARTMENT, COMMAND, DISCLOSED -> Set.of(Right.ITS_DEPARTMENT);
            case ALL, ABSENT -> throw new IllegalStateException("handled before");
        };
        boolean reads = line.about() != About.DISCLOSED || Audience.READERS.admits(subject.role());
        return line.audience().admits(subject.role()) && reads && rights.contains(subject.right());
    }

    private static String address(RouteLine line, Subject subject, String budget) {
        String example = line.example();
        String path = example.startsWith("/") ? example : line.pattern() + example;
        String asked = path.replace("{id}", budget)
                .replaceAll("\\{(number|position|generation)[^/]*}+", "1")
                .replaceAll("\\{kind:functional[^}]*}", "functional")
                .replace("{topic}", "duties")
                .replace("/{*line}", "/53")
                .replaceAll(
                        "\\{(code|project)}",
                        line.pattern().contains("units") ? MatrixScene.UNIT : "41120025000000045201")
                .replace("/**", "/nothing");
        return asked.contains("{draft}")
                ? asked.replace("{draft}", draft(subject, budget))
                : asked.replaceAll("\\{[^/]*}", "unknown");
    }

    private static String draft(Subject subject, String budget) {
        return scene.draft(subject, budget);
    }

    private static Set<String> without(Collection<String> routes, List<RouteLine> lines) {
        Set<String> known = lines.stream().map(RouteLine::route).collect(Collectors.toSet());
        return routes.stream().filter(route -> !known.contains(route)).collect(Collectors.toCollection(TreeSet::new));
    }
}
