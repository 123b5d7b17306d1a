package org.mingzhang.application.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.mingzhang.ledger.testing.TestDatabase;

/**
 * Every fault in small, on each database that it concerns; in full with {@code ./mingzhang faults --full}.
 *
 * <p>They look at the clock and run with nothing beside them, which their tag {@code alone} says to the build.
 */
final class SmallFaults {
    private static final Fault.Size SMALL = new Fault.Size(false, 20250205);

    private SmallFaults() {}

    /** A test for each fault that concerns this database. */
    static Stream<DynamicTest> on(TestDatabase database) {
        return Faults.ALL.stream()
                .filter(fault -> fault.concerns(database))
                .map(fault -> DynamicTest.dynamicTest(fault.name(), () -> passes(fault.inject(database, SMALL))));
    }

    private static void passes(Finding finding) {
        assertThat(finding.wrongs()).isEmpty();
        assertThat(finding.injected())
                .as("how it is known that the fault happened")
                .isNotEmpty();
    }
}
