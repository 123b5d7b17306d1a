package org.mingzhang.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.ledger.testing.TestDatabase;

/** Every fault in small, on each database that it concerns; in full with {@code ./mingzhang faults --full}. */
class FaultsTest {
    private static final Fault.Size SMALL = new Fault.Size(false, 20250205);

    @TestFactory
    Stream<DynamicTest> what_is_left_after_a_fault_is_what_the_rules_say() {
        return Faults.ALL.stream()
                .flatMap(fault -> Stream.of(TestDatabase.values())
                        .filter(fault::concerns)
                        .map(database -> DynamicTest.dynamicTest(
                                fault.name() + " " + database, () -> passes(fault.inject(database, SMALL)))));
    }

    private static void passes(Finding finding) {
        assertThat(finding.wrongs()).isEmpty();
        assertThat(finding.injected())
                .as("how it is known that the fault happened")
                .isNotEmpty();
    }
}
