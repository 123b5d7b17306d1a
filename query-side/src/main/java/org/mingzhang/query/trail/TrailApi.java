package org.mingzhang.query.trail;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.query.export.GridFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.View;

/** The same for programs. */
@RestController
class TrailApi {
    private static final int LARGEST_PAGE = 500;

    private final TrailDesk desk;

    TrailApi(TrailDesk desk) {
        this.desk = desk;
    }

    /**
     * A page of the trail, the newest entry first.
     *
     * @param next to be given as {@code before} for the next page; null when there is none
     * @param position up to which entries can be found
     * @param head the last position of the log
     */
    record Page(List<TrailEntry> entries, @Nullable Long next, long position, long head) {}

    @GetMapping("/api/ledger/trail")
    Page trail(@ModelAttribute TrailQuestion question, @RequestParam(defaultValue = "50") int size, Locale locale) {
        TrailDesk.View view = desk.view(question, Math.clamp(size, 1, LARGEST_PAGE), locale);
        return new Page(
                view.entries(), view.next().isPresent() ? view.next().getAsLong() : null, view.position(), view.head());
    }

    @GetMapping(path = "/api/ledger/trail", params = "format")
    View file(@ModelAttribute TrailQuestion question, @RequestParam GridFormat format, Locale locale) {
        return TrailGrid.GRID.file("mingzhang", desk.all(question, locale), format);
    }

    @GetMapping("/api/ledger/trail/{position}")
    TrailEntry entry(@PathVariable String position, Locale locale) {
        return desk.entry(position, locale);
    }
}
