package org.mingzhang.query.performance.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.export.TableCsv;
import org.mingzhang.query.export.TableView;
import org.mingzhang.query.export.TableXlsx;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A form of monitoring or self-evaluation in three formats. */
@RestController
class FormApi {
    private static final String FORM = "/api/budgets/{id}/performance/forms/{form:[a-z-]+}";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final FormShelf forms;

    FormApi(FormShelf forms) {
        this.forms = forms;
    }

    /**
     * A form.
     *
     * @param statedAt the position at which it was stated; left out before anything was
     * @param explained where its numbers are explained, by row and column as in addresses
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FormView(String form, Optional<Long> statedAt, TableView table, Map<String, String> explained) {}

    @GetMapping(FORM)
    FormView json(@PathVariable String id, @PathVariable String form, @RequestParam Map<String, String> parameters) {
        FormShelf.Found found = forms.read(id, FormQuestion.read(form, parameters));
        return new FormView(
                form,
                found.at(),
                TableView.of(
                        found.form().table(),
                        found.budget().facts(),
                        found.question().table().unit()),
                found.links());
    }

    @GetMapping(FORM + ".csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String id, @PathVariable String form, @RequestParam Map<String, String> parameters) {
        return file(id, FormQuestion.read(form, parameters), CSV, "csv", TableCsv::write);
    }

    @GetMapping(FORM + ".xlsx")
    ResponseEntity<byte[]> xlsx(
            @PathVariable String id, @PathVariable String form, @RequestParam Map<String, String> parameters) {
        return file(id, FormQuestion.read(form, parameters), XLSX, "xlsx", TableXlsx::write);
    }

    private ResponseEntity<byte[]> file(
            String id,
            FormQuestion question,
            MediaType type,
            String extension,
            BiFunction<Table, AmountUnit, byte[]> format) {
        FormShelf.Found found = forms.read(id, question);
        String name = found.budget().id() + "-" + question.kind().key()
                + (question.project().isEmpty() ? "" : "-" + question.project()) + "." + extension;
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(format.apply(found.form().table(), question.table().unit()));
    }
}
