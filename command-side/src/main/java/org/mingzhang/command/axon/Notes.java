package org.mingzhang.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.HandedIn;
import org.mingzhang.kernel.value.Objected;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.NewEvent;

/** What is kept of a submission in the stream of submissions, whatever became of it. */
final class Notes {
    /** More of a refused workbook helps nobody; the file is still with its sender. */
    private static final int LONGEST_CONTENT = 16_000;

    private final ObjectMapper json = KernelJson.mapper();
    private final StoredObjections objections = new StoredObjections(json);

    NewEvent accepted(Handed submission, Bytes digest, long version, int events) {
        return note(
                submission,
                new SubmissionEvent.CommandAccepted(submission.about(), handedIn(submission, digest), version, events));
    }

    NewEvent refused(Handed submission, Bytes digest, long version, List<Objected> reasons) {
        return note(
                submission,
                new SubmissionEvent.CommandRefused(
                        submission.about(),
                        handedIn(submission, digest),
                        version,
                        content(submission.command()),
                        reasons));
    }

    /** The reasons as they are kept. */
    List<Objected> kept(List<Decision.Objection> against) {
        return against.stream().map(objections::stored).toList();
    }

    /** The reasons that were given then, for giving them again. */
    List<Decision.Objection> objections(SubmissionEvent.CommandRefused refused) {
        return refused.objections().stream().map(objections::read).toList();
    }

    private static NewEvent note(Handed submission, SubmissionEvent event) {
        return new NewEvent(
                Identities.next(), event.stream(), submission.envelope().with(event));
    }

    private static HandedIn handedIn(Handed submission, Bytes digest) {
        return new HandedIn(name(submission.command()), submission.key(), digest.toString(), submission.origin());
    }

    private static String name(Object command) {
        return command.getClass().getSimpleName();
    }

    private String content(Object command) {
        try {
            String content = json.writeValueAsString(
                    command instanceof BudgetCommand.Batch batch ? several(batch) : json.valueToTree(command));
            return content.length() <= LONGEST_CONTENT ? content : "";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command cannot be written: " + command, e);
        }
    }

    /** Each under its name; no more than could be kept. */
    private ArrayNode several(BudgetCommand.Batch batch) {
        ArrayNode all = json.createArrayNode();
        batch.commands().stream().limit(LONGEST_CONTENT / 10).forEach(command -> {
            ObjectNode one = all.addObject();
            one.set(name(command), json.valueToTree(command));
        });
        return all;
    }
}
