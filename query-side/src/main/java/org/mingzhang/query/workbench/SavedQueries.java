package org.mingzhang.query.workbench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.AskedAmiss;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The queries of the auditor who asks; only what the workbench itself could ask is kept. */
@Component
class SavedQueries {
    private static final int LONGEST_NAME = 60;

    private final QueryStore store;
    private final Population population;
    private final CurrentVisitor visitors;

    SavedQueries(QueryStore store, Population population, CurrentVisitor visitors) {
        this.store = store;
        this.population = population;
        this.visitors = visitors;
    }

    List<QueryStore.Kept> mine() {
        return store.of(login());
    }

    /** @param page {@code sample} or {@code flags}; its parameters are read as the page reads them */
    void keep(String name, String page, Map<String, String> parameters) {
        String query = switch (page) {
            case "sample" -> SampleQuestion.read(parameters, population.head()).query();
            case "flags" -> FlagQuestion.read(parameters, population.head()).query();
            default -> throw new AskedAmiss(HttpStatus.BAD_REQUEST, "query-page", page);
        };
        done(store.keep(login(), name(name), page, query), name);
    }

    void rename(String id, String name) {
        done(store.rename(login(), id(id), name(name)), name);
    }

    void delete(String id) {
        done(store.delete(login(), id(id)), "");
    }

    private static void done(QueryStore.Outcome outcome, String name) {
        switch (outcome) {
            case DONE -> {
                // as wanted
            }
            case ABSENT -> throw new PageNotFound();
            case TAKEN -> throw new AskedAmiss(HttpStatus.CONFLICT, "query-taken", name.strip());
            case FULL -> throw new AskedAmiss(HttpStatus.CONFLICT, "query-full");
        }
    }

    private static String name(String text) {
        String name = text.strip();
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "query-name", LONGEST_NAME);
        }
        return name;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PageNotFound();
        }
    }

    private String login() {
        Optional<Visitor> auditor = visitors.visitor().filter(visitor -> visitor.is(Role.AUDITOR));
        return auditor.map(Visitor::login).orElseThrow(PageNotFound::new);
    }
}
