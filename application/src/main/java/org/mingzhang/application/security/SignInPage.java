package org.mingzhang.application.security;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that the session chain reads, and the way to a provider of identities where there is one. */
@Controller
class SignInPage {
    private final CurrentVisitor visitors;
    private final IdentityProvider provider;

    SignInPage(CurrentVisitor visitors, IdentityProvider provider) {
        this.visitors = visitors;
        this.provider = provider;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> parameters, Model model) {
        if (visitors.visitor().isPresent()) {
            return "redirect:/workbench";
        }
        Optional<String> said = Stream.of("wrong", "wait", "ended", "changed", "made", "unknown", "away")
                .filter(parameters::containsKey)
                .findFirst();
        model.addAttribute("said", said);
        model.addAttribute("provider", provider.on() ? provider.name() : null);
        model.addAttribute("providerLink", IdentityProvider.BEGIN);
        return "sign-in";
    }
}
