package org.mingzhang.query.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.checkpoint.NoCheckpointException;
import org.mingzhang.ledger.checkpoint.Recheck;
import org.mingzhang.ledger.proof.Checkpoint;
import org.mingzhang.ledger.proof.SignedNote;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.facts.ReadableBudgets;
import org.mingzhang.query.rebuild.Rebuild;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where anybody takes the latest checkpoint, and compares the log with one that they kept. */
@Controller
class LedgerPage {
    /** More than a checkpoint with several signatures has. */
    private static final int LONGEST = 4_000;

    private final CheckpointKeeper keeper;
    private final Recheck recheck;
    private final Rebuild rebuild;
    private final ReadableBudgets budgets;
    private final EventLog log;
    private final AuditScope scope;
    private final CurrentVisitor visitors;
    private final OwnBackup backup;
    private final LedgerReasons reasons;

    LedgerPage(
            CheckpointKeeper keeper,
            Recheck recheck,
            Rebuild factRebuild,
            ReadableBudgets budgets,
            EventLog log,
            AuditScope scope,
            CurrentVisitor visitors,
            OwnBackup backup,
            LedgerReasons reasons) {
        this.backup = backup;
        this.reasons = reasons;
        this.keeper = keeper;
        this.recheck = recheck;
        this.rebuild = factRebuild;
        this.budgets = budgets;
        this.log = log;
        this.scope = scope;
        this.visitors = visitors;
    }

    @GetMapping("/ledger")
    String ledger(Model model) throws SQLException {
        model.addAttribute("checkpoint", checkpoint());
        model.addAttribute("key", key());
        model.addAttribute("standing", keeper.standing());
        model.addAttribute("rechecked", recheck.progress().map(Rechecked::of).orElse(null));
        boolean different = rebuild.different().isPresent();
        model.addAttribute("different", different);
        model.addAttribute(
                "proved",
                rebuild.provedEqual()
                        .filter(proof -> !different)
                        .map(ProvedEqual::of)
                        .orElse(null));
        model.addAttribute("madeAt", keeper.keyMadeAt());
        model.addAttribute("changes", keeper.successions().size());
        boolean auditor = scope.isAuditor();
        model.addAttribute("auditor", auditor);
        if (auditor) {
            model.addAttribute("head", log.head());
            List<BudgetHeader> listed = budgets.list(ReadableBudgets.Reader.STAFF).stream()
                    .map(one -> one.header())
                    .toList();
            model.addAttribute(
                    "budgets",
                    listed.stream()
                            .filter(header -> scope.covers(header.id().toString()))
                            .toList());
            model.addAttribute("whole", scope.isWhole());
            model.addAttribute("streams", others(listed));
        }
        boolean keeps = visitors.visitor()
                .filter(visitor -> visitor.roles().contains(Role.ADMINISTRATOR))
                .isPresent();
        model.addAttribute("keeper", keeps);
        if (keeps) {
            model.addAttribute("backup", backup.isPossible());
        }
        model.addAttribute("reasons", reasons);
        return "ledger";
    }

    /** The funds and rules of divisions, of which an auditor takes the events as those of a budget. */
    private List<String> others(List<BudgetHeader> listed) {
        Stream<String> funds =
                listed.stream().map(header -> FundsId.of(header.id()).toString());
        Stream<String> rules =
                listed.stream().map(header -> PolicyEvent.stream(header.id().division()));
        Stream<String> successions =
                listed.stream().map(header -> CrosswalkEvent.stream(header.id().division()));
        return Stream.of(funds, rules, successions)
                .flatMap(streams -> streams)
                .distinct()
                .filter(scope::covers)
                .filter(stream ->
                        log.streamVersion(stream) >= 0 || log.streamVersion(SubmissionEvent.beside(stream)) >= 0)
                .toList();
    }

    /** Empty while none was ever signed; the page says why. */
    private String checkpoint() {
        try {
            return keeper.latest().orElseGet(keeper::cut);
        } catch (NoCheckpointException e) {
            return "";
        }
    }

    private String key() {
        try {
            return keeper.verifier().toString();
        } catch (NoCheckpointException e) {
            return "";
        }
    }

    /** Only with a tick in the form, because nobody gets the old key back. */
    @PostMapping("/ledger/key")
    String rotate(@RequestParam(defaultValue = "false") boolean sure, RedirectAttributes attributes) {
        if (sure) {
            try {
                keeper.rotate();
                attributes.addFlashAttribute("rotated", true);
            } catch (NoCheckpointException e) {
                attributes.addFlashAttribute("notRotated", e.getMessage());
            }
        }
        return "redirect:/ledger#key";
    }

    /** With what was pasted, or with the file that was chosen. */
    @PostMapping("/ledger")
    String compare(
            @RequestParam(defaultValue = "") String older,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes attributes)
            throws IOException {
        String given = file == null || file.isEmpty() ? older : begin(file);
        // Browsers send CR LF; the signature is over plain new lines.
        String note = given.replace("\r\n", "\n").replace("\uFEFF", "").stripLeading();
        String whole = note.endsWith("\n") ? note : note + "\n";
        boolean tooLong = whole.length() > LONGEST;
        Optional<String> against = tooLong ? Optional.of("the checkpoint is too long") : against(whole);
        attributes.addFlashAttribute("holds", against.isEmpty());
        attributes.addFlashAttribute("against", against.orElse(""));
        attributes.addFlashAttribute("older", tooLong ? "" : whole);
        if (against.isEmpty()) {
            attributes.addFlashAttribute(
                    "since", Checkpoint.read(SignedNote.read(whole).text()).size());
        }
        return "redirect:/ledger#compare";
    }

    /** Enough to see that it is too long, and no more of whatever was chosen. */
    private static String begin(MultipartFile file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readNBytes(LONGEST * 4), StandardCharsets.UTF_8);
        }
    }

    private Optional<String> against(String note) {
        try {
            return keeper.against(note);
        } catch (NoCheckpointException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }
}
