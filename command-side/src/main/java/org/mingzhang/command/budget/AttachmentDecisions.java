package org.mingzhang.command.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.command.budget.AdjustmentCommand.WithAttachments;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.AttachmentRole;

/** Files that come with a submission, a decision or an approval: taken with it, or neither is. */
final class AttachmentDecisions {
    /** Of one command, whatever an office allows, so that what is stored of it stays small. */
    private static final int MOST = 100;

    private static final int LONGEST_NAME = 200;
    private static final String FIELD = "files";

    private AttachmentDecisions() {}

    static Decision decide(Situation now, WithAttachments command) {
        Findings findings = new Findings();
        ListRules.atMost(findings, MOST, FIELD, command.files());
        Optional<AttachmentRole> role = role(command.command());
        findings.require(role.isPresent(), FIELD, Refusal.AttachmentNotAsked::new);
        command.files().forEach(offered -> check(findings, offered));
        Situation with = command.files().isEmpty() ? now : now.attached();
        return switch (AdjustmentDecisions.decide(with, command.command())) {
            case Decision.Accepted accepted
            when findings.isEmpty() -> new Decision.Accepted(withFiles(accepted.events(), role.orElseThrow(), command));
            case Decision.Accepted ignored -> findings.refused();
            case Decision.Refused refused -> {
                List<Decision.Objection> all = new ArrayList<>(refused.objections());
                findings.forEach(all::add);
                yield new Decision.Refused(all);
            }
        };
    }

    private static void check(Findings findings, OfferedFile offered) {
        Attachment file = offered.file();
        offered.problem().ifPresent(problem -> findings.object(FIELD, problem));
        findings.require(
                        file.name().length() <= LONGEST_NAME,
                        FIELD,
                        () -> new Refusal.TextTooLong(LONGEST_NAME, file.name().length()))
                .require(file.name().chars().noneMatch(Character::isISOControl), FIELD, Refusal.ControlCharacter::new);
        ActiveTexts.check(findings, FIELD, file.name());
    }

    /** The document that the files belong to; empty where none are taken. */
    private static Optional<AttachmentRole> role(AdjustmentCommand command) {
        return switch (command) {
            case AdjustmentCommand.SubmitAdjustment ignored -> Optional.of(AttachmentRole.REQUEST);
            case AdjustmentCommand.AdjustProject ignored -> Optional.of(AttachmentRole.REQUEST);
            case AdjustmentCommand.SubmitReorganisation ignored -> Optional.of(AttachmentRole.REQUEST);
            case AdjustmentCommand.ReviewAdjustment ignored -> Optional.of(AttachmentRole.DECISION);
            case AdjustmentCommand.PutAdjustmentIntoEffect ignored -> Optional.of(AttachmentRole.APPROVAL);
            case AdjustmentCommand.ReturnAdjustment ignored -> Optional.empty();
            case AdjustmentCommand.RejectAdjustment ignored -> Optional.empty();
            case AdjustmentCommand.WithdrawAdjustment ignored -> Optional.empty();
            case AdjustmentCommand.ReverseAdjustment ignored -> Optional.of(AttachmentRole.REQUEST);
            case WithAttachments ignored -> Optional.empty();
        };
    }

    /** After everything else that happens to the document in the same act; of a 划转 both documents have them. */
    private static List<LedgerEvent> withFiles(
            List<LedgerEvent> decided, AttachmentRole role, WithAttachments command) {
        List<LedgerEvent> events = new ArrayList<>(decided);
        decided.stream()
                .filter(AdjustmentEvent.class::isInstance)
                .map(AdjustmentEvent.class::cast)
                .map(event -> new AdjustmentRef(event.budget(), event.number()))
                .distinct()
                .forEach(document -> command.files()
                        .forEach(offered -> events.add(new AdjustmentEvent.AttachmentAdded(
                                document.budget(), document.number(), role, offered.file()))));
        return events;
    }
}
