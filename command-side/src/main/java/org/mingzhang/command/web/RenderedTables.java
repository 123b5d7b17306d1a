package org.mingzhang.command.web;

import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.BudgetId;

/**
 * What would be published, rendered by the reading side; the application connects the two.
 *
 * <p>Publishing takes versions, empty tables and digest from here and not from the request, so that nobody can publish
 * a digest of something else.
 */
public interface RenderedTables {
    /**
     * All tables of the budget as they stand at a position of the log, each empty one with the reason given for it.
     *
     * <p>The digest is that of what will be shown after publication with these reasons; an empty table without one keeps
     * its template's, and a reason for a table that has data is left out.
     *
     * <p>Refuses a position that is not in the log, or at which the budget was not yet open, with an {@link
     * org.mingzhang.kernel.value.InvalidValueException} of the rule {@code request.position-unknown}.
     */
    Rendered at(BudgetId budget, long position, Map<Integer, String> emptyTableNotes);

    /**
     * The outcome of rendering.
     *
     * @param templateVersions version of each table's template, by table number
     * @param emptyTables numbers of the tables without data
     * @param digest SHA-256 of the canonical JSON of all tables, lower-case hex
     */
    record Rendered(Map<Integer, String> templateVersions, Set<Integer> emptyTables, String digest) {}
}
