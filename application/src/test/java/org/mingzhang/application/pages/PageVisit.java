package org.mingzhang.application.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * One line of {@code pages.tsv}: who looks at a page in a browser.
 *
 * @param pattern as {@code routes.tsv} has it
 * @param login of the demo; {@code -} for somebody who is not signed in, {@code journey} or {@code none} where it takes more
 * @param address where to go; the journey that looks at it, or why nobody does
 */
public record PageVisit(String pattern, String login, String address) {
    private static final String TABLE = "pages.tsv";
    private static final int CELLS = 3;

    public static List<PageVisit> all() {
        try (InputStream table = Objects.requireNonNull(PageVisit.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(PageVisit::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PageVisit read(String line) {
        String[] cells = line.split("\t");
        if (cells.length != CELLS || cells[2].isBlank()) {
            throw new IllegalStateException("pattern, login and address: " + line);
        }
        return new PageVisit(cells[0], cells[1], cells[2]);
    }

    /** Whether an address is all that it takes. */
    public boolean isDirect() {
        return !isOfJourney() && !login.equals("none");
    }

    /** Whether the journey that {@link #address} names looks at it. */
    public boolean isOfJourney() {
        return login.equals("journey");
    }

    public boolean isPublic() {
        return login.equals("-");
    }
}
