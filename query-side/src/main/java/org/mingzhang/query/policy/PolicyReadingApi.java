package org.mingzhang.query.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.amendment.Amendment;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.policy.AdjustmentRule;
import org.mingzhang.kernel.policy.Limit;
import org.mingzhang.kernel.value.DivisionCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules as JSON: of a day, or of the version that a document names. */
@RestController
class PolicyReadingApi {
    private final PolicyDesk desk;

    PolicyReadingApi(PolicyDesk desk) {
        this.desk = desk;
    }

    /** @param day on which they count, or since which when they were asked for by their version */
    record Rules(String division, LocalDate day, String version, List<Path> paths, List<LimitRow> limits) {
        static Rules of(ShownRules shown) {
            return new Rules(
                    shown.division().value(),
                    shown.day(),
                    shown.version(),
                    shown.rows().paths().stream().map(Path::of).toList(),
                    shown.rows().limits().stream().map(LimitRow::of).toList());
        }
    }

    /** @param least in fen; the path with the largest that an amount reaches decides */
    record Path(
            String id,
            String kind,
            long least,
            boolean permitted,
            List<String> stations,
            boolean approvalDemanded,
            LocalDate from,
            Optional<LocalDate> to,
            String basis,
            boolean confirmed,
            int amendment) {
        static Path of(AdjustmentRule rule) {
            return new Path(
                    rule.id(),
                    rule.kind().name(),
                    rule.least().fen(),
                    rule.permitted(),
                    rule.stations().stream().map(Enum::name).toList(),
                    rule.approvalDemanded(),
                    rule.from(),
                    rule.to(),
                    rule.basis(),
                    rule.confirmed(),
                    rule.amendment());
        }
    }

    /** @param kinds to which it applies; empty for all */
    record LimitRow(
            String id,
            List<String> kinds,
            long least,
            String measure,
            String bound,
            List<String> except,
            String effect,
            List<String> stations,
            LocalDate from,
            Optional<LocalDate> to,
            String basis,
            boolean confirmed,
            int amendment) {
        static LimitRow of(Limit limit) {
            return new LimitRow(
                    limit.id(),
                    limit.kinds().stream().map(Enum::name).toList(),
                    limit.least().fen(),
                    limit.measure().name(),
                    limit.bound(),
                    limit.except().stream().map(Enum::name).toList(),
                    limit.effect().name(),
                    limit.stations().stream().map(Enum::name).toList(),
                    limit.from(),
                    limit.to(),
                    limit.basis(),
                    limit.confirmed(),
                    limit.amendment());
        }
    }

    /** @param status whether it waits to be decided, was put in force or was declined */
    record Proposed(
            int number,
            String status,
            LocalDate from,
            Optional<LocalDate> to,
            String reason,
            String proposedBy,
            LocalDate proposedOn,
            Optional<String> decidedBy,
            Optional<LocalDate> decidedOn,
            String words,
            List<String> kinds,
            List<String> limits) {
        static Proposed of(Amendment amendment) {
            return new Proposed(
                    amendment.number(),
                    amendment.open() ? "proposed" : amendment.inForce() ? "in-force" : "declined",
                    amendment.proposal().from(),
                    amendment.proposal().to(),
                    amendment.proposal().reason(),
                    amendment.maker().displayName(),
                    amendment.proposedOn(),
                    amendment.decision().map(decided -> decided.actor().displayName()),
                    amendment.decision().map(Amendment.Decided::day),
                    amendment.decision().map(Amendment.Decided::words).orElse(""),
                    amendment.proposal().tiers().stream()
                            .map(tier -> tier.kind().name())
                            .distinct()
                            .toList(),
                    amendment.proposal().limits().stream()
                            .map(limit -> limit.id())
                            .toList());
        }
    }

    @GetMapping("/api/policy/{division}")
    Rules rules(
            @PathVariable String division,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String version) {
        DivisionCode code = desk.division(division);
        return Rules.of(desk.rules(code, desk.book(code), day, version));
    }

    @GetMapping("/api/policy/{division}/amendments")
    List<Proposed> amendments(@PathVariable String division) {
        PolicyBook book = desk.book(desk.division(division));
        return book.amendments().stream().map(Proposed::of).toList();
    }
}
