package org.mingzhang.application.users;

import java.util.Optional;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The own account: who one is here, the role to act in, the password. */
@Controller
class AccountPages {
    private final AccountDirectory directory;
    private final CurrentVisitor visitors;

    AccountPages(AccountDirectory directory, CurrentVisitor visitors) {
        this.directory = directory;
        this.visitors = visitors;
    }

    @GetMapping("/account")
    String account() {
        return "users/account";
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("mustChange", account(visitor().login()).mustChangePassword());
        return "users/password";
    }

    /** Ends the session when it is done, so that the new password is used at once. */
    @PostMapping("/account/password")
    String change(@RequestParam String present, @RequestParam String next, @RequestParam String again, Model model) {
        Optional<String> wrong = Passwords.problem(next, again);
        String login = visitor().login();
        if (wrong.isEmpty() && !directory.changePassword(login, present, next)) {
            wrong = Optional.of("users.wrong.present");
        }
        if (wrong.isEmpty()) {
            return "redirect:/sign-in?changed";
        }
        model.addAttribute("wrong", wrong.get());
        return password(model);
    }

    private Account account(String login) {
        return directory.find(login).orElseThrow(PageNotFound::new);
    }

    private Visitor visitor() {
        return visitors.visitor().orElseThrow(PageNotFound::new);
    }
}
