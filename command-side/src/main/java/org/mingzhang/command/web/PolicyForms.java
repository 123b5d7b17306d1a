package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mingzhang.command.budget.PolicyCommand;
import org.mingzhang.command.budget.PolicyCommands;
import org.mingzhang.kernel.value.DivisionCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Where the forms of the page of rules post to; each post ends in a redirect to that page. */
@Controller
class PolicyForms {
    private static final String PAGE = "/policy";
    private static final String FORM = "propose";

    private final DivisionExchange<PolicyCommand> exchange;

    PolicyForms(PolicyCommands commands, CommandDoor door) {
        this.exchange = new DivisionExchange<>(commands, door);
    }

    @PostMapping("/policy/{division}/amendments")
    RedirectView propose(
            @PathVariable DivisionCode division,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return exchange.form(request, attributes, locale, division, PAGE, FORM, PolicyReadings::propose);
    }

    @PostMapping("/policy/{division}/amendments/{number}/force")
    RedirectView force(
            @PathVariable DivisionCode division,
            @PathVariable int number,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return exchange.form(
                request,
                attributes,
                locale,
                division,
                PAGE,
                FORM,
                (of, sent) -> PolicyReadings.putInForce(of, number, sent));
    }

    @PostMapping("/policy/{division}/amendments/{number}/decline")
    RedirectView decline(
            @PathVariable DivisionCode division,
            @PathVariable int number,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return exchange.form(
                request,
                attributes,
                locale,
                division,
                PAGE,
                FORM,
                (of, sent) -> PolicyReadings.decline(of, number, sent));
    }
}
