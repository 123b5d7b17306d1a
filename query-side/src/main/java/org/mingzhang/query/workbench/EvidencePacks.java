package org.mingzhang.query.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.ledger.checkpoint.PackExport;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Component;

/**
 * 取证包: what there is of a document, or of each of a sample, in one ZIP that verifies without this program.
 *
 * <p>Where the events stand is found out before the first byte is written, so that a refusal is still an answer; then one
 * document after the other is gathered, written and forgotten.
 */
@Component
class EvidencePacks {
    private final Population population;
    private final DocumentPlaces places;
    private final PackedDocuments documents;
    private final PackSheets sheets;
    private final PackExport export;
    private final CurrentVisitor visitors;

    EvidencePacks(
            Population population,
            DocumentPlaces places,
            PackedDocuments documents,
            PackSheets sheets,
            PackExport export,
            CurrentVisitor visitors) {
        this.population = population;
        this.places = places;
        this.documents = documents;
        this.sheets = sheets;
        this.export = export;
        this.visitors = visitors;
    }

    /**
     * A pack that can be written: its documents, where their events stand, and the checkpoint that counts them.
     *
     * @param since how many events an older checkpoint counts that it is to be compared with
     */
    record Ready(
            Map<AdjustmentRef, DocumentPlaces.Found> found,
            long position,
            Optional<Sample> sample,
            OptionalLong since,
            String checkpoint) {
        SortedSet<Long> positions() {
            SortedSet<Long> all = new TreeSet<>();
            found.values().forEach(one -> all.addAll(one.positions()));
            return all;
        }
    }

    /** One document as it stood at a position. */
    Ready of(AdjustmentRef document, long position, OptionalLong since) {
        return ready(List.of(document), position, Optional.empty(), since);
    }

    Ready of(Sample sample, OptionalLong since) {
        return ready(sample.documents(), sample.question().position(), Optional.of(sample), since);
    }

    private Ready ready(List<AdjustmentRef> refs, long position, Optional<Sample> sample, OptionalLong since) {
        Map<AdjustmentRef, DocumentPlaces.Found> found = new LinkedHashMap<>();
        for (AdjustmentRef ref : refs) {
            String requestNumber =
                    population.find(ref, position).fact().request().requestNumber();
            found.put(ref, places.of(ref, requestNumber, position));
        }
        return new Ready(found, position, sample, since, export.checkpoint());
    }

    void write(Ready ready, Locale locale, OutputStream out) throws IOException {
        export.write(ready.checkpoint(), ready.since(), ready.positions(), into -> explain(ready, locale, into), out);
    }

    private void explain(Ready ready, Locale locale, PackExport.Files into) throws IOException {
        List<Item> items = new ArrayList<>();
        for (Map.Entry<AdjustmentRef, DocumentPlaces.Found> one : ready.found().entrySet()) {
            AdjustmentRef ref = one.getKey();
            PackedDocument packed = documents.pack(ref, ready.position(), one.getValue(), locale, into);
            String folder = PackedDocument.folder(ref);
            sheets.sheet(
                    into, folder + "document", "pack/document", Map.of("packed", packed, "position", ready.position()));
            sheets.changes(into, folder, packed, locale);
            items.add(Item.of(packed));
        }
        if (ready.sample().isPresent()) {
            sheets.sample(into, ready.sample().get(), locale);
        }
        sheets.sheet(into, "index", "pack/index", index(ready, items));
    }

    /**
     * A document in the index.
     *
     * @param kind key of the words for it
     * @param left attachments that could not be packed
     * @param proved whether the controls had been proved
     */
    public record Item(
            String folder,
            String budget,
            String department,
            int number,
            String kind,
            String amount,
            String status,
            int events,
            int refused,
            int withheld,
            long packed,
            long left,
            int changes,
            boolean proved,
            int findings) {
        static Item of(PackedDocument document) {
            long left = document.files().stream()
                    .filter(file -> file.path().isEmpty())
                    .count();
            return new Item(
                    PackedDocument.folder(document.ref()),
                    document.header().id().toString(),
                    document.header().shortName(),
                    document.document().number(),
                    GridColumn.choice(document.document().fact().kind()),
                    document.document().movedYuan(),
                    document.document().status(),
                    document.events().size(),
                    document.attempts().size(),
                    document.withheld(),
                    document.files().size() - left,
                    left,
                    document.changes().size(),
                    document.controls().proved() > 0,
                    document.controls().findings().size());
        }
    }

    private Map<String, Object> index(Ready ready, List<Item> items) {
        Map<String, Object> model = new HashMap<>();
        model.put("items", items);
        model.put("position", ready.position());
        model.put("events", ready.positions().size());
        model.put("checkpoint", ready.checkpoint().lines().limit(3).toList());
        model.put("taker", visitors.visitor().map(Visitor::displayName).orElse(""));
        ready.sample().ifPresent(sample -> model.put("sample", sample));
        return model;
    }
}
