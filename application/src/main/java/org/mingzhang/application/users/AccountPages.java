package org.mingzhang.application.users;

import java.util.Map;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own account: who one is here, as whom to act, the password, and tokens for programs. */
@Controller
class AccountPages {
    private static final String TOKENS = "redirect:/account/tokens";

    private final AccountDirectory directory;
    private final PasswordSetting passwords;
    private final Delegations delegations;
    private final ApiTokens tokens;
    private final Acting acting;
    private final CurrentLogin login;

    AccountPages(
            AccountDirectory directory,
            PasswordSetting passwords,
            Delegations delegations,
            ApiTokens tokens,
            Acting acting,
            CurrentLogin login) {
        this.directory = directory;
        this.passwords = passwords;
        this.delegations = delegations;
        this.tokens = tokens;
        this.acting = acting;
        this.login = login;
    }

    @GetMapping("/account")
    String account(Model model) {
        model.addAttribute("account", mine());
        model.addAttribute("mandates", delegations.mandates(login.get()));
        return "users/account";
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("mustChange", mine().mustChangePassword());
        return "users/password";
    }

    /** Ends the session when it is done, so that the new password is used at once. */
    @PostMapping("/account/password")
    String change(@RequestParam String present, @RequestParam String next, @RequestParam String again, Model model) {
        By by = acting.inTheirOwnName();
        Map<String, String> problems = PasswordSetting.problems(mine(), next, again);
        if (problems.isEmpty() && !passwords.change(by.login(), present, next, by.origin())) {
            problems = Map.of("present", "users.wrong.present");
        }
        if (problems.isEmpty()) {
            return "redirect:/sign-in?changed";
        }
        model.addAttribute("problems", problems);
        return password(model);
    }

    @GetMapping("/account/tokens")
    String tokens(Model model) {
        model.addAttribute("tokens", tokens.of(login.get()));
        return "users/tokens";
    }

    /** The token is shown once, to whoever made it. */
    @PostMapping("/account/tokens")
    String issue(@RequestParam String name, @RequestParam(defaultValue = "0") int days, RedirectAttributes attributes) {
        By by = acting.inTheirOwnName();
        tokens.problem(by.login(), name.strip(), days)
                .ifPresentOrElse(
                        problem -> attributes
                                .addFlashAttribute("problems", Map.of("", problem))
                                .addFlashAttribute("typedName", name),
                        () -> attributes.addFlashAttribute("secret", tokens.issue(by, name.strip(), days)));
        return TOKENS;
    }

    @PostMapping("/account/tokens/revoke")
    String revoke(@RequestParam java.util.UUID token) {
        tokens.revoke(acting.inTheirOwnName(), token);
        return TOKENS;
    }

    private Account mine() {
        return directory.find(login.get()).orElseThrow(PageNotFound::new);
    }
}
