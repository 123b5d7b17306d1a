package org.mingzhang.application.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.export.TablesDigest;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.ReadableBudgets;

/** What was published can be proved by anybody, also where the department gave its own reasons for empty tables. */
class PublishedDigestTest {
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");
    private static final String ADDRESS = "/api/budgets/" + BUDGET;

    @TempDir
    static Path data;

    private static RunningApplication application;

    @BeforeAll
    static void publish() {
        application = RunningApplication.start(data, false);
        new SampleBudget(bean(BudgetCommands.class), BUDGET)
                .prepared()
                .underCeiling()
                .approved()
                .published(bean(RenderedTables.class));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_published_digest_is_the_digest_of_the_published_tables() {
        Facts.ReleaseFact release = bean(ReadableBudgets.class).release(BUDGET).orElseThrow();

        assertThat(release.emptyTableNotes()).containsEntry(9, SampleBudget.OWN_NOTE);
        assertThat(TablesDigest.of(
                        BUDGET, bean(DisclosureTables.class).all(BUDGET, release.position(), TableBasis.INITIAL)))
                .isEqualTo(release.digest());
    }

    @Test
    void the_public_finds_the_published_digest_by_hashing_what_it_reads() {
        Browsing visitor = new Browsing(application.address());
        String canonical = visitor.program(ADDRESS + "/tables/canonical.json").body();

        assertThat(visitor.program(ADDRESS).body()).contains("\"digest\":\"" + sha256(canonical) + "\"");
        assertThat(canonical).contains(SampleBudget.OWN_NOTE).contains("{\"fen\":4263929900}");
        assertThat(visitor.program(ADDRESS + "/tables/9").body()).contains(SampleBudget.OWN_NOTE);
    }

    @Test
    void what_is_hashed_of_a_draft_is_nobodys_business() {
        BudgetId draft = BudgetId.parse("411200-103-2026");
        new SampleBudget(bean(BudgetCommands.class), draft).prepared();

        assertThat(new Browsing(application.address())
                        .program("/api/budgets/" + draft + "/tables/canonical.json")
                        .statusCode())
                .isEqualTo(404);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T bean(Class<T> type) {
        return application.context().getBean(type);
    }
}
