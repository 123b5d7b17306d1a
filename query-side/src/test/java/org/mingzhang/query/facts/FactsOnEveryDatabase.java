package org.mingzhang.query.facts;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.mingzhang.ledger.testing.TestDatabase;

/** Opens the facts of each kind of database for the properties of a class, which are tried on all of them. */
public abstract class FactsOnEveryDatabase {
    protected static final List<FactGenerations> DATABASES = new ArrayList<>();

    @BeforeContainer
    static void open() {
        for (TestDatabase database : TestDatabase.values()) {
            DATABASES.add(new FactGenerations(database));
        }
    }

    @AfterContainer
    static void close() {
        DATABASES.forEach(FactGenerations::close);
        DATABASES.clear();
    }
}
