package org.mingzhang.query.workbench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where queries are kept under a name, each for its owner alone; the application knows. */
public interface QueryStore {
    /** Those of a person, by name. */
    List<Kept> of(String login);

    /** What came of keeping, renaming or deleting. */
    enum Outcome {
        DONE,
        /** Not there, or somebody else's. */
        ABSENT,
        /** The person has another one of that name. */
        TAKEN,
        /** The person has as many as anybody may have. */
        FULL
    }

    Outcome keep(String login, String name, String page, String query);

    Outcome rename(String login, UUID id, String name);

    Outcome delete(String login, UUID id);

    /**
     * A query that was kept.
     *
     * @param page {@code sample} or {@code flags}
     * @param query what follows {@code ?} in its link
     */
    record Kept(UUID id, String name, String page, String query, Instant changedAt) {
        /** Where it leads. */
        public String link() {
            return (page.equals("flags") ? "/ledger/workbench/flags?" : "/ledger/workbench?") + query;
        }
    }
}
