package org.mingzhang.application.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One line of {@code routes.tsv}.
 *
 * @param method of HTTP
 * @param pattern as the handler declares it
 * @param audience the roles to whom it is open
 * @param about what it is about, and so whose it is
 * @param example an address to ask for; the pattern with usual values where it says nothing
 */
record RouteLine(String method, String pattern, Audience audience, About about, String example) {
    private static final String TABLE = "routes.tsv";

    static List<RouteLine> all() {
        try (InputStream table = Objects.requireNonNull(RouteLine.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RouteLine::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RouteLine read(String line) {
        String[] cells = line.split("\t");
        if (cells.length < 4 || cells.length > 5) {
            throw new IllegalStateException("method, pattern, audience, about and perhaps an example: " + line);
        }
        return new RouteLine(
                cells[0],
                cells[1],
                Audience.of(cells[2]),
                About.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                cells.length == 5 ? cells[4] : "");
    }

    String route() {
        return method + " " + pattern;
    }

    /** What an address is about. */
    enum About {
        /** Nothing that belongs to anybody. */
        ALL,
        /** A budget in work ({@code id}): for whoever's scope and years it is within. */
        BUDGET,
        /** The same, but the department's as a whole: not for people of one of its units. */
        DEPARTMENT,
        /** The same, but what the example names belongs to unit 103005 ({@link MatrixScene#UNIT}): not for other units. */
        UNIT,
        /**
         * A command about a budget: of those of one unit it depends on its content whether it is theirs, which {@link
         * OtherUnitTest} asks with real ones.
         */
        COMMAND,
        /** A budget as the public reads it: a release for everybody, one in work as {@link #DEPARTMENT}. */
        DISCLOSED,
        /** Something that is not there in the test, so that to hear so is a right answer. */
        ABSENT
    }
}
