package org.mingzhang.application.whatif;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.command.web.FieldProblem;
import org.mingzhang.command.web.Rehearsal;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.query.execution.Sending;
import org.mingzhang.query.execution.WhatIf;
import org.springframework.stereotype.Component;

/** Asks the deciding side what would happen, for the reading side to show. */
@Component
class RehearsedWhatIf implements WhatIf {
    private final Rehearsal rehearsal;

    RehearsedWhatIf(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @Override
    public Outcome submitted(BudgetId budget, Map<String, String[]> form, Locale locale) {
        return outcome(rehearsal.form(budget, form, locale));
    }

    @Override
    public Outcome submitted(BudgetId budget, Sending sending, Locale locale) {
        List<UploadedFile> workbook = sending.workbook().stream()
                .map(sheet -> new UploadedFile(sheet.name(), sheet.content()))
                .toList();
        return outcome(rehearsal.json(budget, sending.json(), workbook, sending.withFiles(), locale));
    }

    @Override
    public Outcome ofProject(BudgetId budget, String project, Map<String, String[]> form, Locale locale) {
        return outcome(rehearsal.form(budget, project, form, locale));
    }

    @Override
    public Outcome ofProject(BudgetId budget, String project, byte[] json, Locale locale) {
        return outcome(rehearsal.json(budget, project, json, locale));
    }

    @Override
    public Outcome reversed(BudgetId budget, int number, LocalDate effectiveOn, Locale locale) {
        return outcome(rehearsal.reversal(budget, number, effectiveOn, locale));
    }

    @Override
    public Outcome decided(BudgetId budget, List<Integer> numbers, Locale locale) {
        return outcome(rehearsal.documents(budget, numbers, locale));
    }

    private static Outcome outcome(Rehearsal.Rehearsed rehearsed) {
        Map<Integer, List<Objection>> against = new LinkedHashMap<>();
        rehearsed
                .against()
                .forEach((number, problems) -> against.put(
                        number, problems.stream().map(RehearsedWhatIf::said).toList()));
        return new Outcome(
                against, rehearsed.submission(), rehearsed.effect(), rehearsed.funds(), rehearsed.elsewhere());
    }

    private static Objection said(FieldProblem problem) {
        return new Objection(problem.field(), problem.key(), problem.words());
    }
}
