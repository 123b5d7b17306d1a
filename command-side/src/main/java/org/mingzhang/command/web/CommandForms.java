package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mingzhang.command.fields.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Where the forms of the pages post to; each post ends in a redirect. */
@Controller
class CommandForms {
    private final CommandDoor door;
    private final SentFiles files;
    private final DraftsOfForms drafts;

    CommandForms(CommandDoor door, SentFiles files, DraftsOfForms drafts) {
        this.door = door;
        this.files = files;
        this.drafts = drafts;
    }

    /** Opens a year. */
    @PostMapping("/prepare")
    RedirectView open(
            @RequestParam(defaultValue = "") String budget,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return new FormExchange(door, files, request, attributes, new Problems(locale))
                .answer(
                        "OpenBudget",
                        budget,
                        SentForm.read(request.getParameterMap()).without("budget"));
    }

    @PostMapping({
        "/prepare/{id}/units",
        "/prepare/{id}/units/revise",
        "/prepare/{id}/units/remove",
        "/prepare/{id}/projects",
        "/prepare/{id}/projects/revise",
        "/prepare/{id}/projects/remove",
        "/prepare/{id}/projects/targets",
        "/prepare/{id}/targets",
        "/prepare/{id}/lines",
        "/prepare/{id}/lines/revise",
        "/prepare/{id}/lines/remove",
        "/prepare/{id}/revenue",
        "/prepare/{id}/revenue/revise",
        "/prepare/{id}/revenue/remove",
        "/prepare/{id}/statements/{topic}",
        "/prepare/{id}/comparatives"
    })
    RedirectView content(
            @PathVariable String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        return routed(id, request, attributes, locale);
    }

    @PostMapping({
        "/prepare/{id}/phase/submit-first-proposal",
        "/prepare/{id}/phase/return-first-proposal",
        "/prepare/{id}/phase/issue-ceiling",
        "/prepare/{id}/phase/revise-ceiling",
        "/prepare/{id}/phase/submit-second-draft",
        "/prepare/{id}/phase/return-second-draft",
        "/prepare/{id}/phase/include",
        "/prepare/{id}/phase/record-enactment",
        "/prepare/{id}/phase/approve",
        "/prepare/{id}/phase/distribute"
    })
    RedirectView phase(
            @PathVariable String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        return routed(id, request, attributes, locale);
    }

    /** Out of a draft perhaps, which becomes one document however many windows show it. */
    @PostMapping({"/execute/{id}/adjustments", "/execute/{id}/projects/{project}/adjustment"})
    RedirectView submission(
            @PathVariable String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        Route route = Route.ofForm(request);
        String command = route.command();
        Sent.Group sent = route.filledIn(SentForm.read(request.getParameterMap()), request);
        FormExchange exchange = new FormExchange(door, files, request, attributes, new Problems(locale));
        return DraftForms.draft(request)
                .map(draft -> new SeenDraft(drafts, draft, DraftForms.seen(request), door.login()))
                .map(draft ->
                        drafts.inTurn(draft.id(), () -> exchange.outOf(draft).answer(command, id, sent)))
                .orElseGet(() -> exchange.answer(command, id, sent));
    }

    @PostMapping({
        "/execute/{id}/adjustments/{number}/review",
        "/execute/{id}/adjustments/{number}/return",
        "/execute/{id}/adjustments/{number}/rejection",
        "/execute/{id}/adjustments/{number}/withdrawal",
        "/execute/{id}/adjustments/{number}/effect",
        "/execute/{id}/adjustments/{number}/reversal",
        "/execute/{id}/provisional",
        "/execute/{id}/freezes",
        "/execute/{id}/thaws",
        "/execute/{id}/months",
        "/execute/{id}/carry-over",
        "/execute/{id}/monitoring",
        "/execute/{id}/self-evaluations",
        "/execute/{id}/closing",
        "/execute/{id}/accounts",
        "/execute/{id}/accounts/return"
    })
    RedirectView execution(
            @PathVariable String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        return routed(id, request, attributes, locale);
    }

    @PostMapping({"/funds/{id}/sources", "/funds/{id}/sources/{source}/increase", "/funds/{id}/sources/{source}/correct"
    })
    RedirectView funds(
            @PathVariable String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        return routed(id, request, attributes, locale);
    }

    @PostMapping({"/publish/{id}/secrecy-review", "/publish/{id}/disclosure"})
    RedirectView publication(
            @PathVariable String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        return routed(id, request, attributes, locale);
    }

    private RedirectView routed(String id, HttpServletRequest request, RedirectAttributes attributes, Locale locale) {
        Route route = Route.ofForm(request);
        Sent.Group sent = route.filledIn(SentForm.read(request.getParameterMap()), request);
        return new FormExchange(door, files, request, attributes, new Problems(locale))
                .answer(route.command(), id, sent);
    }
}
