package org.mingzhang.query.execution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Role;

/**
 * Something that happened, as a sentence.
 *
 * @param actor whoever acted for somebody is named with both
 * @param words key of the sentence, which {@code arguments} fill in: texts, and words that have their own key
 * @param document number of the document it rests on; empty when it rests on none
 * @param adjustment the document it is about
 * @param targets of the project from then on, where they changed
 */
public record Told(
        long position,
        LocalDate day,
        String actor,
        Role role,
        String words,
        List<Object> arguments,
        String document,
        Optional<Integer> adjustment,
        Optional<List<Indicator>> targets) {
    public Told {
        arguments = List.copyOf(arguments);
    }
}
