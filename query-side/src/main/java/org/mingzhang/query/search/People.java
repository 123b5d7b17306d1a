package org.mingzhang.query.search;

import java.util.List;
import org.mingzhang.query.web.Visitor;

/** Who works here; the application knows. */
@FunctionalInterface
public interface People {
    /**
     * A person that somebody may look for.
     *
     * @param roles as labels
     * @param scope whose budgets are theirs; blank for all
     */
    record Person(String login, String name, List<String> roles, String scope) {}

    /** Those whose login or name has the word in it, as far as the visitor may know of them; the first {@code most}. */
    List<Person> find(String word, Visitor visitor, int most);
}
