package org.mingzhang.query.api;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.export.TableCsv;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.export.TableXlsx;
import org.mingzhang.query.facts.DisclosureTables;
import org.mingzhang.query.web.BudgetShelf;
import org.mingzhang.query.web.OpenedBudget;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * One table in three formats, asked with {@code unit}, {@code basis}, {@code scope} and, where one may choose, {@code
 * asOf}; {@code after} waits until what was written is there.
 */
@RestController
class TableApi {
    private static final String TABLE = "/api/budgets/{id}/tables/{number:\\d{1,2}}";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final BudgetShelf shelf;
    private final DisclosureTables tables;

    TableApi(BudgetShelf shelf, DisclosureTables tables) {
        this.shelf = shelf;
        this.tables = tables;
    }

    @GetMapping(path = TABLE)
    ResponseEntity<TableView> json(
            @PathVariable String id, @PathVariable int number, @RequestParam Map<String, String> parameters) {
        Found found = found(id, number, parameters);
        return ResponseEntity.ok()
                .eTag(found.tag())
                .body(TableView.of(
                        found.table(), found.budget().facts(), found.question().unit()));
    }

    @GetMapping(path = TABLE + ".csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String id, @PathVariable int number, @RequestParam Map<String, String> parameters) {
        return file(found(id, number, parameters), CSV, "csv", TableCsv::write);
    }

    @GetMapping(path = TABLE + ".xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String id, @PathVariable int number, @RequestParam Map<String, String> parameters) {
        return file(found(id, number, parameters), XLSX, "xlsx", TableXlsx::write);
    }

    private record Found(OpenedBudget budget, Table table, TableQuestion question) {
        /** Changes with whatever could change what is answered. */
        String tag() {
            return "\"%d%s-%s-%s-%s-%s-%s\""
                    .formatted(
                            budget.position(),
                            budget.moment().day().map(day -> "-" + day).orElse(""),
                            table.version(),
                            TableView.key(question.unit()),
                            question.basis().key(),
                            question.scope().key(),
                            budget.released() ? "released" : "draft");
        }

        String fileName(String extension) {
            return String.format(
                    Locale.ROOT,
                    "%s-%02d-%s.%s",
                    budget.id(),
                    table.number(),
                    TableView.key(question.unit()),
                    extension);
        }
    }

    private Found found(String id, int number, Map<String, String> parameters) {
        TableQuestion question = TableQuestion.read(parameters);
        OpenedBudget budget = shelf.open(id, question.basis(), question.asOf(), question.scope());
        Table table = tables.of(budget.facts(), number, question.scope()).orElseThrow(PageNotFound::new);
        return new Found(budget, table, question);
    }

    private static ResponseEntity<byte[]> file(
            Found found, MediaType type, String extension, BiFunction<Table, AmountUnit, byte[]> format) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(found.fileName(extension))
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(found.tag())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(format.apply(found.table(), found.question().unit()));
    }
}
