package org.mingzhang.ledger.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mingzhang.kernel.event.EventName;

/** Versions of events that earlier releases wrote, and how each is read as the next. */
final class Earlier {
    private Earlier() {}

    static List<Upcast> versions() {
        return List.of(
                next("command-accepted", 1, Earlier::aboutItsBudget),
                next("command-refused", 1, Earlier::aboutItsBudget),
                next("adjustment-submitted", 1, Earlier::withoutMark),
                next("performance-monitored", 1, Earlier::nothingExpected));
    }

    private interface Change {
        JsonNode of(ObjectNode old);
    }

    private static Upcast next(String name, int version, Change change) {
        return new Upcast(
                new EventName(name, version), new EventName(name, version + 1), old -> change.of((ObjectNode) old));
    }

    /** Nobody could mark a document as a revision; those whose reason says so are read as they were written. */
    private static JsonNode withoutMark(ObjectNode old) {
        return old;
    }

    /** Nobody was asked what is expected of the whole year, and absent says so. */
    private static JsonNode nothingExpected(ObjectNode old) {
        return old;
    }

    /** Commands were about budgets only. */
    private static JsonNode aboutItsBudget(ObjectNode old) {
        ObjectNode next = old.objectNode();
        next.set("about", old.get("budget"));
        old.remove("budget");
        next.setAll(old);
        return next;
    }
}
