package org.mingzhang.query.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Indicator;

/** The bodies of dated rows that are not values of the kernel themselves. */
public final class Facts {
    private Facts() {}

    /**
     * A step of the rounds of preparation.
     *
     * @param phase stable key, such as {@code approved}
     * @param basis the document it rests on, where it has one
     * @param note what was said with it: a reason or a remark
     */
    public record PhaseFact(String phase, LocalDate day, String actor, Optional<Basis> basis, String note) {}

    /** What a line says beside its classification and amount. */
    public record LineNote(String note, String mappingReason) {}

    /** An ordered list of indicators. */
    public record Targets(List<Indicator> indicators) {}

    /** A secrecy review: up to which position, by whom. */
    public record ReviewFact(long position, String reviewer, String opinion, LocalDate day) {}

    /** A release to the public; see {@link org.mingzhang.kernel.event.DisclosureEvent.DisclosurePublished}. */
    public record ReleaseFact(
            long position,
            LocalDate publishedOn,
            String publisher,
            String secrecyReviewer,
            String digest,
            int daysLate,
            Map<Integer, String> templateVersions,
            Map<Integer, String> emptyTableNotes) {}
}
