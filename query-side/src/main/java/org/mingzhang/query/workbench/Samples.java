package org.mingzhang.query.workbench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.execution.AdjustmentDocument;
import org.mingzhang.query.facts.FactKind;
import org.mingzhang.query.facts.FactReader;
import org.springframework.stereotype.Component;

/** Draws samples for pages, files and packs alike. */
@Component
class Samples {
    private final Population population;
    private final FactReader facts;

    Samples(Population population, FactReader facts) {
        this.population = population;
        this.facts = facts;
    }

    Sample draw(SampleQuestion question) {
        List<Candidate> candidates = new ArrayList<>();
        population.each(question.position(), question.year(), (budget, document) -> {
            if (!question.effective() || document.status().equals("effective")) {
                candidates.add(Population.candidate(budget, document));
            }
        });
        candidates.sort(Comparator.comparing(Candidate::document));
        Map<BudgetId, String> names = new HashMap<>();
        List<Sample.Line> lines =
                Sampling.drawn(candidates, question.seed(), question.method(), question.size()).stream()
                        .map(drawn -> line(drawn, question.position(), names))
                        .toList();
        Amount total = Amount.sum(candidates.stream().map(Candidate::amount).toList());
        return new Sample(question, candidates.size(), total, digest(candidates), lines);
    }

    private Sample.Line line(Drawn drawn, long position, Map<BudgetId, String> names) {
        AdjustmentDocument document = population.find(drawn.candidate().document(), position);
        BudgetId budget = drawn.candidate().document().budget();
        return new Sample.Line(
                drawn,
                names.computeIfAbsent(budget, id -> department(id, position)),
                document.fact().request().reason(),
                document.fact().makerName(),
                document.fact().day(),
                document.status());
    }

    private String department(BudgetId budget, long position) {
        return facts.rows(budget, position, FactKind.HEADER, BudgetHeader.class).values().stream()
                .map(BudgetHeader::shortName)
                .findFirst()
                .orElse("");
    }

    private static String digest(List<Candidate> candidates) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            candidates.forEach(one -> digest.update((one.key() + " " + one.kind() + " " + one.submitted() + " "
                            + one.amount().fen() + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
