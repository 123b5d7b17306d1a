package org.mingzhang.command.budget;

import java.util.regex.Pattern;

/** A table without data is published empty with a note that says why; one with data has no such note (disclosure-rules.md §1.7). */
final class PublishedTables {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private PublishedTables() {}

    static void check(Findings findings, DisclosureCommand.PublishDisclosure command) {
        findings.require(!command.templateVersions().isEmpty(), "", Refusal.NoTables::new);
        findings.require(
                SHA_256.matcher(command.digest()).matches(), "digest", () -> new Refusal.DigestUnfit(command.digest()));
        for (int table : command.emptyTables()) {
            findings.require(
                    command.templateVersions().containsKey(table),
                    "emptyTables",
                    () -> new Refusal.TableUnknown(table));
            findings.require(
                    !command.emptyTableNotes().getOrDefault(table, "").isBlank(),
                    note(table),
                    () -> new Refusal.EmptyTableWithoutNote(table));
        }
        command.emptyTableNotes().forEach((table, note) -> {
            findings.require(
                    command.emptyTables().contains(table), note(table), () -> new Refusal.NoteForFullTable(table));
            TextRules.optional(findings, note(table), note);
        });
    }

    private static String note(int table) {
        return "emptyTableNotes[" + table + "]";
    }
}
