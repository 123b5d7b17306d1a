package org.mingzhang.query.controls;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.mingzhang.query.export.Grid;
import org.mingzhang.query.export.GridColumn;
import org.mingzhang.query.export.GridFormat;
import org.mingzhang.query.web.AsOf;
import org.mingzhang.query.web.AskedAmiss;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** The controls over the whole log as page, files and for programs; auditors only. */
@Controller
class ControlsPages {
    private static final Grid<ControlsDesk.Line> GRID = new Grid<>(
            "controls.title",
            List.of(
                    GridColumn.words("controls.control", line -> "controls.name." + line.control()),
                    GridColumn.count("controls.position", ControlsDesk.Line::position),
                    GridColumn.code("controls.stream", ControlsDesk.Line::stream),
                    GridColumn.text("controls.sentence", ControlsDesk.Line::sentence)));

    private static final Grid<ControlsDesk.Part> SUMS = new Grid<>(
            "controls.each",
            List.of(
                    GridColumn.words("controls.control", part -> "controls.name." + part.control()),
                    GridColumn.count("controls.examined", ControlsDesk.Part::examined),
                    GridColumn.code("controls.sum", ControlsDesk.Part::sum),
                    GridColumn.count("controls.found", ControlsDesk.Part::found)));

    private final ControlsDesk desk;

    ControlsPages(ControlsDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/ledger/controls")
    String page(Locale locale, Model model, HttpServletResponse response) {
        ControlsDesk.View view = desk.view(locale);
        model.addAttribute("view", view);
        if (!AsOf.ofRequest().now()) {
            // In the place of the notice that other pages without a past have: here is a way to prove an earlier log.
            model.addAttribute("nowOnly", null);
            model.addAttribute("wholeOnly", AsOf.ofRequest().word());
        }
        if (view.running()) {
            response.setHeader("Refresh", "1");
        }
        return "controls";
    }

    /** @param of {@code controls} for the controls with their sums; what was found otherwise */
    @GetMapping(path = "/ledger/controls", params = "format")
    View file(@RequestParam GridFormat format, @RequestParam(defaultValue = "") String of, Locale locale) {
        if (of.equals("controls")) {
            return SUMS.file("mingzhang", desk.view(locale).controls(), format);
        }
        return GRID.file("mingzhang", desk.view(locale).findings(), format);
    }

    @PostMapping("/ledger/controls")
    String start() {
        desk.start();
        return "redirect:/ledger/controls";
    }

    /** How the last run ended and how far the present one has come. */
    @GetMapping("/api/ledger/controls")
    @ResponseBody
    ControlsDesk.View program(Locale locale) {
        if (!AsOf.ofRequest().now()) {
            throw new AskedAmiss(
                    HttpStatus.BAD_REQUEST, "controls-whole", AsOf.ofRequest().word());
        }
        return desk.view(locale);
    }

    /** Goes through the whole log once more. */
    @PostMapping("/api/ledger/controls")
    @ResponseBody
    ResponseEntity<ControlsDesk.View> startByProgram(Locale locale) {
        desk.start();
        return ResponseEntity.accepted().body(desk.view(locale));
    }
}
