package org.mingzhang.command.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.attachments.AttachmentLimits;
import org.mingzhang.command.attachments.AttachmentsInMemory;
import org.mingzhang.command.budget.Budget;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Funds;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** What a sender hears while the log cannot be written. */
class LogAwayTest {
    private static final String UNIT = """
        {"code": "103001", "name": "甲", "listedName": "甲", "nature": "ADMINISTRATIVE"}\
        """;

    private final MockMvc mvc = scene();

    @Test
    void the_api_says_so_and_when_to_try_again() throws Exception {
        mvc.perform(post("/api/budgets/{id}/units", WebScene.BUDGET)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(UNIT))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.errors[0].key").value("unavailable"))
                .andExpect(jsonPath("$.detail").value(containsString("不会重复记录")));
    }

    @Test
    void a_page_keeps_what_was_typed() throws Exception {
        mvc.perform(post("/prepare/{id}/units", WebScene.BUDGET)
                        .param("key", "k\u0000")
                        .param("code", "103001")
                        .param("name", "甲")
                        .param("listedName", "甲")
                        .param("nature", "ADMINISTRATIVE"))
                .andExpect(status().isSeeOther())
                .andExpect(flash().attribute(
                                "typed",
                                Map.of("code", "103001", "name", "甲", "listedName", "甲", "nature", "ADMINISTRATIVE")));
    }

    private static MockMvc scene() {
        CommandDoor door = new CommandDoor(
                new Away(),
                () -> Actor.of("wang", "王财务", Role.DEPARTMENT_FINANCE),
                (budget, position, notes) -> new RenderedTables.Rendered(Map.of(), Set.of(), WebScene.DIGEST),
                (stream, version, locale) -> new ChangesSince.Told(List.of(), 0),
                Clock.fixed(Instant.parse("2025-03-31T17:00:00Z"), ZoneOffset.UTC));
        SentFiles files = new SentFiles(
                new AttachmentsInMemory(),
                new AttachmentLimits(DataSize.ofKilobytes(64), 3, Duration.ofDays(7)),
                new Away(),
                () -> Actor.of("wang", "王财务", Role.DEPARTMENT_FINANCE));
        return MockMvcBuilders.standaloneSetup(
                        new CommandApi(door, files), new CommandForms(door, files, new NoDrafts()))
                .setLocaleResolver(new FixedLocaleResolver(Locale.SIMPLIFIED_CHINESE))
                .build();
    }

    /** Everything can be decided and nothing recorded. */
    private static final class Away implements BudgetCommands {
        @Override
        public Outcome submit(Submission submission) {
            throw new LogUnavailableException("away", new IllegalStateException());
        }

        @Override
        public Decision preview(Envelope<BudgetCommand> envelope) {
            return new Decision.Accepted(List.of());
        }

        @Override
        public boolean isDone(Submission submission) {
            throw new LogUnavailableException("away", new IllegalStateException());
        }

        @Override
        public void turnedAway(Submission submission, TurnedAway why) {
            throw new LogUnavailableException("away", new IllegalStateException());
        }

        @Override
        public Known current(BudgetId budget) {
            return new Known(-1, Budget.none());
        }

        @Override
        public KnownFunds current(FundsId funds) {
            return new KnownFunds(-1, Funds.none());
        }
    }
}
