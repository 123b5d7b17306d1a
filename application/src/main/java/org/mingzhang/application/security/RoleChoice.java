package org.mingzhang.application.security;

import java.util.UUID;
import org.mingzhang.kernel.value.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person chooses the role to act in, or the person to act for. */
@Controller
class RoleChoice {
    private final SessionVisitor session;

    RoleChoice(SessionVisitor session) {
        this.session = session;
    }

    @PostMapping("/account/role")
    String choose(@RequestParam Role role) {
        session.choose(role);
        return "redirect:/workbench";
    }

    @PostMapping("/account/act-for")
    String actFor(@RequestParam UUID delegation) {
        session.choose(delegation);
        return "redirect:/workbench";
    }
}
