package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentEntry;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.FundsSource;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.YearSource;

/** An increase names where its money comes from, and takes no more than is left there (HEN art. 32, 34). */
final class SourceRules {
    private SourceRules() {}

    /** The document with what its source says of itself, where the officer left it out. */
    static Asked completed(Situation now, Asked asked) {
        Optional<FundsSource> source = source(now, asked);
        if (!asked.supplements() || source.isEmpty()) {
            return asked;
        }
        AdjustmentRequest request = asked.request();
        FundsSource said = source.get();
        String note = request.sourceNote().isBlank()
                ? said.name() + " " + said.basis().documentNumber()
                : request.sourceNote();
        return new Asked(
                request.from(request.source().or(() -> Optional.of(said.kind())), note),
                asked.project(),
                asked.acknowledged(),
                asked.source(),
                asked.other());
    }

    static void check(Findings findings, Situation now, Asked asked) {
        if (asked.supplements()) {
            drawn(findings, now, asked);
            return;
        }
        findings.require(asked.source().isEmpty(), "sourceNumber", Refusal.SourceNotAsked::new);
        FundsDraws.recoveredBy(now, asked.request())
                .forEach(claim ->
                        enough(findings, now.funds().source(claim.source()).orElseThrow(), claim.reserved()));
        PurposeRules.check(findings, now, asked.request());
    }

    /**
     * The kind that follows from the source; money that has to be matched makes the budget larger than approved
     * (预算法 art. 71).
     */
    static Optional<AdjustmentKind> kind(Situation now, Asked asked) {
        return source(now, asked)
                .map(said -> said.matchingRequired()
                        ? AdjustmentKind.SUPPLEMENT_BY_REVISION
                        : said.kind().kind());
    }

    private static Optional<FundsSource> source(Situation now, Asked asked) {
        return asked.source().flatMap(now.funds()::source).map(FundsBalance::said);
    }

    private static void drawn(Findings findings, Situation now, Asked asked) {
        Optional<SupplementSource> kind = asked.request().source();
        if (asked.source().isEmpty()) {
            kind.filter(named -> named != SupplementSource.REVISION)
                    .ifPresent(named -> findings.object("sourceNumber", new Refusal.SourceNumberMissing(named)));
            return;
        }
        int number = asked.source().get();
        Optional<FundsBalance> found = now.funds().source(number);
        if (found.isEmpty()) {
            findings.object("sourceNumber", new Refusal.SourceUnknown(number));
            return;
        }
        FundsSource source = found.get().said();
        kind.filter(named -> named != source.kind())
                .ifPresent(named ->
                        findings.object("source", new Refusal.SourceKindDiffers(number, source.kind(), named)));
        fits(findings, source, asked.request().entries());
        enough(findings, found.get(), EntryRules.moved(asked.request()));
    }

    /**
     * The fund type stays (预算法 art. 5), and so does the purpose (art. 93(5)). What is carried over is spent on lines of
     * carried-over money and nothing else is: the income that a document brings follows its lines, and both sides of the
     * tables would tell the same money under different years.
     */
    private static void fits(Findings findings, FundsSource source, List<AdjustmentEntry> entries) {
        for (int at = 0; at < entries.size(); at++) {
            AdjustmentEntry entry = entries.get(at);
            String row = "entries[" + at + "].line";
            findings.require(
                            entry.classification().fund() == source.fund(),
                            row,
                            () -> new Refusal.SourceFundDiffers(
                                    entry.line(),
                                    source.fund(),
                                    entry.classification().fund()))
                    .require(
                            (source.kind() == SupplementSource.CARRY_OVER)
                                    == (entry.classification().source() == YearSource.CARRY_OVER),
                            row,
                            () -> new Refusal.SourceYearDiffers(
                                    entry.line(),
                                    source.kind(),
                                    entry.classification().source()))
                    .require(
                            source.serves(entry.classification()),
                            row,
                            () -> new Refusal.SourcePurposeDiffers(entry.line(), source.name(), bound(source)));
        }
    }

    /** What a source is bound to, as its codes. */
    static String bound(FundsSource source) {
        return (source.function().map(Object::toString).orElse("") + " "
                        + source.project().map(Object::toString).orElse(""))
                .strip();
    }

    private static void enough(Findings findings, FundsBalance source, Amount asked) {
        findings.require(
                !asked.exceeds(source.left()),
                "sourceNumber",
                () -> new Refusal.SourceExhausted(source.number(), source.said().name(), source.left(), asked));
    }
}
