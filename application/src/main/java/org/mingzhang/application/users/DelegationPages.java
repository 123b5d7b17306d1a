package org.mingzhang.application.users;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom somebody lets act for them, and for whom they may act themselves. */
@Controller
class DelegationPages {
    private static final String PAGE = "redirect:/account/delegations";

    private static final int ON_ONE_PAGE = 100;

    private final Delegations delegations;
    private final AccountDirectory directory;
    private final Acting acting;
    private final CurrentLogin login;

    DelegationPages(Delegations delegations, AccountDirectory directory, Acting acting, CurrentLogin login) {
        this.delegations = delegations;
        this.directory = directory;
        this.acting = acting;
        this.login = login;
    }

    /**
     * A delegation for people.
     *
     * @param other the name of the other person in it, who is known by {@code login}
     * @param state {@code holds}, {@code ahead}, {@code over} or {@code ended}
     */
    record Shown(Delegation of, String other, String login, String state) {}

    @GetMapping("/account/delegations")
    String delegations(Model model) {
        Account mine = mine();
        model.addAttribute(
                "given", shown(mine, true).stream().limit(ON_ONE_PAGE).toList());
        model.addAttribute(
                "received", shown(mine, false).stream().limit(ON_ONE_PAGE).toList());
        model.addAttribute("fitting", delegations.fitting(mine));
        model.addAttribute("delegable", Delegations.delegable(mine));
        model.addAttribute("apart", mine.roles().stream().anyMatch(Role::standsApart));
        model.addAttribute("today", delegations.today());
        return "users/delegations";
    }

    @GetMapping(path = "/account/delegations", params = "format")
    View file(@RequestParam(defaultValue = "given") String of, @RequestParam GridFormat format) {
        Account mine = mine();
        return AdministrationGrids.DELEGATIONS.file(mine.login(), shown(mine, !of.equals("received")), format);
    }

    @PostMapping("/account/delegations")
    String give(@RequestParam Map<String, String> typed, RedirectAttributes attributes) {
        By by = acting.inTheirOwnName();
        Account mine = mine();
        Map<String, String> problems = new HashMap<>();
        Optional<AskedDelegation> asked = read(typed, problems);
        asked.ifPresent(found -> problems.putAll(delegations.problems(mine, found)));
        if (problems.isEmpty()) {
            delegations.give(by, asked.orElseThrow());
            attributes.addFlashAttribute("done", true);
        } else {
            attributes.addFlashAttribute("problems", problems);
            attributes.addFlashAttribute("typed", typed);
        }
        return PAGE;
    }

    @PostMapping("/account/delegations/end")
    String end(@RequestParam UUID delegation, RedirectAttributes attributes) {
        delegations.end(acting.inTheirOwnName(), delegation);
        attributes.addFlashAttribute("over", true);
        return PAGE;
    }

    /** Empty when something cannot be read, which is then said. */
    private static Optional<AskedDelegation> read(Map<String, String> typed, Map<String, String> problems) {
        Optional<LocalDate> first = day(typed.getOrDefault("firstDay", ""));
        Optional<LocalDate> last = day(typed.getOrDefault("lastDay", ""));
        Optional<Role> role = List.of(Role.values()).stream()
                .filter(known -> known.name().equals(typed.get("role")))
                .findFirst();
        if (first.isEmpty()) {
            problems.put("firstDay", "delegation.wrong.day");
        }
        if (last.isEmpty()) {
            problems.put("lastDay", "delegation.wrong.day");
        }
        if (role.isEmpty()) {
            problems.put("role", "delegation.wrong.role");
        }
        return problems.isEmpty()
                ? Optional.of(new AskedDelegation(
                        typed.getOrDefault("delegate", ""),
                        role.orElseThrow(),
                        first.orElseThrow(),
                        last.orElseThrow(),
                        typed.getOrDefault("reason", "").strip()))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<Shown> shown(Account mine, boolean given) {
        List<Delegation> all = given ? delegations.given(mine.login()) : delegations.received(mine.login());
        return all.stream()
                .map(one -> shown(one, given ? one.delegate() : one.principal()))
                .toList();
    }

    private Shown shown(Delegation one, String other) {
        return new Shown(one, name(other), other, state(one));
    }

    private String state(Delegation one) {
        if (one.ended()) {
            return "ended";
        }
        LocalDate today = delegations.today();
        if (today.isBefore(one.firstDay())) {
            return "ahead";
        }
        return one.holds(today) ? "holds" : "over";
    }

    private String name(String of) {
        return directory.find(of).map(Account::displayName).orElse(of);
    }

    private Account mine() {
        return directory.find(login.get()).orElseThrow(PageNotFound::new);
    }
}
