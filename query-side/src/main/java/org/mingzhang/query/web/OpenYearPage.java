package org.mingzhang.query.web;

import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.ledger.identity.Identities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The form that opens a department's budget of a year, empty or from an earlier one. */
@Controller
class OpenYearPage {
    private final BudgetShelf shelf;

    OpenYearPage(BudgetShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping("/prepare")
    String form(Model model) {
        List<Choice> earlier = shelf.mine().stream()
                .map(listed -> {
                    BudgetId id = listed.header().id();
                    return new Choice(id.toString(), id + " " + listed.header().shortName());
                })
                .toList();
        model.addAttribute("earlier", earlier);
        model.addAttribute("key", Identities.next().toString());
        model.addAttribute("version", "");
        return "prepare/open";
    }
}
