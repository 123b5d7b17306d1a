package org.mingzhang.query.search;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs, and for the box in the head of every page while somebody types. */
@RestController
class SearchApi {
    private static final int MOST = 100;

    private final Finding finding;
    private final SearchFeed feed;

    SearchApi(Finding finding, SearchFeed feed) {
        this.finding = finding;
        this.feed = feed;
    }

    /** @param kind such as {@code project} */
    record Hit(String kind, String title, String detail, String budget, String whose, String amount, String link) {
        static Hit of(Found.Hit hit) {
            return new Hit(
                    hit.kindWord(), hit.title(), hit.detail(), hit.budget(), hit.whose(), hit.amount(), hit.link());
        }
    }

    /**
     * What was found.
     *
     * @param total of budgets; counted up to 10,000
     * @param more whether there are more than were counted
     * @param whole false while something is still being read, so that the same question a little later finds more, or when more
     *     has changed since the instant than is looked through
     * @param position up to which the log can be found
     */
    record Answer(List<Hit> hits, int total, boolean more, boolean whole, long position) {}

    @GetMapping("/api/search")
    Answer search(
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "8") int size) {
        int most = Math.clamp(size, 1, MOST);
        int shown = Math.clamp(page, 1, SearchIndex.COUNTED / most);
        var wanted = SearchPage.kind(kind);
        Found found = finding.find(text, wanted, shown, most);
        Stream<Found.Hit> aside = shown == 1 ? finding.aside(text, wanted).stream() : Stream.of();
        return new Answer(
                Stream.concat(found.hits().stream(), aside).map(Hit::of).toList(),
                found.total(),
                found.more(),
                found.whole(),
                feed.position());
    }
}
