package org.mingzhang.query.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.ledger.codec.KernelJson;

/** What a command that was refused said: it is kept as JSON, because it may say what no value of the kernel can. */
final class TriedContent {
    private static final ObjectMapper JSON = KernelJson.mapper();
    private static final Set<String> CODES =
            Set.of("line", "project", "code", "function", "deptEconomic", "govEconomic");
    private static final Set<String> AMOUNTS =
            Set.of("amount", "change", "carried", "paid", "refunded", "committed", "delta");
    private static final Set<String> DOCUMENTS = Set.of("documentNumber", "title", "requestNumber");

    /** An adjustment of the budget that the command names beside it: the one to be decided on. */
    private static final String NUMBER = "number";

    /** Those that a document takes up or takes back. */
    private static final Set<String> LINKED = Set.of("mends", "reverses");

    private final Contents contents;

    TriedContent(Contents contents) {
        this.contents = contents;
    }

    /** Blank where it was too long to be kept. */
    void add(String content) {
        if (content.isBlank()) {
            return;
        }
        try {
            node("", JSON.readTree(content));
        } catch (JsonProcessingException e) {
            contents.text(content);
        }
    }

    /** The number of the adjustment that a command was to decide on. */
    static Optional<Integer> adjustment(SubmissionEvent.CommandRefused refused) {
        try {
            JsonNode read = JSON.readTree(refused.content());
            // what is handed in with files stands within
            JsonNode tried = read.path("command").isObject() ? read.path("command") : read;
            return tried.path("budget").isTextual() && tried.path(NUMBER).isInt()
                    ? Optional.of(tried.path(NUMBER).intValue())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void node(String name, JsonNode node) {
        if (node.isTextual()) {
            text(name, node.textValue());
        } else if (node.isIntegralNumber() && AMOUNTS.contains(name)) {
            contents.amount(node.longValue());
        } else if (node.isIntegralNumber() && LINKED.contains(name)) {
            contents.adjustment(node.longValue());
        } else if (node.isArray()) {
            node.forEach(one -> node(name, one));
        } else if (node.isObject()) {
            if (node.path("budget").isTextual() && node.path(NUMBER).isIntegralNumber()) {
                contents.adjustment(node.path(NUMBER).longValue());
            }
            node.properties().forEach(part -> node(part.getKey(), part.getValue()));
        }
    }

    private void text(String name, String text) {
        if (name.equals("unit")) {
            contents.unit(text);
        } else if (CODES.contains(name)) {
            int[] above = name.equals("function") ? new int[] {3, 5} : new int[] {3};
            contents.codes(
                    TrailTexts.plain(text), name.endsWith("conomic") || name.equals("function") ? above : new int[0]);
        } else if (DOCUMENTS.contains(name)) {
            contents.document(text);
        } else {
            contents.text(text);
        }
    }
}
