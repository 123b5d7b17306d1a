package org.mingzhang.command.axon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands.Oversized;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.ledger.codec.KernelJson;
import org.mingzhang.ledger.store.Bytes;

/** SHA-256 of what a command says, by which a repeated key is told from a reused one. */
final class CommandDigest {
    private final ObjectMapper json = KernelJson.mapper();

    Bytes of(LedgerCommand command) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, command);
            return Bytes.of(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a command cannot be digested: " + command, e);
        }
    }

    /** Of a request that nobody has read: where it was sent is all that is known of it. */
    Bytes of(Oversized request) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("a request cannot be digested: " + request, e);
        }
    }

    private void add(MessageDigest digest, LedgerCommand command) throws JsonProcessingException {
        digest.update(command.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
        if (command instanceof BudgetCommand.Batch batch) {
            for (BudgetCommand one : batch.commands()) {
                add(digest, one);
            }
        } else {
            digest.update(json.writeValueAsBytes(command));
        }
    }
}
