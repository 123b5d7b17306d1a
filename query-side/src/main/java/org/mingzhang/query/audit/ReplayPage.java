package org.mingzhang.query.audit;

import java.util.Map;
import org.mingzhang.query.audit.ReplayProof.Proved;
import org.mingzhang.query.disclosure.Table;
import org.mingzhang.query.web.AsOfBars;
import org.mingzhang.query.web.TableQuestion;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the button on a table answers: replayed, and equal or not. */
@Controller
class ReplayPage {
    private final ReplayProof proof;
    private final AsOfBars bars;

    ReplayPage(ReplayProof proof, AsOfBars bars) {
        this.proof = proof;
        this.bars = bars;
    }

    @GetMapping("/budgets/{id}/tables/{number:\\d{1,2}}/replayed")
    String replayed(
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam Map<String, String> parameters,
            Model model) {
        TableQuestion question = TableQuestion.read(parameters);
        Proved proved = proof.prove(id, number, question);
        model.addAttribute("budget", proved.budget());
        model.addAttribute(
                "asOfBar",
                bars.of(proved.budget(), question.scope(), question.asOf(), true)
                        .orElse(null));
        model.addAttribute("tableTitle", Table.text(proved.table().title(), question.unit()));
        model.addAttribute("question", question);
        model.addAttribute("verdict", proved.verdict());
        return "replayed";
    }
}
