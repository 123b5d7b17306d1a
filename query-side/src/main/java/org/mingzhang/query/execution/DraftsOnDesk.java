package org.mingzhang.query.execution;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.value.BudgetId;

/** Adjustments that a person is still writing; the application knows where they are kept. */
public interface DraftsOnDesk {
    Optional<Draft> find(UUID id, BudgetId budget, String login);

    /** Those of a person, the youngest first. */
    List<Draft> of(String login);

    /**
     * A form as it was last saved.
     *
     * @param files with {@code id}, {@code name} and {@code size}, as the form shows what it keeps
     */
    record Draft(
            UUID id,
            BudgetId budget,
            long version,
            Map<String, String> fields,
            List<Map<String, String>> files,
            Instant changedAt) {
        private static final DateTimeFormatter MINUTE =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

        /** What it is about, as far as it says so. */
        public String title() {
            return fields.getOrDefault("reason", "");
        }

        /** Code of the approved project that it changes; blank when it is a plain adjustment. */
        public String project() {
            return fields.getOrDefault("project", "");
        }

        /** Where it is written on. */
        public String address() {
            String form = project().isEmpty() ? "/adjustments/new" : "/projects/" + project() + "/adjustment";
            return "/execute/" + budget + form + "?draft=" + id;
        }

        public String changed() {
            return MINUTE.format(changedAt);
        }
    }
}
