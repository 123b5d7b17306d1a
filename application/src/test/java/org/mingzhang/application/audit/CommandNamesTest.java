package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.DivisionCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.query.audit.CommandNames;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever can be handed in is named in the words of the field, because it may be refused, and an auditor reads that. */
class CommandNamesTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void every_command_has_words_of_its_own_in_both_languages() {
        List<Class<?>> all = new ArrayList<>(List.of(BudgetCommands.Oversized.class));
        commands(LedgerCommand.class, all);
        commands(DivisionCommand.class, all);
        assertThat(all).hasSizeGreaterThan(50);
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            List<String> names = all.stream()
                    .map(command -> CommandNames.of(command.getSimpleName(), messages(), locale))
                    .toList();
            assertThat(names).doesNotHaveDuplicates();
            for (int at = 0; at < names.size(); at++) {
                assertThat(names.get(at))
                        .isNotEqualTo(all.get(at).getSimpleName())
                        .matches(name -> CHINESE.matcher(name).find() == locale.equals(Locale.ROOT));
            }
        }
    }

    @Test
    void the_guard_would_see_a_command_without_words() {
        assertThat(CommandNames.of("PaintLine", messages(), Locale.ROOT)).isEqualTo("PaintLine");
    }

    private static void commands(Class<?> type, List<Class<?>> all) {
        if (type.isSealed()) {
            for (Class<?> one : type.getPermittedSubclasses()) {
                commands(one, all);
            }
        } else {
            all.add(type);
        }
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/site");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
