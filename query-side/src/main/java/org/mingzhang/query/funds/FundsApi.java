package org.mingzhang.query.funds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.query.facts.Facts;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The sources of supplements as JSON for those who may draw on them; amounts in whole fen. */
@RestController
class FundsApi {
    private final FundsDesk desk;

    FundsApi(FundsDesk desk) {
        this.desk = desk;
    }

    /** @param reserved what it holds of the source; less than nothing is drawn by one that gave back */
    record Use(String budget, int adjustment, long reserved, long drawn) {
        static Use of(FundedSource.Use use) {
            AdjustmentRef document = use.document();
            return new Use(
                    document.budget().toString(),
                    document.number(),
                    use.reserved().fen(),
                    use.drawn().fen());
        }
    }

    /** @param step such as {@code registered}, {@code reserved} or {@code drawn} */
    record Step(String step, long granted, long reserved, long drawn, String document, String words, LocalDate day) {
        static Step of(Facts.FundsStep step) {
            return new Step(
                    step.step(),
                    step.granted().fen(),
                    step.reserved().fen(),
                    step.drawn().fen(),
                    step.document()
                            .map(document -> document.budget() + "/" + document.number())
                            .or(() -> step.basis().map(basis -> basis.documentNumber()))
                            .orElse(""),
                    step.words(),
                    step.day());
        }
    }

    /**
     * A source: {@code left} is granted without reserved and drawn.
     *
     * @param uses documents of budgets that are the reader's
     * @param reservePercent share of a reserve in the general-budget expenditure, where that was said
     * @param warnings such as {@code reserve-outside-1-to-3-percent} (预算法 art. 40)
     */
    record Source(
            int number,
            String kind,
            String name,
            String fund,
            String purpose,
            String function,
            String project,
            boolean matchingRequired,
            String documentNumber,
            long granted,
            long reserved,
            long drawn,
            long left,
            Optional<Double> reservePercent,
            List<String> warnings,
            List<Use> uses,
            List<Step> steps) {
        static Source of(FundedSource source) {
            return new Source(
                    source.number(),
                    source.said().kind().name(),
                    source.said().name(),
                    source.said().fund().name(),
                    source.said().purpose(),
                    source.said().function().map(Object::toString).orElse(""),
                    source.said().project().map(Object::toString).orElse(""),
                    source.said().matchingRequired(),
                    source.said().basis().documentNumber(),
                    source.granted().fen(),
                    source.reserved().fen(),
                    source.drawn().fen(),
                    source.left().fen(),
                    source.share(),
                    source.outsideTheLaw() ? List.of("reserve-outside-1-to-3-percent") : List.of(),
                    source.uses().stream().map(Use::of).toList(),
                    source.steps().stream().map(Step::of).toList());
        }
    }

    /** @param version to send back as {@code If-Match} */
    record Funds(String funds, long version, List<Source> sources) {}

    @GetMapping("/api/funds")
    List<String> all() {
        return desk.mine().stream().map(FundsId::toString).toList();
    }

    @GetMapping("/api/funds/{id}")
    Funds funds(@PathVariable String id) {
        FundsDesk.Opened opened = desk.open(id);
        return new Funds(
                opened.id().toString(),
                opened.version(),
                opened.sources().stream().map(Source::of).toList());
    }

    @GetMapping("/api/funds/{id}/sources/{number}")
    Source source(@PathVariable String id, @PathVariable int number) {
        return desk.open(id).sources().stream()
                .filter(source -> source.number() == number)
                .findFirst()
                .map(Source::of)
                .orElseThrow(PageNotFound::new);
    }
}
