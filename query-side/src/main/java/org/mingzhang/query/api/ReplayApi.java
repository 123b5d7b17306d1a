package org.mingzhang.query.api;

import java.util.Map;
import org.mingzhang.query.audit.ReplayProof;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether a table as of an instant equals the one that its events give when they are replayed. */
@RestController
class ReplayApi {
    private final ReplayProof proof;

    ReplayApi(ReplayProof proof) {
        this.proof = proof;
    }

    @GetMapping("/api/budgets/{id}/tables/{number:\\d{1,2}}/replayed")
    ReplayProof.Verdict replayed(
            @PathVariable String id, @PathVariable int number, @RequestParam Map<String, String> parameters) {
        return proof.verdict(id, number, TableQuestion.read(parameters));
    }
}
