package org.mingzhang.application.sample;

import java.util.List;
import org.mingzhang.command.intake.Choices;
import org.mingzhang.command.intake.Examination;
import org.mingzhang.command.intake.Intake;
import org.mingzhang.command.intake.book.BookReader;
import org.mingzhang.command.intake.book.Limits;
import org.mingzhang.command.intake.book.Progress;
import org.mingzhang.command.intake.book.UploadedFile;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.EventLog;

/** Takes sheets of the sample in as an officer's own. */
record SampleImport(Intake intake, EventLog log, SampleDesk desk) {
    static final Actor OFFICER = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);

    private static final String STEP = "import";

    void take(List<UploadedFile> sheets, String day, String reason) {
        if (log.receipt(OFFICER.login(), desk.key(STEP)).isPresent()) {
            return;
        }
        Envelope<BudgetId> circumstances = desk.envelope(OFFICER, day, STEP, desk.budget());
        Examination examination = intake.examine(
                circumstances, new BookReader(Limits.usual()).read(sheets, Progress.NONE), Choices.none(reason));
        if (!examination.fits()) {
            throw new IllegalStateException(
                    "the sample does not fit: " + examination.problems().toList());
        }
        examination.batch().ifPresent(batch -> desk.done(OFFICER, day, STEP, batch));
    }
}
