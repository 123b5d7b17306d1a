package org.mingzhang.application.users;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Behind the one-time link: the first administrator makes the own account. A used link is no page at all. */
@Controller
class SetupPage {
    private final FirstAdministrator first;
    private final AccountDirectory directory;

    SetupPage(FirstAdministrator first, AccountDirectory directory) {
        this.first = first;
        this.directory = directory;
    }

    @GetMapping("/setup/{token}")
    String form(@PathVariable String token, Model model) {
        if (!first.usable(token)) {
            throw new PageNotFound();
        }
        model.addAttribute("token", token);
        return "users/setup";
    }

    @PostMapping("/setup/{token}")
    String make(
            @PathVariable String token,
            @RequestParam String login,
            @RequestParam String displayName,
            @RequestParam String password,
            @RequestParam String again,
            Model model) {
        Map<String, String> problems =
                new HashMap<>(directory.problems(new NewAccount(login, displayName, Set.of(Role.ADMINISTRATOR), "")));
        Passwords.problem(password, again).ifPresent(problem -> problems.put("password", problem));
        if (problems.isEmpty()) {
            if (!first.create(token, login, displayName, password)) {
                throw new PageNotFound();
            }
            return "redirect:/sign-in?made";
        }
        model.addAttribute("problems", problems);
        model.addAttribute("typed", Map.of("login", login, "displayName", displayName));
        return form(token, model);
    }
}
