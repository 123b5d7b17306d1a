package org.mingzhang.application.users;

import java.util.Map;
import org.mingzhang.command.web.CommandDoor;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Behind a one-time link: the owner of an account sets its password. A used link is no page at all. */
@Controller
class PasswordLinkPage {
    private final PasswordSetting passwords;
    private final CommandDoor door;

    PasswordLinkPage(PasswordSetting passwords, CommandDoor door) {
        this.passwords = passwords;
        this.door = door;
    }

    @GetMapping("/password/{token}")
    String form(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("owner", passwords.owner(token).orElseThrow(PageNotFound::new));
        return "users/password-link";
    }

    @PostMapping("/password/{token}")
    String set(@PathVariable String token, @RequestParam String next, @RequestParam String again, Model model) {
        Account owner = passwords.owner(token).orElseThrow(PageNotFound::new);
        Map<String, String> problems = PasswordSetting.problems(owner, next, again);
        if (!problems.isEmpty()) {
            model.addAttribute("problems", problems);
            return form(token, model);
        }
        if (!passwords.set(token, next, door.origin(Origin.Channel.PAGE))) {
            throw new PageNotFound();
        }
        return "redirect:/sign-in?changed";
    }
}
