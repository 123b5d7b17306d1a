package org.mingzhang.command.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Decides on several documents with one comment: one command and one decision for each, in the order of the page; those that
 * fail are told with why, and the others are decided all the same.
 */
@Controller
class ApprovalForms {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalForms.class);
    private static final int MOST = 200;

    /** The budget, the number, and the station that was seen as the next, or the day for what only has to take effect. */
    private static final Pattern PICK = Pattern.compile(
            "([0-9-]{15})/(\\d{1,9})/(DEPARTMENT_REVIEW|FINANCE_REVIEW|GOVERNMENT_DECISION|STANDING_COMMITTEE|\\d{4}-\\d\\d-\\d\\d)");

    private static final String BACK = "return";
    private static final Set<String> ACTS = Set.of("pass", BACK);

    private final CommandDoor door;
    private final BudgetCommands commands;

    ApprovalForms(CommandDoor door, BudgetCommands commands) {
        this.door = door;
        this.commands = commands;
    }

    /** What became of one of them. */
    public record Decided(String budget, int number, boolean done, String words) {}

    @PostMapping("/approvals/decide")
    String decide(
            @RequestParam(defaultValue = "") List<String> pick,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String key,
            @RequestParam String act,
            Locale locale,
            RedirectAttributes attributes) {
        String once = ApiExchange.isKey(key) && key.length() <= 40
                ? key
                : Identities.next().toString();
        if (!ACTS.contains(act)) { // a decision that nobody made is none
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        List<Decided> decided = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (String one : pick.stream().distinct().limit(MOST).toList()) {
            Matcher picked = PICK.matcher(one);
            if (picked.matches()) {
                Decided what = decided(picked, act.equals(BACK), comment, once + "/" + one, locale);
                decided.add(what);
                if (!what.done()) {
                    failed.add(one);
                }
            }
        }
        attributes.addFlashAttribute("decided", decided);
        attributes.addFlashAttribute("failed", failed);
        attributes.addFlashAttribute("unpicked", decided.isEmpty());
        attributes.addFlashAttribute("comment", comment);
        return "redirect:/approvals";
    }

    private Decided decided(Matcher picked, boolean back, String comment, String key, Locale locale) {
        String budget = picked.group(1);
        int number = Integer.parseInt(picked.group(2));
        RefusalWords words = RefusalWords.in(locale);
        BudgetId id = BudgetId.parse(budget);
        if (!commands.isOpenFor(id)) {
            return new Decided(budget, number, false, words.ofRule("request.not-yours", budget));
        }
        try {
            BudgetCommand command = back
                    ? new AdjustmentCommand.ReturnAdjustment(id, number, comment)
                    : passing(id, number, picked.group(3), comment);
            return switch (door.hand(command, key, OptionalLong.empty(), Origin.Channel.PAGE)) {
                case Outcome.Done ignored -> new Decided(budget, number, true, "");
                case Outcome.Refused refused -> new Decided(budget, number, false, said(words, refused.objections()));
                case Outcome.Stale ignored ->
                    new Decided(budget, number, false, words.ofRule("request.decide-again", budget));
                case Outcome.KeyReused ignored ->
                    new Decided(budget, number, false, words.ofRule("request.key-reused", budget));
            };
        } catch (DateTimeException e) {
            return new Decided(budget, number, false, words.ofRule("request.not-a-day", picked.group(3)));
        } catch (LogUnavailableException e) {
            LOG.error("a decision could not be recorded", e);
            return new Decided(budget, number, false, words.ofRule("request.unavailable", ""));
        }
    }

    /** Each reason once: where a document is now, and who acted last. */
    private static String said(RefusalWords words, List<Decision.Objection> objections) {
        return objections.stream()
                .map(objection -> words.of(objection.refusal()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static BudgetCommand passing(BudgetId id, int number, String next, String comment) {
        return Optional.of(next)
                .filter(text -> Character.isDigit(text.charAt(0)))
                .<BudgetCommand>map(day -> new AdjustmentCommand.PutAdjustmentIntoEffect(
                        id, number, Optional.empty(), LocalDate.parse(day)))
                .orElseGet(() -> new AdjustmentCommand.ReviewAdjustment(
                        id, number, AdjustmentStation.valueOf(next), Optional.empty(), comment));
    }
}
