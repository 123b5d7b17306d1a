package org.mingzhang.command.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mingzhang.command.InMemoryBudgetCommands;
import org.mingzhang.command.attachments.AttachmentLimits;
import org.mingzhang.command.attachments.AttachmentsInMemory;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Role;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** Both controllers over the real decider, without a server. */
final class WebScene {
    static final String BUDGET = "411200-103-2025";
    static final String DIGEST = "0123456789abcdef".repeat(4);

    final InMemoryBudgetCommands commands = new InMemoryBudgetCommands();
    final AttachmentsInMemory attachments = new AttachmentsInMemory();
    final MockMvc mvc;
    private Actor actor = Actor.of("chen", "陈预算", Role.BUDGET_OFFICE);

    WebScene() {
        CommandDoor door = new CommandDoor(
                commands,
                () -> actor,
                (budget, position, notes) -> new RenderedTables.Rendered(Map.of(1, "1", 9, "1"), Set.of(9), DIGEST),
                (stream, version, locale) -> new ChangesSince.Told(List.of("王敏改了一行"), 2),
                Clock.fixed(Instant.parse("2025-03-31T17:00:00Z"), ZoneOffset.UTC));
        SentFiles files = new SentFiles(
                attachments,
                new AttachmentLimits(DataSize.ofKilobytes(64), 3, Duration.ofDays(7)),
                commands,
                () -> actor);
        mvc = MockMvcBuilders.standaloneSetup(
                        new CommandApi(door, files), new CommandForms(door, files, new NoDrafts()))
                .setLocaleResolver(new FixedLocaleResolver(Locale.SIMPLIFIED_CHINESE))
                .build();
    }

    WebScene as(String login, Role role) {
        actor = Actor.of(login, login, role);
        return this;
    }
}
