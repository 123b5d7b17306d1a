package org.mingzhang.application.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.CrosswalkCommand;
import org.mingzhang.command.budget.CrosswalkCommands;
import org.mingzhang.command.budget.LineCommand;
import org.mingzhang.command.budget.OrganisationCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.ProjectCommand;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.kernel.value.UnitCode;

/**
 * One unit of the department becomes part of the office, one of its projects goes on under another name, another project
 * ends: in the crosswalk of the division, and in the draft. All of it is invented.
 */
final class InventedMerger {
    private static final Actor OFFICE = SampleDocuments.OFFICE;
    private static final String MERGED = "103005";
    private static final String INTO = "103001";
    private static final ProjectCode RENT = new ProjectCode("41120025000000045201");
    private static final ProjectCode RENAMED = new ProjectCode("411200240000000191203");
    private static final ProjectCode ENDED = new ProjectCode("411200240000000008295");
    private static final String CONTINUED_AS = "411200260000000000002";

    private final SampleDesk desk;
    private final CrosswalkCommands crosswalk;

    InventedMerger(SampleDesk desk, CrosswalkCommands crosswalk) {
        this.desk = desk;
        this.crosswalk = crosswalk;
    }

    void load() {
        succession(
                "unit-merged",
                SuccessionKind.UNIT,
                MERGED,
                INTO,
                InventedYear.document("三编〔2025〕21号", "关于市金融服务中心并入市政府办公室的批复", "三门峡市委机构编制委员会", "2025-08-29"));
        succession(
                "project-continued",
                SuccessionKind.PROJECT,
                RENAMED.value(),
                CONTINUED_AS,
                InventedYear.document("三财预〔2025〕77号", "关于项目更名续设的批复", "三门峡市财政局", "2025-09-12"));
        desk.done(SampleImport.OFFICER, "2025-09-22", "merger", drafted());
    }

    private void succession(String step, SuccessionKind kind, String before, String after, Basis basis) {
        Succession said = new Succession(
                kind,
                before,
                List.of(new Successor(after, Successor.WHOLE)),
                desk.budget().year(),
                basis);
        CrosswalkCommand command =
                new CrosswalkCommand.RecordSuccession(desk.budget().division(), said, false);
        String key = desk.key(step);
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        Outcome outcome = crosswalk.submit(new Envelope<>(id, OFFICE, LocalDate.parse("2025-09-15"), command), key);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the sample stops at " + step + ": " + outcome);
        }
    }

    /** Lines stand where their project stands, so that they go first and come back with the sheets. */
    private BudgetCommand.Batch drafted() {
        String merged = "市金融服务中心并入市政府办公室本级（演示，虚构）";
        Project rent = desk.commands()
                .current(SampleYear.BUDGET)
                .budget()
                .content()
                .projects()
                .get(RENT)
                .orElseThrow();
        return new BudgetCommand.Batch(
                desk.budget(),
                List.of(
                        removed("47", "维修任务已完成，项目终止（演示，虚构）"),
                        new ProjectCommand.RemoveProject(desk.budget(), ENDED, "维修任务已完成，项目终止（演示，虚构）"),
                        removed("53", merged),
                        removed("54", merged),
                        new ProjectCommand.RemoveProject(desk.budget(), RENAMED, "更名续设（演示，虚构）"),
                        new ProjectCommand.ReviseProject(
                                desk.budget(),
                                new Project(
                                        rent.code(),
                                        rent.name(),
                                        rent.category(),
                                        new UnitCode(INTO),
                                        rent.description()),
                                merged),
                        new OrganisationCommand.RemoveUnit(desk.budget(), new UnitCode(MERGED), merged)));
    }

    private LineCommand removed(String line, String reason) {
        return new LineCommand.RemoveLine(desk.budget(), new LineKey(line), reason);
    }
}
