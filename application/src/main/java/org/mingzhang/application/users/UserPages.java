package org.mingzhang.application.users;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may sign in: the list, and a page for each account with what the visitor's office may do with it. */
@Controller
class UserPages {
    private static final int ON_ONE_PAGE = 100;

    private final AccountOffice office;
    private final AccountDirectory directory;
    private final Acting acting;

    UserPages(AccountOffice office, AccountDirectory directory, Acting acting) {
        this.office = office;
        this.directory = directory;
        this.acting = acting;
    }

    @GetMapping("/users")
    String users(
            @RequestParam(name = "q", defaultValue = "") String word,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        List<Account> found = found(word);
        int from = Math.clamp((page - 1L) * ON_ONE_PAGE, 0, found.size());
        int to = Math.min(found.size(), from + ON_ONE_PAGE);
        model.addAttribute("word", word);
        model.addAttribute("found", found.size());
        model.addAttribute("accounts", found.subList(from, to));
        model.addAttribute("nextPage", to < found.size() ? Optional.of(page + 1) : Optional.empty());
        model.addAttribute("vacant", directory.nobodyIs(Role.SECURITY_ADMINISTRATOR));
        return "users/list";
    }

    @GetMapping(path = "/users", params = "format")
    View file(@RequestParam(name = "q", defaultValue = "") String word, @RequestParam GridFormat format) {
        return AdministrationGrids.ACCOUNTS.file("mingzhang", found(word), format);
    }

    private List<Account> found(String word) {
        return office.all().stream()
                .filter(account -> mentions(account, word.strip().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean mentions(Account account, String word) {
        return account.login().toLowerCase(Locale.ROOT).contains(word)
                || account.displayName().toLowerCase(Locale.ROOT).contains(word)
                || account.scope().contains(word)
                || account.roles().stream().anyMatch(role -> role.label().contains(word));
    }

    @GetMapping("/users/{login}")
    String user(@PathVariable String login, Model model) {
        model.addAttribute("account", office.account(login));
        model.addAttribute("waiting", office.isWaiting(login));
        model.addAttribute("everyRole", Role.values());
        return "users/user";
    }

    /** The new account has no rights yet; its first link is shown once, to whoever made it. */
    @PostMapping("/users")
    String create(@RequestParam String login, @RequestParam String displayName, RedirectAttributes attributes) {
        By by = acting.inTheirOwnName();
        Map<String, String> problems = office.create(by, login.strip(), displayName.strip());
        if (problems.isEmpty()) {
            attributes.addFlashAttribute("link", address(office.passwordLink(by, login.strip())));
            return page(login.strip());
        }
        attributes.addFlashAttribute("problems", problems);
        attributes.addFlashAttribute("typed", Map.of("login", login, "displayName", displayName));
        return "redirect:/users";
    }

    @PostMapping("/users/{login}/name")
    String rename(@PathVariable String login, @RequestParam String displayName, RedirectAttributes attributes) {
        return done(login, office.rename(acting.inTheirOwnName(), login, displayName.strip()), attributes);
    }

    @PostMapping("/users/{login}/rights")
    String grant(
            @PathVariable String login,
            @RequestParam(defaultValue = "") List<Role> roles,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String years,
            RedirectAttributes attributes) {
        Map<String, String> problems =
                office.grant(acting.inTheirOwnName(), login, Set.copyOf(roles), scope.strip(), years);
        if (!problems.isEmpty()) {
            attributes.addFlashAttribute(
                    "typed", Map.of("roles", roles.stream().map(Role::name).toList(), "scope", scope, "years", years));
        }
        return done(login, problems, attributes);
    }

    @PostMapping("/users/{login}/lock")
    String lock(@PathVariable String login, @RequestParam String reason, RedirectAttributes attributes) {
        return done(login, office.lock(acting.inTheirOwnName(), login, reason.strip()), attributes);
    }

    @PostMapping("/users/{login}/unlock")
    String unlock(@PathVariable String login, RedirectAttributes attributes) {
        return done(login, office.unlock(acting.inTheirOwnName(), login), attributes);
    }

    @PostMapping("/users/{login}/sessions/end")
    String endSessions(@PathVariable String login, RedirectAttributes attributes) {
        return done(login, office.endSessions(acting.inTheirOwnName(), login), attributes);
    }

    @PostMapping("/users/{login}/password-link")
    String passwordLink(@PathVariable String login, RedirectAttributes attributes) {
        attributes.addFlashAttribute("link", address(office.passwordLink(acting.inTheirOwnName(), login)));
        return page(login);
    }

    private String done(String login, Map<String, String> problems, RedirectAttributes attributes) {
        if (problems.isEmpty()) {
            attributes.addFlashAttribute("done", true);
        } else {
            attributes.addFlashAttribute("problems", problems);
        }
        return page(login);
    }

    private static String address(String secret) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/password/" + secret)
                .toUriString();
    }

    /** Only to the page of an account that exists, since a login is part of the address. */
    private String page(String login) {
        return directory
                .find(login)
                .map(account -> "redirect:/users/" + account.login())
                .orElseThrow(PageNotFound::new);
    }
}
