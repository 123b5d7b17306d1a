package org.mingzhang.query.trail;

import java.util.List;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;

/** The trail as a file. */
final class TrailGrid {
    static final Grid<TrailEntry> GRID = new Grid<>(
            "trail.title",
            List.of(
                    GridColumn.count("trail.position", TrailEntry::position),
                    GridColumn.code("trail.at", TrailEntry::at),
                    GridColumn.day("trail.effective", TrailEntry::effective),
                    GridColumn.code("trail.kind", TrailEntry::kindName),
                    GridColumn.words("trail.became", entry -> entry.refused() ? "trail.refused" : "trail.accepted"),
                    GridColumn.code("trail.about", TrailEntry::about),
                    GridColumn.code("trail.who", entry -> entry.who().name()),
                    GridColumn.code("trail.login", entry -> entry.who().login()),
                    GridColumn.code("trail.role", entry -> entry.who().roleName()),
                    GridColumn.code("trail.for", TrailGrid::principal),
                    GridColumn.code("trail.where", TrailGrid::where),
                    GridColumn.text("trail.sentence", TrailEntry::sentence),
                    GridColumn.text("trail.documents", TrailEntry::documentNumbers),
                    GridColumn.text("trail.reason", TrailEntry::reason),
                    GridColumn.text("trail.before", TrailEntry::before),
                    GridColumn.text("trail.after", TrailEntry::after),
                    GridColumn.text("trail.difference", TrailEntry::difference),
                    GridColumn.code("trail.command-name", TrailEntry::commandName),
                    GridColumn.code("trail.command-class", TrailEntry::command),
                    GridColumn.code("trail.event", entry -> entry.eventId().toString()),
                    GridColumn.code("trail.link", entry -> "/ledger/trail/" + entry.position())));

    private TrailGrid() {}

    private static String principal(TrailEntry entry) {
        String login = entry.who().forLogin();
        return login.isEmpty() ? "" : entry.who().forName() + " (" + login + ")";
    }

    private static String where(TrailEntry entry) {
        return (entry.channel() + " " + entry.address()).strip();
    }
}
