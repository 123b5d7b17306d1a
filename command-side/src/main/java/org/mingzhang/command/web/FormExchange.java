package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.BudgetCommands.TurnedAway;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.drafts.AdjustmentDrafts.Saving;
import org.mingzhang.command.fields.Parse;
import org.mingzhang.command.fields.Sent;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.ledger.identity.Identities;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One post of a form: done, it goes back to the page with the position to wait for; otherwise with what is wrong and
 * everything that was typed.
 */
final class FormExchange {
    private static final Logger LOG = LoggerFactory.getLogger(FormExchange.class);
    private static final Pattern PLAIN = Pattern.compile("[\\w./?=&%-]{1,500}");
    private static final Set<String> HIDDEN =
            Set.of("key", "version", "back", "kept", "draft", "draftVersion", "_csrf");

    private final CommandDoor door;
    private final HttpServletRequest request;
    private final RedirectAttributes attributes;
    private final Problems problems;
    private final SentFiles files;
    private TakenFiles taken = new TakenFiles();
    private Optional<SeenDraft> draft = Optional.empty();

    FormExchange(
            CommandDoor door,
            SentFiles files,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Problems problems) {
        this.files = files;
        this.door = door;
        this.request = request;
        this.attributes = attributes;
        this.problems = problems;
    }

    /** The form shows a draft. */
    FormExchange outOf(SeenDraft shown) {
        draft = Optional.of(shown);
        return this;
    }

    RedirectView answer(String name, String id, Sent.Group sent) {
        try {
            OptionalLong version = version();
            taken = files.take(request, id);
            LedgerCommand command = taken.with(door.read(name, id, sent, false));
            String key = key();
            return draftMoved(command, key) ? turnedAway(command, key) : answer(command, handed(command, key, version));
        } catch (UnreadableFields e) {
            return again(id, problems.of(e));
        } catch (InvalidValueException e) {
            return again(
                    id,
                    problems.of(
                            new UnreadableFields(List.of(new UnreadableFields.Problem("budget", e.rule(), e.text())))));
        } catch (LogUnavailableException e) {
            LOG.error("a command could not be recorded", e);
            return again(id, problems.unavailable());
        }
    }

    /** Whether their draft is not as it was shown, and this very form has not made the document of it either. */
    private boolean draftMoved(LedgerCommand command, String key) {
        return command instanceof BudgetCommand about
                && draft.filter(shown -> shown.hasMoved(about.budget())).isPresent()
                && door.isOpenFor(about.budget())
                && !door.isDone(command, key)
                && !door.isDone(command, mendedKey(command, key));
    }

    private RedirectView turnedAway(LedgerCommand command, String key) {
        door.turnedAway(command, key, TurnedAway.DRAFT_MOVED, Origin.Channel.PAGE);
        String id = command.stream();
        UriComponentsBuilder page = UriComponentsBuilder.fromUriString(back(id));
        Optional<Saving.Overtaken> saved =
                draft.flatMap(shown -> shown.differing(BudgetId.parse(id), DraftForms.written(request)));
        saved.filter(differing -> !differing.differences().isEmpty())
                .ifPresent(differing -> attributes.addFlashAttribute("overtaken", differing));
        return again(
                saved.map(problems::draftChanged).orElseGet(problems::draftMoved),
                (saved.isPresent() ? page : page.replaceQueryParam("draft"))
                        .build()
                        .toUriString());
    }

    /**
     * Whoever goes back in the browser after a refusal and mends the form sends the old key with new content. Nothing
     * came of that key, so the mended form is taken under one of its own, the same for a second click.
     */
    private Outcome handed(LedgerCommand command, String key, OptionalLong version) {
        Outcome first = door.hand(command, key, version, Origin.Channel.PAGE);
        boolean mended = first instanceof Outcome.KeyReused reused && reused.afterRefusal();
        return mended ? door.hand(command, mendedKey(command, key), version, Origin.Channel.PAGE) : first;
    }

    /** Of content that was mended after a refusal under that key. */
    static String mendedKey(Object command, String key) {
        byte[] both = (key + "\n" + command).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(both).toString();
    }

    private RedirectView answer(LedgerCommand command, Outcome outcome) {
        String id = command.stream();
        return switch (outcome) {
            case Outcome.Done done -> {
                if (command instanceof BudgetCommand about) {
                    draft.ifPresent(shown -> shown.submitted(about.budget()));
                }
                yield to(UriComponentsBuilder.fromUriString(back(id))
                        .replaceQueryParam("after", done.position())
                        .build()
                        .toUriString());
            }
            case Outcome.Refused refused -> again(id, problems.of(command, refused.objections()));
            case Outcome.Stale stale -> again(id, problems.stale(stale, id, door));
            case Outcome.KeyReused reused -> again(id, problems.keyReused());
        };
    }

    private RedirectView again(String id, List<FieldProblem> objections) {
        return again(objections, back(id));
    }

    private RedirectView again(List<FieldProblem> objections, String page) {
        attributes.addFlashAttribute("objections", objections);
        attributes.addFlashAttribute("typed", typed());
        attributes.addFlashAttribute("keptFiles", taken.kept());
        attributes.addFlashAttribute("form", request.getRequestURI());
        return to(page);
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!HIDDEN.contains(name) && values.length > 0) {
                typed.put(name, values[0]);
            }
        });
        return typed;
    }

    /** Only back to a page of the same budget or funds, or to the list of budgets. */
    private String back(String id) {
        String back = Optional.ofNullable(request.getParameter("back")).orElse("");
        boolean own = List.of("/prepare/" + id, "/execute/" + id, "/publish/" + id, "/funds/" + id).stream()
                .anyMatch(page -> back.equals(page) || back.startsWith(page + "/") || back.startsWith(page + "?"));
        boolean list = back.equals("/workbench") || back.equals("/prepare");
        boolean funds = FundsId.isOne(id);
        boolean known = funds || id.matches("[0-9-]{15}");
        if (PLAIN.matcher(back).matches() && ((own && known) || list)) {
            return back;
        }
        return known ? (funds ? "/funds/" : "/prepare/") + id : "/workbench";
    }

    private String key() {
        String key = Optional.ofNullable(request.getParameter("key")).orElse("").strip();
        return ApiExchange.isKey(key) ? key : Identities.next().toString();
    }

    private OptionalLong version() {
        String version =
                Optional.ofNullable(request.getParameter("version")).orElse("").strip();
        return version.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Parse.number(version));
    }

    private static RedirectView to(String url) {
        RedirectView view = new RedirectView(url, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
