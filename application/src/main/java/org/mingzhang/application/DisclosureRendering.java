package org.mingzhang.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.export.TablesDigest;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.stereotype.Component;

/** Tells the command side what a disclosure would say, as the reading side renders it. */
@Component
class DisclosureRendering implements RenderedTables {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final DisclosureTables tables;
    private final FactFeed feed;

    DisclosureRendering(DisclosureTables tables, FactFeed feed) {
        this.tables = tables;
        this.feed = feed;
    }

    @Override
    public Rendered at(BudgetId budget, long position, Map<Integer, String> emptyTableNotes) {
        List<Table> filled =
                feed.await(position, LONGEST) ? tables.asPublished(budget, position, emptyTableNotes) : List.of();
        if (filled.isEmpty()) {
            throw new InvalidValueException("request.position-unknown", Long.toString(position));
        }
        Set<Integer> empty =
                filled.stream().filter(Table::empty).map(Table::number).collect(Collectors.toSet());
        return new Rendered(
                filled.stream().collect(Collectors.toMap(Table::number, Table::version)),
                empty,
                TablesDigest.of(budget, filled));
    }
}
