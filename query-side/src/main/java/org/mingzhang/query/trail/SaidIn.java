package org.mingzhang.query.trail;

import java.util.Arrays;
import java.util.Locale;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.query.audit.CommandNames;
import org.springframework.context.MessageSource;

/** The words of the site in one language; numbers and days as they are, not as a language would group them. */
record SaidIn(MessageSource messages, Locale locale) {
    static String yuan(Amount amount) {
        return AmountUnit.YUAN.print(amount);
    }

    /** A change of an amount. */
    static String signed(Amount amount) {
        return (amount.isNegative() ? "" : "+") + yuan(amount);
    }

    static String yuan(Ceiling ceiling) {
        return yuan(Amount.sum(ceiling.byFund().values()));
    }

    String event(LedgerEvent event, Object... arguments) {
        return say("trail.said." + EventName.of(event).name(), arguments);
    }

    /** The same where nothing stands for something that others of its kind name. */
    String without(LedgerEvent event, Object... arguments) {
        return say("trail.said-without." + EventName.of(event).name(), arguments);
    }

    String say(String key, Object... arguments) {
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return messages.getMessage(key, plain, locale);
    }

    /** Of a stage in which a budget is. */
    String phase(String phase) {
        return orElse("phase." + phase, phase);
    }

    /** What a command that was handed in is called where people speak of it. */
    String command(HandedIn submission) {
        return CommandNames.of(submission.command(), messages, locale);
    }

    String word(String family, String word) {
        return say("trail." + family + "." + word);
    }

    /** What is chosen from a list. */
    String chosen(Enum<?> value) {
        return say("trail.choice." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** Whether there are words for it. */
    String orElse(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, locale));
    }
}
