package org.mingzhang.query.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.mingzhang.ledger.codec.KernelJson;

/** What a command that was refused said: it is kept as JSON, because it may say what no value of the kernel can. */
final class TriedContent {
    private static final ObjectMapper JSON = KernelJson.mapper();
    private static final Set<String> CODES =
            Set.of("line", "project", "code", "function", "deptEconomic", "govEconomic");
    private static final Set<String> AMOUNTS =
            Set.of("amount", "change", "carried", "paid", "refunded", "committed", "delta");
    private static final Set<String> DOCUMENTS = Set.of("documentNumber", "title", "requestNumber");

    private TriedContent() {}

    /** Blank where it was too long to be kept. */
    static void add(String content, Contents contents) {
        if (content.isBlank()) {
            return;
        }
        try {
            node("", JSON.readTree(content), contents);
        } catch (JsonProcessingException e) {
            contents.text(content);
        }
    }

    private static void node(String name, JsonNode node, Contents contents) {
        if (node.isTextual()) {
            text(name, node.textValue(), contents);
        } else if (node.isIntegralNumber() && AMOUNTS.contains(name)) {
            contents.amount(node.longValue());
        } else if (node.isArray()) {
            node.forEach(one -> node(name, one, contents));
        } else if (node.isObject()) {
            node.properties().forEach(part -> node(part.getKey(), part.getValue(), contents));
        }
    }

    private static void text(String name, String text, Contents contents) {
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
