package org.mingzhang.application.security;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form that the session chain reads. */
@Controller
class SignInPage {
    private final CurrentVisitor visitors;

    SignInPage(CurrentVisitor visitors) {
        this.visitors = visitors;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> parameters, Model model) {
        if (visitors.visitor().isPresent()) {
            return "redirect:/workbench";
        }
        Optional<String> said = Stream.of("wrong", "wait", "ended", "changed", "made")
                .filter(parameters::containsKey)
                .findFirst();
        model.addAttribute("said", said);
        return "sign-in";
    }
}
