package org.mingzhang.application.security;

import org.mingzhang.kernel.value.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person with several roles chooses the one to act in. */
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
}
