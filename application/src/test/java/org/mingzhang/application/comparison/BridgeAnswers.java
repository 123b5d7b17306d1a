package org.mingzhang.application.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is looked at in the answer of a bridge. */
final class BridgeAnswers {
    static final String SAMPLE_BRIDGE = ComparisonOverHttp.SAMPLE + "/bridge";

    private BridgeAnswers() {}

    /** The steps add up to the change, and each is the sum of its own movements. */
    static void addsUp(JsonNode bridge) {
        long sum = 0;
        for (JsonNode step : bridge.get("steps")) {
            sum += step.get("fen").longValue();
            long own = 0;
            for (JsonNode movement : step.get("movements")) {
                own += movement.get("fen").longValue();
            }
            assertThat(own).as(step.toString()).isEqualTo(step.get("fen").longValue());
        }
        assertThat(sum)
                .isEqualTo(bridge.get("changeFen").longValue())
                .isEqualTo(bridge.at("/to/fen").longValue()
                        - bridge.at("/from/fen").longValue());
    }

    static JsonNode step(JsonNode bridge, String reason, String key) {
        for (JsonNode step : bridge.get("steps")) {
            if (step.get("reason").textValue().equals(reason)
                    && step.get("key").textValue().equals(key)) {
                return step;
            }
        }
        throw new AssertionError("no " + reason + " " + key + " in " + bridge);
    }

    static Set<String> reasons(JsonNode bridge) {
        Set<String> reasons = new HashSet<>();
        bridge.get("steps").forEach(step -> reasons.add(step.get("reason").textValue()));
        return reasons;
    }

    /** By reason and key in 元, after it is sure that they add up. */
    static Map<String, Long> steps(JsonNode bridge) {
        addsUp(bridge);
        Map<String, Long> steps = new TreeMap<>();
        bridge.get("steps")
                .forEach(step -> steps.put(
                        step.get("reason").textValue() + " " + step.get("key").textValue(),
                        step.get("fen").longValue() / 100));
        return steps;
    }

    /** The links of a page within the comparisons that have a part. */
    static List<String> links(String page, String part) {
        List<String> found = new ArrayList<>();
        Matcher links = Pattern.compile("href=\"(/comparison/[^\"]*" + part + "[^\"]*)\"")
                .matcher(page);
        while (links.find()) {
            found.add(links.group(1).replace("&amp;", "&"));
        }
        return found;
    }
}
