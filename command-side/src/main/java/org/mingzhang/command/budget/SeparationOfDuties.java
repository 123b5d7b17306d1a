package org.mingzhang.command.budget;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.value.Actor;

/** Maker and checker are two people: neither they nor those they act for are the same (lifecycle.md §7). */
final class SeparationOfDuties {
    private SeparationOfDuties() {}

    static void submitterDoesNotDecide(Findings findings, Situation now) {
        now.budget().round().submitter().ifPresent(maker -> apart(findings, maker, now.actor()));
    }

    static void apart(Findings findings, Actor maker, Actor checker) {
        Set<String> makers = people(maker);
        people(checker).stream()
                .filter(makers::contains)
                .sorted()
                .findFirst()
                .ifPresent(login -> findings.object("", new Refusal.SamePerson(login)));
    }

    /** Whether one acts for the other, both for the same person, or they are the same. */
    static boolean sameSide(Actor one, Actor other) {
        return people(one).stream().anyMatch(people(other)::contains);
    }

    private static Set<String> people(Actor actor) {
        return Stream.concat(Stream.of(actor.login()), actor.onBehalfOf().stream())
                .collect(Collectors.toSet());
    }
}
