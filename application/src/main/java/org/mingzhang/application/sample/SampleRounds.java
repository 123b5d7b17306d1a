package org.mingzhang.application.sample;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.mingzhang.command.budget.DisclosureCommand;
import org.mingzhang.command.budget.RoundCommand;
import org.mingzhang.command.web.RenderedTables;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.Basis;
import org.mingzhang.kernel.value.Ceiling;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.disclosure.TableBasis;
import org.mingzhang.query.facts.DisclosureTables;

/** The rounds of a drafted year of the sample, 二上二下, and its publication; days and numbers of documents are invented. */
final class SampleRounds {
    private static final Actor DEPARTMENT = SampleDocuments.MAKER;
    private static final Actor HEAD = SampleDocuments.HEAD;
    private static final Actor OFFICE = SampleDocuments.OFFICE;
    private static final Actor SECRECY = Actor.of("baomi", "周正", Role.SECRECY_REVIEWER);
    private static final String BUREAU = "三门峡市财政局";

    private final SampleDesk desk;
    private final Days days;
    private final int year;

    SampleRounds(SampleDesk desk, Days days) {
        this.desk = desk;
        this.days = days;
        this.year = desk.budget().year().value();
    }

    record Days(
            String proposed,
            String ceiling,
            String drafted,
            String included,
            String enacted,
            String approved,
            String distributed,
            String reviewed,
            String published) {}

    /**
     * The position after which everything is there; the same whenever it is done again.
     *
     * @param vehicles what table 8 prints of them, in yuan
     * @param hospitality the same
     */
    long approved(long vehicles, long hospitality) {
        desk.done(
                DEPARTMENT,
                days.proposed(),
                "first-proposal",
                new RoundCommand.SubmitFirstProposal(desk.budget(), "一上"));
        desk.done(
                OFFICE,
                days.ceiling(),
                "ceiling",
                new RoundCommand.IssueCeiling(
                        desk.budget(),
                        new Ceiling(drafted(), Amount.ZERO, Amount.ofYuan(vehicles), Amount.ofYuan(hospitality)),
                        document("三财预〔" + (year - 1) + "〕98号", "关于下达" + year + "年部门预算控制数的通知", BUREAU, days.ceiling())));
        desk.done(HEAD, days.drafted(), "second-draft", new RoundCommand.SubmitSecondDraft(desk.budget(), "二上"));
        desk.done(OFFICE, days.included(), "inclusion", new RoundCommand.IncludeInGovernmentDraft(desk.budget(), ""));
        desk.done(
                OFFICE,
                days.enacted(),
                "enactment",
                new RoundCommand.RecordEnactment(
                        desk.budget(),
                        document("三人发〔" + year + "〕3号", "关于" + year + "年市级预算的决议", "三门峡市人民代表大会", days.enacted())));
        desk.done(
                OFFICE,
                days.approved(),
                "approval",
                new RoundCommand.ApproveBudget(
                        desk.budget(),
                        document("三财预〔" + year + "〕3号", "关于批复" + year + "年部门预算的通知", BUREAU, days.approved()),
                        LocalDate.parse(days.approved())));
        return desk.done(
                HEAD,
                days.distributed(),
                "distribution",
                new RoundCommand.DistributeBudget(
                        desk.budget(),
                        document(
                                "三政办财〔" + year + "〕1号",
                                "关于批复所属单位" + year + "年预算的通知",
                                "三门峡市人民政府办公室",
                                days.distributed()),
                        LocalDate.parse(days.distributed())));
    }

    private static Basis document(String number, String title, String issuer, String day) {
        return SampleDesk.document(number, title, issuer, day);
    }

    /** As much as was drafted. */
    private Map<FundType, Amount> drafted() {
        Map<FundType, Amount> byFund = new EnumMap<>(FundType.class);
        desk.commands()
                .current(desk.budget())
                .budget()
                .content()
                .lines()
                .values()
                .forEach(line -> byFund.merge(line.classification().fund(), line.amount(), Amount::plus));
        return byFund;
    }

    /** What was there at a position. */
    void publish(long position, RenderedTables rendering, DisclosureTables tables) {
        desk.done(
                SECRECY,
                days.reviewed(),
                "secrecy-review",
                new DisclosureCommand.ConfirmSecrecyReview(
                        desk.budget(), position, "不涉及国家秘密（演示，审查人和日期为虚构）", LocalDate.parse(days.reviewed())));
        // Asked for first without notes: that waits until the tables are there.
        Set<Integer> empty = rendering.at(desk.budget(), position, Map.of()).emptyTables();
        Map<Integer, String> notes = new HashMap<>();
        tables.all(desk.budget(), position, TableBasis.INITIAL).stream()
                .filter(table -> empty.contains(table.number()))
                .forEach(table -> notes.put(table.number(), table.notes().getLast()));
        RenderedTables.Rendered rendered = rendering.at(desk.budget(), position, notes);
        desk.done(
                HEAD,
                days.published(),
                "publication",
                new DisclosureCommand.PublishDisclosure(
                        desk.budget(),
                        position,
                        rendered.templateVersions(),
                        rendered.emptyTables(),
                        notes,
                        rendered.digest(),
                        LocalDate.parse(days.published())));
    }
}
