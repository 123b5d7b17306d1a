package org.mingzhang.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.ledger.checkpoint.PackExport;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The explanation of a whole cell with the proof of each of its events, in the form of an evidence pack: one file that
 * verifies without this program; for auditors of the budget.
 *
 * <p>What moves the cell is in it, and the steps on which the budget rests. All of it is found out before the first byte
 * is written, so that a refusal is still an answer.
 */
@Component
public class CellProof {
    private final CellExplainer explainer;
    private final PackExport export;
    private final EventLog log;
    private final AuditScope scope;
    private final JsonMapper json;

    CellProof(CellExplainer explainer, PackExport export, EventLog log, AuditScope scope, JsonMapper json) {
        this.explainer = explainer;
        this.export = export;
        this.log = log;
        this.scope = scope;
        this.json = json;
    }

    /**
     * A proof that can be written.
     *
     * @param pages of the explanation, which has so many events on each
     * @param checkpoint that counts all of the events
     */
    public record Ready(List<Explanation> pages, SortedSet<Long> positions, OptionalLong since, String checkpoint) {}

    /** @param since how many events an older checkpoint counts that it is to be compared with; blank for none */
    public Ready of(CellQuestion asked, String since) {
        if (!scope.covers(asked.id())) {
            throw new PageNotFound();
        }
        List<Explanation> pages = new ArrayList<>();
        SortedSet<Long> positions = new TreeSet<>();
        int last = 1;
        for (int page = 1; page <= last; page++) {
            Explanation found = explainer
                    .explain(new CellQuestion(
                            asked.id(), asked.table(), asked.row(), asked.column(), asked.question(), page))
                    .explanation();
            pages.add(found);
            found.lines().forEach(line -> positions.addAll(line.events()));
            found.events().forEach(step -> positions.add(step.position()));
            found.approvals().forEach(step -> positions.add(step.position()));
            last = (found.eventsInAll() + Origin.ON_ONE_PAGE - 1) / Origin.ON_ONE_PAGE;
        }
        return new Ready(pages, positions, since(since.strip()), export.checkpoint());
    }

    private OptionalLong since(String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        long head = log.head();
        if (!text.matches("[1-9]\\d{0,17}") || Long.parseLong(text) > head) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "position", text, head);
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    public void write(Ready ready, OutputStream out) throws IOException {
        export.write(ready.checkpoint(), ready.since(), ready.positions(), into -> explain(ready, into), out);
    }

    private void explain(Ready ready, PackExport.Files into) throws IOException {
        for (int at = 0; at < ready.pages().size(); at++) {
            byte[] page = json.writeValueAsBytes(ready.pages().get(at));
            into.add(String.format(Locale.ROOT, "explanation-%04d.json", at + 1), to -> to.write(page));
        }
    }
}
