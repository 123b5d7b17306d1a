package org.mingzhang.query.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.OpenedBudget;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the money beside targets is explained: the figures of year over year that say the same, with their lines and events.
 *
 * @param asOf the instant of the page, which the links keep
 */
public record AimLinks(OpenedBudget budget, AsOf asOf) {
    /** @param stage {@code adjusted} or {@code executed} */
    public String of(AimSubject subject, String stage) {
        BudgetId id = budget.id();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("year", id.year().toString());
        said.put("stage", stage);
        said.put("level", subject.project().isEmpty() ? "total" : "project");
        said.put("code", subject.project());
        said.put("scope", budget.only().map(unit -> unit.value()).orElse(""));
        said.put("asOf", asOf.word());
        said.put("clock", asOf.effective() ? "effective" : "");
        said.values().removeIf(String::isBlank);
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/comparison/" + id.division() + "-" + id.department() + "/figure");
        said.keySet().forEach(word -> address.queryParam(word, "{" + word + "}"));
        return address.encode().buildAndExpand(said).toUriString();
    }
}
