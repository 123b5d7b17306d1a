package org.mingzhang.command.budget;

import java.util.Optional;
import org.mingzhang.kernel.policy.DocumentForm;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Basis;

/**
 * The documents that decide on an adjustment: a resolution, a decision of the government, an approval (批复).
 *
 * <p>How a number is written no law says; it has to be one, on one line and with nothing that cannot be seen. A division may
 * say how those of its own are written ({@link Measure#DOCUMENT_NUMBER}), and then they are.
 */
final class DocumentRules {
    private DocumentRules() {}

    /**
     * @param filed what is decided on
     * @param station at which the document decides; empty for the approval with which it takes effect
     */
    static void check(
            Findings findings,
            Situation now,
            FiledAdjustment filed,
            Optional<AdjustmentStation> station,
            Basis document) {
        ActiveTexts.check(findings, document);
        String number = document.documentNumber();
        findings.require(
                number.codePoints().noneMatch(DocumentRules::isUnseen),
                "documentNumber",
                Refusal.ControlCharacter::new);
        findings.require(
                number.codePoints().anyMatch(Character::isLetterOrDigit),
                "documentNumber",
                () -> new Refusal.DocumentNumberUnfit(number));
        if (!DryRun.isRehearsing(now.actor())) {
            now.policy().adjustments().limits().stream()
                    .filter(limit -> limit.measure() == Measure.DOCUMENT_NUMBER)
                    .filter(limit -> limit.appliesTo(
                            filed.kind(),
                            EntryRules.moved(filed.request()),
                            filed.request().reasonClass()))
                    .filter(limit -> !fits(limit, station, number))
                    .forEach(limit -> findings.object(
                            "documentNumber",
                            new Refusal.DocumentNumberDiffers(
                                    number, limit.form().form(), limit.basis())));
        }
    }

    private static boolean fits(Limit limit, Optional<AdjustmentStation> station, String number) {
        DocumentForm form = limit.form();
        return !form.station().equals(station) || form.fits(number);
    }

    /** Line breaks and other controls, and what changes the direction or the width of texts without being seen. */
    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
