package org.mingzhang.query.workbench;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.mingzhang.kernel.value.AdjustmentRef;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.ledger.checkpoint.NoCheckpointException;
import org.mingzhang.query.audit.AuditScope;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Samples and evidence packs for programs; auditors only, each of what is within their rights. */
@RestController
class WorkbenchApi {
    private final Samples samples;
    private final Population population;
    private final EvidencePacks packs;
    private final AuditScope scope;

    WorkbenchApi(Samples samples, Population population, EvidencePacks packs, AuditScope scope) {
        this.samples = samples;
        this.population = population;
        this.packs = packs;
        this.scope = scope;
    }

    /**
     * A sample with the words that it follows from.
     *
     * @param total in fen, of the population
     * @param chosen in fen, of the documents that were chosen
     */
    record DrawnSample(
            Map<String, String> question,
            long population,
            long total,
            String populationDigest,
            long chosen,
            List<Document> documents) {
        static DrawnSample of(Sample sample) {
            return new DrawnSample(
                    sample.question().parameters(),
                    sample.population(),
                    sample.total().fen(),
                    sample.digest(),
                    sample.chosen().fen(),
                    sample.lines().stream().map(Document::of).toList());
        }
    }

    /** @param amount in fen */
    record Document(
            int place,
            String budget,
            int number,
            String kind,
            long amount,
            LocalDate submitted,
            String maker,
            String status,
            String reason,
            int hits,
            String stratum) {
        static Document of(Sample.Line line) {
            return new Document(
                    line.drawn().place(),
                    line.document().budget().toString(),
                    line.document().number(),
                    line.drawn().candidate().kind().name(),
                    line.amount().fen(),
                    line.day(),
                    line.maker(),
                    line.status(),
                    line.reason(),
                    line.drawn().hits(),
                    line.drawn().stratum());
        }
    }

    /** The same words give the same sample, whatever came later. */
    @GetMapping("/api/ledger/workbench/sample")
    DrawnSample sample(@RequestParam Map<String, String> parameters) {
        onlyAuditors();
        return DrawnSample.of(samples.draw(SampleQuestion.read(parameters, population.head())));
    }

    /** Everything of one document with its proofs, for {@code ./mingzhang verify-ledger}. */
    @GetMapping(path = "/api/ledger/workbench/pack.zip", params = "number")
    void pack(
            @RequestParam String budget,
            @RequestParam int number,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String since,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        onlyAuditors();
        AdjustmentRef document = new AdjustmentRef(budget(budget), number);
        EvidencePacks.Ready ready =
                packs.of(document, SampleQuestion.position(position, population.head()), since(since));
        packs.write(ready, locale, zip("evidence-" + budget + "-" + number + ".zip", response));
    }

    /** The same of every document of a sample, in one ZIP. */
    @GetMapping(path = "/api/ledger/workbench/pack.zip", params = "seed")
    void packs(@RequestParam Map<String, String> parameters, Locale locale, HttpServletResponse response)
            throws IOException {
        onlyAuditors();
        SampleQuestion question = SampleQuestion.read(parameters, population.head());
        EvidencePacks.Ready ready = packs.of(samples.draw(question), since(parameters.getOrDefault("since", "")));
        packs.write(ready, locale, zip("evidence-sample-" + question.position() + ".zip", response));
    }

    @ExceptionHandler
    ProblemDetail unsigned(NoCheckpointException unsigned) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, unsigned.getMessage());
    }

    /** How many events the older checkpoint counts that somebody kept; more than the log has are said. */
    private OptionalLong since(String text) {
        return text.isBlank()
                ? OptionalLong.empty()
                : OptionalLong.of(SampleQuestion.position(text, population.head()));
    }

    private void onlyAuditors() {
        if (!scope.isAuditor()) {
            throw new PageNotFound();
        }
    }

    private static BudgetId budget(String text) {
        try {
            return BudgetId.parse(text);
        } catch (InvalidValueException e) {
            throw new PageNotFound();
        }
    }

    /** Written by the thread of the request: what is answered later has a time limit, and an auditor's line may be slow. */
    private static OutputStream zip(String name, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        return response.getOutputStream();
    }
}
