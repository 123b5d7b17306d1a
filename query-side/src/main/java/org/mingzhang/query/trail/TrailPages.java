package org.mingzhang.query.trail;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mingzhang.kernel.event.EventName;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.ListInstant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The audit trail as a page, as a file, and each entry under a link that stays; auditors only. */
@Controller
class TrailPages {
    private static final int ON_ONE_PAGE = 50;
    private static final int SUGGESTED = 300;

    /** The kinds of each group, in the order in which they came into the catalogue. */
    private static final Map<TrailGroup, List<String>> KINDS = EventName.types().entrySet().stream()
            .collect(Collectors.groupingBy(
                    one -> TrailGroup.of(one.getValue()),
                    TreeMap::new,
                    Collectors.mapping(one -> one.getKey().name(), Collectors.toList())));

    private final TrailDesk desk;
    private final ListInstant instant;

    TrailPages(TrailDesk desk, ListInstant instant) {
        this.desk = desk;
        this.instant = instant;
    }

    /** A group of kinds, for the form. */
    public record Kinds(String group, List<String> kinds) {}

    @GetMapping("/ledger/trail")
    String trail(
            @ModelAttribute("question") TrailQuestion question,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        instant.lookBackRecorded(model);
        model.addAttribute("question", question);
        model.addAttribute("asked", question.asked());
        model.addAttribute(
                "kinds",
                Arrays.stream(TrailGroup.values())
                        .map(group -> new Kinds(group.word(), KINDS.getOrDefault(group, List.of())))
                        .toList());
        model.addAttribute(
                "streams", desk.streams().stream().sorted().limit(SUGGESTED).toList());
        try {
            model.addAttribute("view", desk.view(question, ON_ONE_PAGE, locale));
            model.addAttribute("stopped", desk.stopped().orElse(null));
        } catch (AskedAmiss amiss) {
            // What was typed stays in the form, beside what is wrong with it.
            response.setStatus(amiss.getStatusCode().value());
            model.addAttribute("wrong", amiss);
        }
        return "trail";
    }

    @GetMapping(path = "/ledger/trail", params = "format")
    View file(@ModelAttribute("question") TrailQuestion question, @RequestParam GridFormat format, Locale locale) {
        return TrailGrid.GRID.file("mingzhang", desk.all(question, locale), format);
    }

    @GetMapping("/ledger/trail/{position}")
    String entry(@PathVariable String position, Locale locale, Model model) {
        TrailEntry entry = desk.entry(position, locale);
        instant.lookBackRecorded(model);
        model.addAttribute("entry", entry);
        model.addAttribute("together", desk.together(entry, locale));
        model.addAttribute("earlier", entry.position() > 1 ? Optional.of(entry.position() - 1) : Optional.empty());
        model.addAttribute(
                "later", entry.position() < desk.head() ? Optional.of(entry.position() + 1) : Optional.empty());
        return "trail-entry";
    }
}
