package org.mingzhang.query.workbench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.ledger.store.RecordedEvent;
import org.mingzhang.query.controls.ControlsDesk;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.execution.AdjustmentDocument;
import org.mingzhang.query.execution.EntryView;
import org.mingzhang.query.execution.Impact;
import org.mingzhang.query.execution.ImpactView;
import org.mingzhang.query.facts.Facts;

/**
 * Everything that a pack says of one document.
 *
 * @param reasons why it went its way; null for one from before that was recorded
 * @param entries its lines, as they were right before it took effect
 * @param changes what its effect changed in the tables; empty while it is not in effect
 * @param attempts to take a step of it that were refused, oldest first
 * @param withheld how many events stand in streams beyond the rights of whoever took the pack
 */
public record PackedDocument(
        BudgetHeader header,
        AdjustmentDocument document,
        Facts.@Nullable AdjustmentReasons reasons,
        List<EntryView> entries,
        List<Impact.Change> changes,
        List<Event> events,
        List<Attempt> attempts,
        List<File> files,
        ControlsDesk.About controls,
        int withheld) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** An event of it, which stands in {@code events.tsv} with its proof. */
    public record Event(long position, String stream, String name, Instant at, Actor actor, String day) {
        static Event of(RecordedEvent event) {
            return new Event(
                    event.position(),
                    event.stream(),
                    event.name().toString(),
                    event.recordedAt(),
                    event.envelope().actor(),
                    event.envelope().businessDay().toString());
        }

        public String recorded() {
            return SECOND.format(at);
        }
    }

    /**
     * What somebody tried and was refused; it stands among the events, too.
     *
     * @param sentences what and why, by language as it is tagged
     */
    public record Attempt(Event event, Map<String, String> sentences) {
        public String sentence(String language) {
            return sentences.getOrDefault(language, "");
        }
    }

    /**
     * An attachment.
     *
     * @param path in the pack, beside the sheet; blank when it could not be packed
     * @param missing whether nothing lies under its hash any more; otherwise it lies there changed
     */
    public record File(Facts.AttachmentFact fact, String path, boolean missing) {}

    public AdjustmentRef ref() {
        return new AdjustmentRef(header.id(), document.number());
    }

    public ImpactView impact() {
        return ImpactView.of(changes);
    }

    /** Its folder in the pack. */
    static String folder(AdjustmentRef ref) {
        return "items/" + ref.budget() + "-" + ref.number() + "/";
    }
}
