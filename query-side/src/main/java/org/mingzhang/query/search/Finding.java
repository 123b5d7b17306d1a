package org.mingzhang.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.codes.Classifications;
import org.mingzhang.kernel.codes.CodeEntry;
import org.mingzhang.kernel.codes.CodeList;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.facts.Moment;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.ListInstant;
import org.mingzhang.query.web.ListsThen;
import org.mingzhang.query.web.Shown;
import org.mingzhang.query.web.Visitor;

/** Looks in the index, among codes and among people, for whoever asks. */
final class Finding {
    /** Of codes and of people; more of them have pages of their own. */
    private static final int MOST_ASIDE = 5;

    private final SearchIndex index;
    private final IndexThen past;
    private final ListsThen lists;
    private final ListInstant instant;
    private final CurrentVisitor visitors;
    private final People people;

    Finding(
            SearchIndex index,
            IndexThen past,
            ListsThen lists,
            ListInstant instant,
            CurrentVisitor visitors,
            People people) {
        this.index = index;
        this.past = past;
        this.lists = lists;
        this.instant = instant;
        this.visitors = visitors;
        this.people = people;
    }

    /** Of budgets, from page 1. */
    Found find(String text, Optional<EntryKind> kind, int page, int onOnePage) {
        Set<BudgetId> own =
                lists.mine().stream().map(listed -> listed.header().id()).collect(Collectors.toSet());
        Moment then = instant.moment();
        Question question = Question.of(text, kind, own, visitors.visitor().flatMap(Visitor::unit));
        if (question.isEmpty()) {
            return new Found(List.of(), 0, false, true);
        }
        Found found = instant.isNow()
                ? index.find(question, page, onOnePage)
                : past.find(question.asOf(then, instant.momentForEverybody()), page, onOnePage);
        Shown.budgets(found.hits().stream().map(Found.Hit::budget).distinct().toList());
        return AsOf.ofRequest().position().isPresent() ? found.namingReleases() : found;
    }

    /** Codes and people whose number or name has the text in it. */
    List<Found.Hit> aside(String text, Optional<EntryKind> kind) {
        String word = text.strip();
        List<Found.Hit> hits = new ArrayList<>();
        if (word.isEmpty()) {
            return hits;
        }
        if (kind.isEmpty() || kind.get() == EntryKind.CODE) {
            codes(word).forEach(hits::add);
        }
        boolean living =
                instant.isNow(); // accounts are no part of the ledger, so that nothing is known of those of earlier
        if (living && (kind.isEmpty() || kind.get() == EntryKind.PERSON)) {
            visitors.visitor()
                    .ifPresent(visitor ->
                            people.find(word, visitor, MOST_ASIDE).forEach(person -> hits.add(person(person))));
        }
        return hits;
    }

    private Stream<Found.Hit> codes(String word) {
        FiscalYear year = instant.year();
        Classifications codes = Classifications.shipped();
        return Stream.of(
                        codes(codes.functional(), "functional", year, word),
                        codes(codes.deptEconomic(), "dept-economic", year, word),
                        codes(codes.govEconomic(), "gov-economic", year, word))
                .flatMap(some -> some)
                .limit(MOST_ASIDE);
    }

    private static Stream<Found.Hit> codes(CodeList list, String page, FiscalYear year, String word) {
        return list.validIn(year).stream()
                .filter(code -> code.code().startsWith(word) || code.name().contains(word))
                .map(code -> code(code, page));
    }

    private static Found.Hit code(CodeEntry code, String page) {
        return new Found.Hit(
                EntryKind.CODE,
                code.code() + " " + code.name(),
                "",
                "",
                "",
                "",
                "/codes/" + page + "?q=" + code.code(),
                Span.NONE);
    }

    private static Found.Hit person(People.Person person) {
        return new Found.Hit(
                EntryKind.PERSON,
                person.name(),
                person.login() + " · " + String.join("、", person.roles()),
                "",
                person.scope(),
                "",
                "",
                Span.NONE);
    }
}
