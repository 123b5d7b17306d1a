package org.mingzhang.command.budget;

import java.util.function.Supplier;

/** Texts that come with a command: there where they are needed, not endless, no control characters. */
final class TextRules {
    static final int LONGEST = 1000;

    private TextRules() {}

    /** Returns, revisions and removals say why. */
    static void reason(Findings findings, String reason) {
        needed(findings, "reason", reason, Refusal.ReasonMissing::new);
    }

    static void required(Findings findings, String field, String text) {
        needed(findings, field, text, Refusal.TextMissing::new);
    }

    static void optional(Findings findings, String field, String text) {
        findings.require(text.length() <= LONGEST, field, () -> new Refusal.TextTooLong(LONGEST, text.length()));
        findings.require(printable(text), field, Refusal.ControlCharacter::new);
    }

    private static void needed(Findings findings, String field, String text, Supplier<Refusal> missing) {
        findings.require(!text.isBlank(), field, missing);
        optional(findings, field, text);
    }

    private static boolean printable(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }
}
