package org.mingzhang.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mingzhang.ledger.checkpoint.ExportedLog.verified;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.Classification;
import org.mingzhang.ledger.codec.EventSamples;
import org.mingzhang.ledger.store.Histories;
import org.mingzhang.ledger.testing.TestDatabase;

/** One budget or one event of the log, with what a stranger needs to see that it is in there. */
class BundleExportTest {
    private static final String BUDGET = "411200-103-2025";
    private static final String OTHER = "411200-104-2025";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_bundle_of_one_budget_holds_with_every_proof(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder)) {
            String older = twoBudgets(exported);
            assertThat(verified(exported.ofStream(BUDGET, OptionalLong.empty())))
                    .startsWith("0 Everything holds: 20 events of " + BUDGET + ", versions 0 to 19")
                    .contains("city.example of 35 events")
                    .contains("only a bundle of the whole log can show");
            Path key = exported.kept(exported.keeper().verifier() + "\n");
            Path since = exported.ofStream(BUDGET, OptionalLong.of(10));
            assertThat(verified(since, exported.kept(older), "--key", key))
                    .startsWith("0 ")
                    .contains("begins with the 10 events of the older checkpoint");
            assertThat(verified(since)).as("nobody kept one").startsWith("0 ");
            assertThat(verified(exported.ofStream(BUDGET, OptionalLong.empty()), exported.kept(older)))
                    .startsWith("1 ")
                    .contains("take it anew with that number under since");
            assertThat(verified(exported.ofStream(BUDGET, OptionalLong.of(12)), exported.kept(older)))
                    .startsWith("1 ")
                    .contains("an older checkpoint of 12 events");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_event_and_the_growth_of_the_log_have_proofs_of_their_own(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder)) {
            String older = twoBudgets(exported);
            String key = exported.keeper().verifier().toString();
            for (long position : new long[] {1, 17, 35}) {
                String proof = exported.export().inclusion(position);
                assertThat(proof).startsWith("c2sp.org/tlog-proof@v1\nextra ");
                assertThat(verified(exported.kept(proof), "--key", key))
                        .startsWith("0 It holds: position " + position + " of city.example");
                assertThat(verified(exported.kept(proof))).startsWith("2 ").contains("does not bring a key");
                assertThat(verified(exported.kept(proof.replace("index ", "index 1")), "--key", key))
                        .startsWith("1 ");
            }
            Path growth = exported.kept(exported.export().growth(10));
            assertThat(verified(growth, exported.kept(older), "--key", key))
                    .startsWith("0 It holds. The log begins with the 10 events");
            assertThat(verified(growth, "--key", key)).startsWith("2 ").contains("give it too");
            assertThatThrownBy(() -> exported.export().growth(36)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> exported.export().inclusion(36)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> exported.export().inclusion(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_totals_that_the_postings_add_up_to_are_printed(TestDatabase kind) throws Exception {
        try (ExportedLog exported = new ExportedLog(kind, folder)) {
            SortedMap<String, Long> sums = new TreeMap<>();
            long version = -1;
            for (LedgerEvent event : EventSamples.all()) {
                exported.log().append(Histories.append(BUDGET, version++, "k" + version, event));
                if (event instanceof FundsEvent funds) {
                    funds.movements()
                            .forEach(move -> sums.merge(
                                    "funds " + move.stage(), move.delta().fen(), Long::sum));
                }
                for (Posting posting : event.postings()) {
                    String side =
                            posting.classification() instanceof Classification.Revenue ? "revenue" : "expenditure";
                    sums.merge(side + " " + posting.stage(), posting.delta().fen(), Long::sum);
                }
            }
            assertThat(sums).containsKeys("expenditure INITIAL", "revenue INITIAL", "funds GRANTED", "funds DRAWN");
            String said = verified(exported.whole());
            assertThat(said).startsWith("0 ").contains("The postings add up to, in yuan:\n");
            sums.forEach((what, fen) -> assertThat(said)
                    .contains(BUDGET + " " + what + " "
                            + String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2)) + "\n"));
        }
    }

    /** Returns the checkpoint at ten events. */
    private static String twoBudgets(ExportedLog exported) {
        exported.log().append(Histories.append(BUDGET, -1, "a", 10));
        String older = exported.keeper().cut();
        exported.log().append(Histories.append(OTHER, -1, "b", 15));
        exported.log().append(Histories.append(BUDGET, 9, "c", 10));
        return older;
    }
}
