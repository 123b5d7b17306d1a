package org.mingzhang.query.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.Attachment;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.checkpoint.PackExport;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.controls.ControlsDesk;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.execution.AdjustmentDocument;
import org.mingzhang.query.execution.AdjustmentShelf;
import org.mingzhang.query.execution.AttachmentContents;
import org.mingzhang.query.execution.EntryView;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.facts.LineBalances;
import org.mingzhang.query.trail.RefusedAttempts;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Component;

/** Gathers what a pack says of one document; of a sample one after the other. */
@Component
class PackedDocuments {
    private final Population population;
    private final FactReader facts;
    private final DisclosureTables tables;
    private final LineBalances balances;
    private final AdjustmentShelf shelf;
    private final AttachmentContents contents;
    private final EventLog log;
    private final ControlsDesk controls;
    private final RefusedAttempts refused;

    PackedDocuments(
            Population population,
            FactReader facts,
            DisclosureTables tables,
            LineBalances balances,
            AdjustmentShelf shelf,
            AttachmentContents contents,
            EventLog log,
            ControlsDesk controls,
            RefusedAttempts refused) {
        this.population = population;
        this.facts = facts;
        this.tables = tables;
        this.balances = balances;
        this.shelf = shelf;
        this.contents = contents;
        this.log = log;
        this.controls = controls;
        this.refused = refused;
    }

    /** Everything of it as it stood at a position; its attachments are packed on the way. */
    PackedDocument pack(
            AdjustmentRef ref, long position, DocumentPlaces.Found found, Locale locale, PackExport.Files into)
            throws IOException {
        AdjustmentDocument document = population.find(ref, position);
        long before = found.effect().isEmpty() ? position : found.effect().getFirst();
        BudgetFacts then = at(ref.budget(), before).orElseThrow(PageNotFound::new);
        List<Impact.Change> changes = found.effect().isEmpty()
                ? List.of()
                : Impact.between(
                        tables.templates(),
                        then,
                        at(ref.budget(), found.effect().getLast()).orElseThrow(PageNotFound::new));
        return new PackedDocument(
                then.header(),
                document,
                shelf.reasons(ref.budget(), position, ref.number()).orElse(null),
                EntryView.of(then, document, balances.of(ref.budget(), before)),
                changes,
                found.positions().stream()
                        .map(at -> PackedDocument.Event.of(log.read(at - 1, 1).getFirst()))
                        .toList(),
                attempts(found.attempts()),
                files(ref, document, into),
                controls.about(found.positions(), locale),
                found.withheld());
    }

    private List<PackedDocument.Attempt> attempts(List<RecordedEvent> attempts) {
        List<Map<String, String>> told = attempts.stream()
                .<Map<String, String>>map(attempt -> new HashMap<>())
                .toList();
        for (Locale language : PackSheets.LANGUAGES) {
            List<String> sentences = refused.sentences(attempts, language);
            for (int at = 0; at < attempts.size(); at++) {
                told.get(at).put(language.toLanguageTag(), sentences.get(at));
            }
        }
        return IntStream.range(0, attempts.size())
                .mapToObj(at -> new PackedDocument.Attempt(PackedDocument.Event.of(attempts.get(at)), told.get(at)))
                .toList();
    }

    private Optional<BudgetFacts> at(BudgetId budget, long position) {
        return facts.load(budget, position, TableBasis.ADJUSTED);
    }

    /** A file whose bytes are not what was submitted is left out, and that is said. */
    private List<PackedDocument.File> files(AdjustmentRef ref, AdjustmentDocument document, PackExport.Files into)
            throws IOException {
        List<PackedDocument.File> files = new ArrayList<>();
        List<String> packed = new ArrayList<>();
        for (Facts.AttachmentFact fact : document.attachments()) {
            String hash = fact.file().sha256();
            Optional<AttachmentContents.Content> content =
                    contents.read(ref.budget(), hash).or(() -> elsewhere(document, hash));
            String path = "attachments/" + hash + ending(fact.file());
            boolean same = content.filter(now -> now.actual().equals(hash)).isPresent();
            if (same && !packed.contains(path)) {
                byte[] bytes = content.orElseThrow().bytes();
                into.add(PackedDocument.folder(ref) + path, out -> out.write(bytes));
                packed.add(path);
            }
            files.add(new PackedDocument.File(fact, same ? path : "", content.isEmpty()));
        }
        return files;
    }

    /** What came with a 划转 was handed in where it is decided on, and belongs to both documents. */
    private Optional<AttachmentContents.Content> elsewhere(AdjustmentDocument document, String sha256) {
        return document.counterpart()
                .flatMap(other -> contents.read(other.document().budget(), sha256));
    }

    /** As its name says, as far as that is safe in the name of a file. */
    private static String ending(Attachment file) {
        int dot = file.name().lastIndexOf('.');
        String ending = dot < 0 ? "" : file.name().substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,5}") ? ending : "";
    }
}
