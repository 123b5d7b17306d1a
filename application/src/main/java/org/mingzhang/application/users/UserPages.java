package org.mingzhang.application.users;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator's page: who may sign in. */
@Controller
class UserPages {
    private static final String PAGE = "redirect:/users";

    private final AccountDirectory directory;

    UserPages(AccountDirectory directory) {
        this.directory = directory;
    }

    @GetMapping("/users")
    String users(Model model) {
        model.addAttribute("accounts", directory.all());
        model.addAttribute("everyRole", Role.values());
        return "users/list";
    }

    /** A first password is shown once, to whoever made the account. */
    @PostMapping("/users")
    String create(
            @RequestParam String login,
            @RequestParam String displayName,
            @RequestParam(defaultValue = "") List<Role> roles,
            @RequestParam(defaultValue = "") String scope,
            RedirectAttributes attributes) {
        NewAccount asked = new NewAccount(login.strip(), displayName.strip(), Set.copyOf(roles), scope.strip());
        Map<String, String> problems = directory.problems(asked);
        if (problems.isEmpty()) {
            say(attributes, login, directory.createWithFirstPassword(asked));
        } else {
            attributes.addFlashAttribute("problems", problems);
            attributes.addFlashAttribute("typed", asked);
        }
        return PAGE;
    }

    @PostMapping("/users/password")
    String resetPassword(@RequestParam String login, RedirectAttributes attributes) {
        say(attributes, login, directory.resetPassword(login).orElseThrow(PageNotFound::new));
        return PAGE;
    }

    @PostMapping("/users/enabled")
    String enable(@RequestParam String login, @RequestParam boolean enabled, RedirectAttributes attributes) {
        if (!enabled && directory.lastAdministrator(login)) {
            attributes.addFlashAttribute("problems", Map.of("", "users.wrong.last-administrator"));
        } else {
            directory.enable(login, enabled);
        }
        return PAGE;
    }

    private static void say(RedirectAttributes attributes, String login, String password) {
        attributes.addFlashAttribute("madeLogin", login);
        attributes.addFlashAttribute("madePassword", password);
    }
}
