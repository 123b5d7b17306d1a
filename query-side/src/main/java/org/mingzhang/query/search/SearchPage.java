package org.mingzhang.query.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What was found, for those who are signed in in what is theirs, and for everybody in what is released. */
@Controller
class SearchPage {
    private static final int ON_ONE_PAGE = 50;

    private static final Grid<Found.Hit> GRID = new Grid<>(
            "search.title",
            List.of(
                    GridColumn.words("search.kind", hit -> "search.kind." + hit.kindWord()),
                    GridColumn.text("search.what", Found.Hit::title),
                    GridColumn.text("search.detail", Found.Hit::detail),
                    GridColumn.code("fact.code", Found.Hit::budget),
                    GridColumn.text("adjust.budget", Found.Hit::whose),
                    GridColumn.code("line.amount-yuan", Found.Hit::amount)));

    private final Finding finding;
    private final SearchFeed feed;
    private final ListInstant instant;

    SearchPage(Finding finding, SearchFeed feed, ListInstant instant) {
        this.instant = instant;
        this.finding = finding;
        this.feed = feed;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        instant.lookBack(model);
        Optional<EntryKind> wanted = kind(kind);
        int pages = SearchIndex.COUNTED / ON_ONE_PAGE;
        int shown = Math.clamp(page, 1, pages);
        Found found = finding.find(text, wanted, shown, ON_ONE_PAGE);
        model.addAttribute("word", text);
        model.addAttribute("kind", wanted.map(EntryKind::word).orElse(""));
        model.addAttribute(
                "kinds", Arrays.stream(EntryKind.values()).map(EntryKind::word).toList());
        model.addAttribute("found", found);
        model.addAttribute("aside", finding.aside(text, wanted));
        model.addAttribute(
                "hits",
                new Slice<>(found.hits(), found.total(), shown, Math.max(1, Math.ceilDiv(found.total(), ON_ONE_PAGE))));
        model.addAttribute("filled", feed.filled());
        model.addAttribute("inPart", !found.whole());
        model.addAttribute("past", !instant.isNow());
        return "search";
    }

    @GetMapping(path = "/search", params = "format")
    View file(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam GridFormat format) {
        return GRID.file(
                text.strip().isEmpty() ? "-" : text.strip(),
                finding.find(text, kind(kind), 1, SearchIndex.COUNTED).hits(),
                format);
    }

    /** Empty for a word that is no kind, as for none. */
    static Optional<EntryKind> kind(String word) {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst();
    }
}
