package org.mingzhang.query.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mingzhang.query.disclosure.Scope;
import org.springframework.web.util.UriComponentsBuilder;

/** With which other instants a page can be compared by one click from its bar. */
final class ComparedWith {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final OpenedBudget budget;
    private final Map<String, String> kept;
    private final List<AsOfBar.Way> ways = new ArrayList<>();

    /** @param kept what the page says beside its instant */
    private ComparedWith(OpenedBudget budget, Scope scope, Map<String, String> kept, boolean tables) {
        this.budget = budget;
        this.kept = new LinkedHashMap<>();
        this.kept.put("basis", tables ? kept.getOrDefault("basis", "") : "adjusted");
        this.kept.put("unit", tables ? kept.getOrDefault("unit", "") : "");
        this.kept.put("scope", scope.unit().isPresent() ? scope.key() : "");
        this.kept.values().removeIf(String::isEmpty);
    }

    /**
     * The ways, the nearest first.
     *
     * @param marks that can be moved to, oldest first
     * @param tables whether the page shows tables, and says itself what of them
     */
    static List<AsOfBar.Way> of(
            OpenedBudget budget,
            Scope scope,
            AsOf asked,
            Map<String, String> kept,
            List<AsOfBar.Mark> marks,
            boolean staff,
            boolean tables) {
        ComparedWith compared = new ComparedWith(budget, scope, kept, tables);
        if (!asked.now()) {
            compared.way("asof.compare-now", "", asked.word(), "", asked.effective());
        }
        if (staff) {
            compared.before(asked, marks);
        }
        compared.way("asof.compare", "", "", "", false);
        return compared.ways;
    }

    /** The day before a day that was asked for, the event before an event; now, the day before the last that something happened on. */
    private void before(AsOf asked, List<AsOfBar.Mark> marks) {
        AsOfBar.Mark first = marks.getFirst();
        Optional<Long> position = asked.position();
        if (position.isPresent()) {
            long earlier = position.get() - 1;
            if (earlier >= first.position()) {
                way("asof.compare-event", Long.toString(earlier), Long.toString(earlier), asked.word(), false);
            }
            return;
        }
        boolean effective = asked.now() || asked.effective();
        LocalDate day = asked.now()
                ? marks.getLast().day()
                : asked.day()
                        .orElseGet(() ->
                                asked.instant().orElseThrow().atZone(SHANGHAI).toLocalDate());
        LocalDate earlier = day.minusDays(1);
        if (!effective || !earlier.isBefore(first.day())) {
            way("asof.compare-day", earlier.toString(), earlier.toString(), asked.word(), effective);
        }
    }

    private void way(String words, String argument, String from, String to, boolean effective) {
        Map<String, String> said = new LinkedHashMap<>(kept);
        said.put("from", from);
        said.put("to", to);
        said.put("clock", effective ? "effective" : "");
        said.values().removeIf(String::isEmpty);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/budgets/" + budget.id() + "/difference");
        said.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        ways.add(new AsOfBar.Way(
                words, argument, address.encode().buildAndExpand(said).toUriString()));
    }
}
