package org.mingzhang.application.users;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.command.web.CommandDoor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Behind a one-time link: a first administrator makes the own account. A used link is no page at all. */
@Controller
class SetupPage {
    private final FirstAdministrator first;
    private final AccountDirectory directory;
    private final CommandDoor door;

    SetupPage(FirstAdministrator first, AccountDirectory directory, CommandDoor door) {
        this.first = first;
        this.directory = directory;
        this.door = door;
    }

    @GetMapping("/setup/{token}")
    String form(@PathVariable String token, Model model) {
        model.addAttribute("office", first.office(token).orElseThrow(PageNotFound::new));
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
        Role office = first.office(token).orElseThrow(PageNotFound::new);
        Map<String, String> problems =
                new HashMap<>(directory.problems(new NewAccount(login, displayName, Set.of(office), "")));
        Passwords.problem(password, again, List.of(login, displayName))
                .ifPresent(problem -> problems.put("password", problem));
        if (problems.isEmpty()) {
            if (!first.create(token, login, displayName, password, door.origin(Origin.Channel.PAGE))) {
                throw new PageNotFound();
            }
            return "redirect:/sign-in?made";
        }
        model.addAttribute("problems", problems);
        model.addAttribute("typed", Map.of("login", login, "displayName", displayName));
        return form(token, model);
    }
}
