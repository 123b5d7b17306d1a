package org.mingzhang.ledger.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.BudgetId;

/** What can be read at all is read exactly: nothing is guessed, converted, dropped or made up. */
class ExactReadingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final EventCodec codec = new EventCodec();

    static Stream<LedgerEvent> samples() {
        return EventSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_changed_event_is_either_refused_or_is_another_event(LedgerEvent event) throws IOException {
        JsonNode sample = JSON.readTree(codec.payload(event));
        List<JsonNode> changed = new ArrayList<>();
        change(sample, changed);
        int refused = 0;
        for (JsonNode one : changed) {
            byte[] bytes = JSON.writeValueAsBytes(one);
            try {
                LedgerEvent read = codec.event(EventName.of(event), bytes, "s");
                assertThat(new String(codec.payload(read), StandardCharsets.UTF_8))
                        .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
            } catch (UnknownEventException e) {
                refused++;
            }
        }
        assertThat(refused).as("refused of " + changed.size()).isGreaterThan(sample.size());
    }

    /** Adds a copy of the whole for each change of a part; the part is put back afterwards. */
    private static void change(JsonNode root, List<JsonNode> changed) {
        change(root, root, changed);
    }

    private static void change(JsonNode root, JsonNode at, List<JsonNode> changed) {
        if (at instanceof ObjectNode object) {
            object.put("surplus", 1);
            changed.add(root.deepCopy());
            object.remove("surplus");
            for (String name : names(object)) {
                JsonNode value = object.get(name);
                for (JsonNode other : others(value)) {
                    object.set(name, other);
                    changed.add(root.deepCopy());
                }
                object.set(name, value);
                change(root, value, changed);
            }
            leftOut(root, object, changed);
        } else if (at instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                for (JsonNode other : others(value)) {
                    array.set(i, other);
                    changed.add(root.deepCopy());
                }
                array.set(i, value);
                change(root, value, changed);
            }
        }
    }

    /** Each property missing once; the order of the others stays. */
    private static void leftOut(JsonNode root, ObjectNode object, List<JsonNode> changed) {
        ObjectNode before = object.deepCopy();
        for (String name : names(before)) {
            object.remove(name);
            changed.add(root.deepCopy());
            object.removeAll();
            object.setAll(before);
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> others(JsonNode value) {
        List<JsonNode> others = new ArrayList<>(List.of(NODES.objectNode(), NODES.arrayNode(), NODES.numberNode(1.5)));
        others.add(value.isTextual() ? NODES.numberNode(7) : NODES.textNode("7"));
        others.add(value.isBoolean() ? NODES.numberNode(1) : NODES.booleanNode(true));
        if (value.isTextual()) {
            others.add(NODES.textNode(""));
            others.add(NODES.textNode(value.textValue() + " "));
            others.add(NODES.textNode(value.textValue() + "\u0000"));
        }
        if (value.isIntegralNumber()) {
            others.add(NODES.numberNode(new java.math.BigInteger("9223372036854775808")));
            others.add(NODES.numberNode(-1));
        }
        return others;
    }

    @Test
    void an_old_version_is_read_through_every_later_one() {
        EventName first = new EventName("proposal-sent", 1);
        EventName second = new EventName("proposal-sent", 2);
        EventName now = new EventName("first-proposal-submitted", 1);
        EventCodec later = new EventCodec(List.of(
                new Upcast(first, second, old -> ((ObjectNode) old).put("note", "")),
                new Upcast(second, now, old -> renamed((ObjectNode) old))));
        byte[] stored = "{\"id\":\"411200-103-2025\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(later.event(first, stored, "s"))
                .isEqualTo(new RoundEvent.FirstProposalSubmitted(BudgetId.parse("411200-103-2025"), ""));
        assertThatThrownBy(() -> codec.event(first, stored, "411200-103-2025 at position 7"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("proposal-sent/1")
                .hasMessageContaining("position 7");
    }

    @Test
    void an_upcast_that_leads_nowhere_is_refused() {
        EventName name = new EventName("proposal-sent", 2);
        assertThatThrownBy(() -> new Upcast(name, name, old -> old)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Upcast(name, new EventName("proposal-sent", 1), old -> old))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void upcasts_that_lead_round_in_a_circle_or_to_nothing_stop_the_start() {
        EventName one = new EventName("proposal-sent", 1);
        EventName other = new EventName("proposal-made", 1);
        EventName now = new EventName("first-proposal-submitted", 1);
        assertThatThrownBy(() ->
                        new EventCodec(List.of(new Upcast(one, other, old -> old), new Upcast(other, one, old -> old))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("round in a circle");
        assertThatThrownBy(() -> new EventCodec(List.of(new Upcast(one, other, old -> old))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lead to proposal-made/1, which is none");
        assertThatThrownBy(() -> new EventCodec(List.of(new Upcast(now, new EventName("x", 1), old -> old))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is still written");
    }

    /** Jackson alone would take the last of two equal names, read an escaped letter, and forgive blanks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"budget\":\"411200-103-2025\",\"note\":\"a\",\"note\":\"b\"}",
                "{\"budget\":\"411200-103-2025\",\"not\\u0065\":\"a\"}",
                "{\"budget\":\"411200-103-2025\",\"note\":\"\\u0061\"}",
                "{\"budget\":\"411200-103-2025\", \"note\":\"a\"}",
                "{\"budget\":\"411200-103-2025\",\"note\":\"a\"}\n"
            })
    void what_the_codec_did_not_write_is_not_read(String stored) {
        EventName name = new EventName("first-proposal-submitted", 1);
        assertThatThrownBy(() -> codec.event(name, stored.getBytes(StandardCharsets.UTF_8), "s"))
                .isInstanceOf(UnknownEventException.class);
        byte[] written = "{\"budget\":\"411200-103-2025\",\"note\":\"王\\n\\u001F\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(codec.payload(codec.event(name, written, "s"))).isEqualTo(written);
        byte[] noText = written.clone();
        noText[noText.length - 12] = (byte) 0xff;
        assertThatThrownBy(() -> codec.event(name, noText, "s")).isInstanceOf(UnknownEventException.class);
    }

    private static JsonNode renamed(ObjectNode old) {
        ObjectNode next = NODES.objectNode();
        next.set("budget", old.get("id"));
        next.set("note", old.get("note"));
        return next;
    }
}
