package org.mingzhang.query.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.Table;

/** The fingerprint of a disclosure: what was published can be told from anything else, whatever format it is read in. */
public final class TablesDigest {
    private TablesDigest() {}

    /** SHA-256 over the canonical JSON (RFC 8785) of the tables in the order given, lower-case hex. */
    public static String of(BudgetId budget, List<Table> tables) {
        String json = canonical(budget, tables);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What is hashed, in UTF-8: exact fen, no unit of money, no position, so that equal tables have equal digests. */
    public static String canonical(BudgetId budget, List<Table> tables) {
        return CanonicalJson.write(Map.of(
                "format",
                1,
                "budget",
                budget.toString(),
                "tables",
                tables.stream().map(TablesDigest::table).toList()));
    }

    private static Map<String, Object> table(Table table) {
        return Map.of(
                "number", table.number(),
                "version", table.version(),
                "title", table.title(),
                "scope", table.scope().key(),
                "scopeLine", table.scopeLine(),
                "basis", table.basis().key(),
                "columns", table.columns().stream().map(Table.Column::path).toList(),
                "rows", table.rows().stream().map(TablesDigest::row).toList(),
                "notes", table.notes());
    }

    private static Map<String, Object> row(Table.Row row) {
        return Map.of(
                "key", row.key(),
                "kind", row.kind().name(),
                "cells", row.cells().stream().map(TablesDigest::cell).toList());
    }

    private static Map<String, Object> cell(Table.Cell cell) {
        return switch (cell) {
            case Table.Cell.Text text ->
                Map.of("text", text.text(), "colspan", text.colspan(), "rowspan", text.rowspan());
            case Table.Cell.Money money -> Map.of("fen", money.amount().fen());
            case Table.Cell.Covered ignored -> Map.of();
        };
    }
}
