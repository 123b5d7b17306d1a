package org.mingzhang.query.comparison;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.query.web.BudgetShelf;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The successions of a division as JSON, those that were withdrawn among them. */
@RestController
class CrosswalkReadingApi {
    private final CrosswalkShelf successions;
    private final BudgetShelf shelf;

    CrosswalkReadingApi(CrosswalkShelf successions, BudgetShelf shelf) {
        this.successions = successions;
        this.shelf = shelf;
    }

    record Successions(String division, List<One> successions) {}

    /**
     * A succession.
     *
     * @param from first year of the new codes
     * @param withdrawn why it does not hold any more
     */
    record One(
            int number,
            String kind,
            String before,
            List<Part> after,
            int from,
            String documentNumber,
            String title,
            String recordedBy,
            String recordedOn,
            Optional<String> withdrawn) {
        static One of(Crosswalk.Entry entry) {
            return new One(
                    entry.number(),
                    entry.succession().kind().name(),
                    entry.succession().before(),
                    entry.succession().after().stream()
                            .map(after -> new Part(after.code(), after.share()))
                            .toList(),
                    entry.succession().from().value(),
                    entry.succession().basis().documentNumber(),
                    entry.succession().basis().title(),
                    entry.maker().displayName(),
                    entry.recordedOn().toString(),
                    entry.withdrawn());
        }
    }

    /** @param share of ten thousand */
    record Part(String code, int share) {}

    @GetMapping("/api/crosswalk/{division}")
    Successions successions(@PathVariable String division) {
        Map<String, String> divisions = new TreeMap<>();
        shelf.all()
                .forEach(listed -> divisions.put(listed.header().id().division().value(), ""));
        Crosswalk found = successions.ofRequest(CrosswalkPages.readable(division, divisions));
        return new Successions(division, found.entries().stream().map(One::of).toList());
    }
}
