package org.mingzhang.application.intake;

import org.mingzhang.command.intake.web.ImportPages;
import org.mingzhang.query.web.WorkDesk;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Lays the budget that is worked on before the import's pages; whoever may not see it gets no further. */
@ControllerAdvice(assignableTypes = ImportPages.class)
class ImportFrame {
    private final WorkDesk desk;

    ImportFrame(WorkDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute
    void open(@PathVariable String id, Model model) {
        desk.open(id, model);
    }
}
