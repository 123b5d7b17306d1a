package org.mingzhang.application.faults;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.mingzhang.ledger.testing.TestDatabase;

/** See {@link SmallFaults}. */
@Tag("alone")
class FaultsOnPostgresTest {
    @TestFactory
    Stream<DynamicTest> what_is_left_after_a_fault_is_what_the_rules_say() {
        return SmallFaults.on(TestDatabase.POSTGRESQL);
    }
}
