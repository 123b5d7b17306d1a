package org.mingzhang.query.audit;

import java.sql.SQLException;
import java.util.Optional;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.query.rebuild.FactRebuild;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where anybody takes the latest checkpoint, and compares the log with one that they kept. */
@Controller
class LedgerPage {
    /** More than a checkpoint with several signatures has. */
    private static final int LONGEST = 4_000;

    private final CheckpointKeeper keeper;
    private final FactRebuild rebuild;
    private final CurrentVisitor visitors;

    LedgerPage(CheckpointKeeper keeper, FactRebuild rebuild, CurrentVisitor visitors) {
        this.keeper = keeper;
        this.rebuild = rebuild;
        this.visitors = visitors;
    }

    @GetMapping("/ledger")
    String ledger(Model model) throws SQLException {
        model.addAttribute("checkpoint", keeper.latest().orElseGet(keeper::cut));
        model.addAttribute("key", keeper.verifier().toString());
        model.addAttribute("broken", keeper.broken());
        model.addAttribute("proved", rebuild.provedEqual().map(ProvedEqual::of).orElse(null));
        model.addAttribute(
                "auditor",
                visitors.visitor().filter(visitor -> visitor.is(Role.AUDITOR)).isPresent());
        return "ledger";
    }

    @PostMapping("/ledger")
    String compare(@RequestParam(defaultValue = "") String older, RedirectAttributes attributes) {
        // Browsers send CR LF; the signature is over plain new lines.
        String note = older.replace("\r\n", "\n").stripLeading();
        String whole = note.endsWith("\n") ? note : note + "\n";
        Optional<String> against =
                whole.length() > LONGEST ? Optional.of("the checkpoint is too long") : keeper.against(whole);
        attributes.addFlashAttribute("holds", against.isEmpty());
        attributes.addFlashAttribute("against", against.orElse(""));
        attributes.addFlashAttribute("older", whole.length() > LONGEST ? "" : whole);
        return "redirect:/ledger#compare";
    }
}
