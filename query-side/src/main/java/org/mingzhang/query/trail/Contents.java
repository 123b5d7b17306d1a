package org.mingzhang.query.trail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.FundsMovement;
import org.mingzhang.kernel.event.Posting;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Code;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.FunctionCode;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.UnitCode;

/**
 * Everything that an event says, gathered from its records whatever kind it is: a kind that is new is found by what it
 * says without anybody having to think of it here.
 */
final class Contents {
    /** What no person typed. */
    private static final Set<String> MADE = Set.of(
            "digest", "key", "policy", "templateVersions", "token", "delegation", "sha256", "mediaType", "facts");

    private final String about;
    private final Set<String> units = new TreeSet<>();
    private final Set<String> codes = new TreeSet<>();
    private final Set<Long> amounts = new TreeSet<>();
    private final Set<String> documents = new TreeSet<>();
    private final Set<String> adjustments = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();

    /** @param about the stream that it is about, in which adjustments are counted */
    Contents(String about) {
        this.about = about;
    }

    void add(Object value) {
        if (value instanceof AdjustmentEvent step) {
            adjustment(step.number());
        }
        switch (value) {
            case Amount amount -> amount(amount.fen());
            case Code code -> code(code);
            case Basis basis -> document(basis);
            case Posting posting -> posting(posting);
            case FundsMovement movement -> movement(movement);
            case AdjustmentRef other ->
                adjustments.add(NamedDocument.id(other.budget().toString(), other.number()));
            case AdjustmentRequest request -> {
                request.mends().ifPresent(this::adjustment);
                request.reverses().ifPresent(this::adjustment);
                parts(request);
            }
            case String text -> text(text);
            case Optional<?> perhaps -> perhaps.ifPresent(this::add);
            case Iterable<?> several -> several.forEach(this::add);
            case Map<?, ?> named -> named.values().forEach(this::add);
            case Record parts -> parts(parts);
            default -> {} // days, numbers and what is chosen from a list
        }
    }

    void amount(long fen) {
        if (fen != 0) {
            amounts.add(Math.abs(fen));
        }
    }

    void code(Code code) {
        String plain = TrailTexts.plain(code.value());
        switch (code) {
            case UnitCode ignored -> units.add(plain);
            case FunctionCode ignored -> codes(plain, 3, 5);
            case DeptEconomicCode ignored -> codes(plain, 3);
            case GovEconomicCode ignored -> codes(plain, 3);
            default -> codes.add(plain);
        }
    }

    /** With those above it, which are its beginnings. */
    void codes(String plain, int... above) {
        codes.add(plain);
        for (int length : above) {
            if (plain.length() > length) {
                codes.add(plain.substring(0, length));
            }
        }
    }

    void unit(String code) {
        units.add(TrailTexts.plain(code));
    }

    void document(String numberOrTitle) {
        String plain = TrailTexts.plain(numberOrTitle);
        if (!plain.isEmpty()) {
            documents.add(plain);
            texts.add(plain);
        }
    }

    /** One of the budget that this is about. */
    void adjustment(long number) {
        adjustments.add(NamedDocument.id(about, number));
    }

    void text(String text) {
        String plain = TrailTexts.plain(text);
        if (!plain.isEmpty()) {
            texts.add(plain);
        }
    }

    private void document(Basis basis) {
        document(basis.documentNumber());
        document(basis.title());
        text(basis.issuer());
    }

    private void posting(Posting posting) {
        add(posting.line());
        add(posting.classification());
        add(posting.delta());
        document(posting.basis());
    }

    private void movement(FundsMovement movement) {
        add(movement.delta());
        document(movement.basis());
    }

    private void parts(Record whole) {
        for (RecordParts.Part part : RecordParts.of(whole)) {
            if (!MADE.contains(part.name())) {
                if (part.name().equals("requestNumber") && part.value() instanceof String number) {
                    document(number);
                } else {
                    add(part.value());
                }
            }
        }
    }

    Set<String> units() {
        return units;
    }

    Set<String> codes() {
        return codes;
    }

    Set<Long> amounts() {
        return amounts;
    }

    Set<String> documents() {
        return documents;
    }

    Set<String> adjustments() {
        return adjustments;
    }

    Set<String> texts() {
        return texts;
    }
}
