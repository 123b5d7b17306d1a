package org.mingzhang.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.ledger.codec.KernelJson;

/** The words for the reasons that are kept with a refused submission. */
public final class KeptReasons {
    /** Said of the request, before anything was decided. */
    private static final Set<String> OF_THE_REQUEST = Set.of(
            "stale",
            "key-reused",
            "not-their-budget",
            "not-their-unit",
            "not-their-division",
            "draft-moved",
            "too-large");

    private final ObjectMapper json = KernelJson.mapper();
    private final StoredObjections objections = new StoredObjections(json);

    /** A sentence for each of the first so many. */
    public List<String> of(SubmissionEvent.CommandRefused refused, int atMost, Locale locale) {
        RefusalWords words = RefusalWords.in(locale);
        return refused.objections().stream()
                .limit(atMost)
                .map(reason -> OF_THE_REQUEST.contains(reason.key())
                        ? words.ofRequest("request." + reason.key(), facts(reason))
                        : words.of(objections.read(reason).refusal()))
                .toList();
    }

    private Map<String, String> facts(Objected reason) {
        try {
            return json.readValue(reason.facts(), new TypeReference<Map<String, Object>>() {}).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the facts of a reason cannot be read: " + reason, e);
        }
    }
}
