package org.mingzhang.query.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.query.disclosure.BudgetFacts;
import org.mingzhang.query.disclosure.BudgetHeader;
import org.mingzhang.query.disclosure.LineFact;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.FactReader;
import org.mingzhang.query.facts.ReadableBudgets.Listed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is released: by year, by department, by a word. */
@Controller
class HomePage {
    private static final int ON_ONE_PAGE = 24;

    /** As in {@link Years}. */
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    private final ListsThen lists;
    private final ListInstant instant;
    private final FactReader facts;

    HomePage(ListsThen lists, ListInstant instant, FactReader facts) {
        this.lists = lists;
        this.instant = instant;
        this.facts = facts;
    }

    /**
     * A department's budget on the home page.
     *
     * @param spending in 万元, as printed
     * @param address of its page
     */
    record Card(Listed listed, String spending, String address) {}

    @GetMapping("/")
    String home(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (!year.isEmpty() && !YEAR.matcher(year).matches()) {
            throw new AskedAmiss(HttpStatus.BAD_REQUEST, "year", year);
        }
        List<Listed> released = lists.released();
        TreeSet<FiscalYear> years = new TreeSet<>(Comparator.reverseOrder());
        released.forEach(listed -> years.add(listed.header().id().year()));
        String chosen = year.isEmpty() && word.isBlank() && !years.isEmpty()
                ? years.getFirst().toString()
                : year;
        List<Listed> found = released.stream()
                .filter(listed -> chosen.isEmpty()
                        || listed.header().id().year().toString().equals(chosen))
                .filter(listed -> mentions(listed.header(), word))
                .toList();
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, found.size());
        int to = Math.min(found.size(), from + ON_ONE_PAGE);
        model.addAttribute("years", years);
        model.addAttribute("year", chosen);
        model.addAttribute("word", word);
        model.addAttribute("found", found.size());
        model.addAttribute(
                "cards", found.subList(from, to).stream().map(this::card).toList());
        model.addAttribute("nextPage", to < found.size() ? Optional.of(page + 1) : Optional.empty());
        instant.lookBack(model);
        return "home";
    }

    private Card card(Listed listed) {
        Amount spending = facts.load(listed.header().id(), listed.position(), TableBasis.INITIAL)
                .map(BudgetFacts::expenditure)
                .map(lines -> Amount.sum(lines.stream().map(LineFact::amount).toList()))
                .orElse(Amount.ZERO);
        return new Card(listed, AmountUnit.WAN_YUAN.print(spending), lists.address(listed));
    }

    private static boolean mentions(BudgetHeader header, String word) {
        String all = String.join(
                " ", header.id().toString(), header.divisionName(), header.departmentName(), header.shortName());
        return all.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
    }
}
