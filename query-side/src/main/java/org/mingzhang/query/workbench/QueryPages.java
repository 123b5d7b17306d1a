package org.mingzhang.query.workbench;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Keeps queries of the workbench under a name, renames and deletes them; each auditor their own. */
@Controller
class QueryPages {
    private final SavedQueries queries;

    QueryPages(SavedQueries queries) {
        this.queries = queries;
    }

    @PostMapping("/ledger/workbench/queries")
    String keep(@RequestParam String name, @RequestParam String page, @RequestParam Map<String, String> parameters) {
        queries.keep(name, page, parameters);
        return "redirect:"
                + queries.mine().stream()
                        .filter(kept -> kept.name().equals(name.strip()))
                        .findFirst()
                        .map(QueryStore.Kept::link)
                        .orElse("/ledger/workbench")
                + "#queries";
    }

    @PostMapping("/ledger/workbench/queries/{query}/name")
    String rename(@PathVariable String query, @RequestParam String name) {
        queries.rename(query, name);
        return "redirect:/ledger/workbench#queries";
    }

    @PostMapping("/ledger/workbench/queries/{query}/delete")
    String delete(@PathVariable String query) {
        queries.delete(query);
        return "redirect:/ledger/workbench#queries";
    }

    /** The own ones, by name. */
    @GetMapping("/api/ledger/workbench/queries")
    @ResponseBody
    List<QueryStore.Kept> mine() {
        return queries.mine();
    }

    /** Keeps a query; its parameters are those of the sample or the flags. */
    @PostMapping("/api/ledger/workbench/queries")
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    List<QueryStore.Kept> keepByProgram(
            @RequestParam String name, @RequestParam String page, @RequestParam Map<String, String> parameters) {
        queries.keep(name, page, parameters);
        return queries.mine();
    }

    @PutMapping("/api/ledger/workbench/queries/{query}")
    @ResponseBody
    List<QueryStore.Kept> renameByProgram(@PathVariable String query, @RequestParam String name) {
        queries.rename(query, name);
        return queries.mine();
    }

    @DeleteMapping("/api/ledger/workbench/queries/{query}")
    @ResponseBody
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteByProgram(@PathVariable String query) {
        queries.delete(query);
    }
}
