package org.mingzhang.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.mingzhang.command.budget.CrosswalkCommand;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.kernel.value.DivisionCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Where the forms of the page of successions post to; each post ends in a redirect to that page. */
@Controller
class CrosswalkForms {
    private static final String PAGE = "/crosswalk";
    private static final String FORM = "record";

    private final DivisionExchange<CrosswalkCommand> exchange;

    CrosswalkForms(CrosswalkCommands commands, CommandDoor door) {
        this.exchange = new DivisionExchange<>(commands, door);
    }

    @PostMapping("/crosswalk/{division}/successions")
    RedirectView record(
            @PathVariable DivisionCode division,
            HttpServletRequest request,
            RedirectAttributes attributes,
            Locale locale) {
        return exchange.form(request, attributes, locale, division, PAGE, FORM, CrosswalkReadings::record);
    }

    @PostMapping("/crosswalk/{division}/successions/{number}/withdrawal")
    RedirectView withdraw(
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
                (of, sent) -> CrosswalkReadings.withdraw(of, number, sent));
    }
}
