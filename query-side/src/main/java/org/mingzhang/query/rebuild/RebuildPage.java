package org.mingzhang.query.rebuild;

import jakarta.servlet.http.HttpServletResponse;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator has the facts or the audit trail made again, and an auditor sees whether they were equal. */
@Controller
class RebuildPage {
    private static final String PAGE = "redirect:/projections";

    private final RebuildDesk desk;
    private final CurrentVisitor visitors;

    RebuildPage(RebuildDesk desk, CurrentVisitor visitors) {
        this.desk = desk;
        this.visitors = visitors;
    }

    @GetMapping("/projections")
    String projections(Model model, HttpServletResponse response) {
        StatusView status = desk.status();
        model.addAttribute("status", status);
        model.addAttribute("projections", desk.projections());
        model.addAttribute(
                "keeper",
                visitors.visitor()
                        .filter(visitor -> visitor.roles().contains(Role.ADMINISTRATOR))
                        .isPresent());
        if (status.busy() || status.trail().busy()) {
            response.setHeader("Refresh", "2");
        }
        return "projections";
    }

    @GetMapping(path = "/projections", params = "format")
    View file(@RequestParam GridFormat format, @RequestParam(defaultValue = RebuildDesk.FACTS) String of) {
        if (!RebuildDesk.KNOWN.contains(of)) {
            throw new PageNotFound();
        }
        return GenerationGrid.GRID.file("mingzhang", desk.generations(of), format);
    }

    @PostMapping("/projections")
    String start(@RequestParam(defaultValue = RebuildDesk.FACTS) String projection, RedirectAttributes attributes) {
        return answer(attributes, () -> desk.start(projection));
    }

    @PostMapping("/projections/{generation}/compare")
    String compare(
            @PathVariable int generation,
            @RequestParam(defaultValue = RebuildDesk.FACTS) String projection,
            RedirectAttributes attributes) {
        return answer(attributes, () -> desk.compare(projection, generation));
    }

    @PostMapping("/projections/{generation}/live")
    String makeLive(
            @PathVariable int generation,
            @RequestParam(defaultValue = "false") boolean despite,
            @RequestParam(defaultValue = RebuildDesk.FACTS) String projection,
            RedirectAttributes attributes) {
        return answer(attributes, () -> desk.makeLive(projection, generation, despite));
    }

    @PostMapping("/projections/{generation}/remove")
    String remove(
            @PathVariable int generation,
            @RequestParam(defaultValue = RebuildDesk.FACTS) String projection,
            RedirectAttributes attributes) {
        return answer(attributes, () -> desk.remove(projection, generation));
    }

    private static String answer(RedirectAttributes attributes, Runnable asked) {
        try {
            asked.run();
        } catch (RebuildRefused e) {
            attributes.addFlashAttribute("refused", e);
        }
        return PAGE;
    }
}
