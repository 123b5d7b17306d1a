package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.mingzhang.kernel.policy.LimitEffect;
import org.mingzhang.kernel.policy.Measure;
import org.mingzhang.kernel.policy.ReachedLimit;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentKind;
import org.mingzhang.kernel.value.AdjustmentStation;
import org.mingzhang.kernel.value.Amount;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ClosingGround;
import org.mingzhang.kernel.value.DepartmentCode;
import org.mingzhang.kernel.value.DeptEconomicCode;
import org.mingzhang.kernel.value.DivisionCode;
import org.mingzhang.kernel.value.FigureLevel;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.FundType;
import org.mingzhang.kernel.value.GovEconomicCode;
import org.mingzhang.kernel.value.IndicatorLevel;
import org.mingzhang.kernel.value.LineKey;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.ProjectCode;
import org.mingzhang.kernel.value.ProvisionalGround;
import org.mingzhang.kernel.value.RevisionCut;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.kernel.value.SupplementSource;
import org.mingzhang.kernel.value.UnitCode;
import org.mingzhang.kernel.value.UnitNature;
import org.mingzhang.kernel.value.YearSource;

/**
 * Why a command does not happen, with the numbers in it; the words are in the message bundles.
 *
 * <p>The key of a refusal is its record's name in lower case with hyphens ({@code ceiling-exceeded}); its arguments are
 * the components of the record and what its other methods answer. API clients rely on both, so a test lists them.
 */
public sealed interface Refusal {
    /** Against who acts or when: the same command may be right at another time or by somebody else. */
    sealed interface Conflict extends Refusal {}

    /** Against what the command says: it has to be changed. */
    sealed interface Unfit extends Refusal {}

    record NotOpened() implements Conflict {}

    record AlreadyOpened() implements Conflict {}

    record RoleNotAllowed(Role role, Set<Role> allowed) implements Conflict {}

    record PhaseNotAllowed(Phase phase, Set<Phase> allowed) implements Conflict {}

    /** Who made something may not decide on it. */
    record SamePerson(String login) implements Conflict {}

    /** Somebody of one unit changes content of another, or of the department as a whole. */
    record OfAnotherUnit(UnitCode own) implements Conflict {}

    record ReasonMissing() implements Unfit {}

    record TextMissing() implements Unfit {}

    record TextTooLong(int longest, int length) implements Unfit {}

    record ControlCharacter() implements Unfit {}

    /**
     * A text of a document carries markup or begins like a formula.
     *
     * @param found the piece that is no text
     */
    record TextActive(String found) implements Unfit {}

    record TooManyEntries(int most, int given) implements Unfit {}

    record ClassificationYearAhead(FiscalYear budgetYear, FiscalYear classificationYear) implements Unfit {}

    record CopiedFromForeignBudget(BudgetId budget, BudgetId copiedFrom) implements Unfit {}

    record UnitKnown(UnitCode unit) implements Conflict {}

    record UnitUnknown(UnitCode unit) implements Unfit {}

    record UnitOfAnotherDepartment(UnitCode unit, DepartmentCode department) implements Unfit {}

    record UnitHasLines(UnitCode unit, int lines) implements Conflict {}

    record UnitHasProjects(UnitCode unit, int projects) implements Conflict {}

    record ProjectKnown(ProjectCode project) implements Conflict {}

    record ProjectUnknown(ProjectCode project) implements Unfit {}

    record ProjectOfAnotherDivision(ProjectCode project, DivisionCode division) implements Unfit {}

    record ProjectHasLines(ProjectCode project, int lines) implements Conflict {}

    record ProjectCategoryDiffers(ProjectCode project, ProjectCategory registered, ProjectCategory given)
            implements Unfit {}

    record ProjectUnitDiffers(ProjectCode project, UnitCode registered, UnitCode given) implements Unfit {}

    record LineKeyTaken(LineKey line, LineSide side) implements Conflict {}

    record LineUnknown(LineKey line) implements Conflict {}

    record AmountNotPositive(Amount amount) implements Unfit {}

    record CodeUnknown(CodeKind kind, String code) implements Unfit {}

    record CodeNotAnItem(CodeKind kind, String code) implements Unfit {}

    record CodeNotValidInYear(CodeKind kind, String code, FiscalYear year) implements Unfit {}

    /** An economic class that this part of basic expenditure cannot have. */
    record ClassNotBasic(ProjectCategory category, DeptEconomicCode code) implements Unfit {}

    /** The governmental code departs from the mapping and no reason is given. */
    record MappingDiffers(
            DeptEconomicCode deptEconomic, UnitNature nature, GovEconomicCode mapped, GovEconomicCode given)
            implements Unfit {}

    /** The lines of a fund would exceed its ceiling. */
    record CeilingExceeded(FundType fund, Amount ceiling, Amount drafted) implements Unfit {
        public Amount over() {
            return drafted.minus(ceiling);
        }
    }

    record ThreePublicExceeded(ThreePublicItem item, Amount ceiling, Amount drafted) implements Unfit {
        public Amount over() {
            return drafted.minus(ceiling);
        }
    }

    record NoUnits() implements Unfit {}

    record NothingDrafted() implements Unfit {}

    record ProjectWithoutLines(ProjectCode project, String name) implements Unfit {}

    record TargetsMissing(ProjectCode project, String name, IndicatorLevel level) implements Unfit {}

    record Unbalanced(FundType fund, YearSource source, Amount revenue, Amount expenditure) implements Unfit {
        public Amount difference() {
            return revenue.minus(expenditure);
        }
    }

    record DayTooEarly(LocalDate day, LocalDate earliest) implements Unfit {}

    record DayAhead(LocalDate day, LocalDate today) implements Unfit {}

    record PositionUnfit(long position) implements Unfit {}

    record AlreadyPublished(LocalDate publishedOn) implements Conflict {}

    record SecrecyReviewMissing() implements Conflict {}

    record ReviewedAtAnotherPosition(long reviewed, long position) implements Conflict {}

    record NoTables() implements Unfit {}

    record TableUnknown(int table) implements Unfit {}

    record EmptyTableWithoutNote(int table) implements Unfit {}

    record NoteForFullTable(int table) implements Unfit {}

    record DigestUnfit(String digest) implements Unfit {}

    record AdjustmentUnknown(int number) implements Conflict {}

    record AdjustmentEnded(int number, AdjustmentStatus status) implements Conflict {}

    /** It still has to pass a station. */
    record StationOpen(int number, AdjustmentStation next) implements Conflict {}

    /** 预算法第六十九条: nothing is adjusted before whoever has to decide on it has decided. */
    record EffectBeforeDecision(LocalDate day, LocalDate decided) implements Unfit {}

    record StationsPassed(int number) implements Conflict {}

    /** It has gone on since the page was shown, or is not there yet. */
    record NotAtStation(int number, AdjustmentStation station, AdjustmentStation next) implements Conflict {}

    /** Beside where a document is: what was done last with it, by whom and on which business day. */
    record LastActed(int number, LastStep step, Actor by, LocalDate day) implements Conflict {}

    record NotTheMaker(String maker) implements Conflict {}

    record NotReturned(int number) implements Conflict {}

    record AlreadyMended(int number, int by) implements Conflict {}

    record NotEffective(int number) implements Conflict {}

    record AlreadyReversed(int number, int by) implements Conflict {}

    record ReverseOfReverse(int number, int earlier) implements Conflict {}

    record NotTheReverse(int number) implements Unfit {}

    record KindNotPermitted(AdjustmentKind kind) implements Unfit {}

    record DecisionDocumentMissing(AdjustmentStation station) implements Unfit {}

    record ApprovalDocumentMissing() implements Unfit {}

    /** Neither a letter nor a digit is in it. */
    record DocumentNumberUnfit(String number) implements Unfit {}

    /** @param form how the division says that such numbers are written */
    record DocumentNumberDiffers(String number, String form, String basis) implements Unfit {}

    record EffectiveInAnotherYear(LocalDate day, int year) implements Unfit {}

    /** A document of that kind cannot cut what its mark says that it cuts. */
    record NoSuchCut(RevisionCut cut, AdjustmentKind kind) implements Unfit {}

    record SourceMissing() implements Unfit {}

    record SourceNotAsked() implements Unfit {}

    /** A supplement says which source it draws on, not only of what kind it is. */
    record SourceNumberMissing(SupplementSource source) implements Unfit {}

    record SourceUnknown(int source) implements Unfit {}

    /** The same document has brought it before. */
    record SourceKnown(int source, String documentNumber) implements Conflict {}

    record SourceKindDiffers(int source, SupplementSource kind, SupplementSource given) implements Unfit {}

    record SourceFundDiffers(LineKey line, FundType fund, FundType given) implements Unfit {}

    /** Carried-over money is spent on lines of carried-over money, and no other money is. */
    record SourceYearDiffers(LineKey line, SupplementSource kind, YearSource source) implements Unfit {}

    record SourcePurposeDiffers(LineKey line, String name, String bound) implements Unfit {}

    /** More than is left of a source: 余额 = 来源 − 预占 − 已动支. */
    record SourceExhausted(int source, String name, Amount left, Amount asked) implements Unfit {
        public Amount lacking() {
            return asked.minus(left);
        }
    }

    record SourceBelowUsed(int source, Amount amount, Amount used) implements Unfit {}

    /** Lines of a purpose would keep less than special transfers have given for it. */
    record TransferKeepsPurpose(String name, String bound, Amount given, Amount left) implements Unfit {
        public Amount lacking() {
            return given.minus(left);
        }
    }

    record PerformanceMissing(ProjectCode project, String name) implements Unfit {}

    /** A 划转 does not say which budget gets what it gives. */
    record CounterpartMissing() implements Unfit {}

    record CounterpartNotAsked() implements Unfit {}

    record CounterpartIsItself(BudgetId counterpart) implements Unfit {}

    /** Money stays in its division and year. */
    record CounterpartElsewhere(BudgetId counterpart, DivisionCode division, FiscalYear year) implements Unfit {}

    record CounterpartNotApproved(BudgetId counterpart, Phase phase) implements Conflict {}

    record CounterpartClosed(BudgetId counterpart, LocalDate closedOn) implements Conflict {}

    /** Of the two documents of a 划转 the one of the giving department is decided on. */
    record FollowsAnother(int number, BudgetId leader, int leaderNumber) implements Conflict {}

    record PerformanceNotAsked(ProjectCode project) implements Unfit {}

    /** Targets are said to be revised and are what they were. */
    record TargetsUnchanged(ProjectCode project, String name) implements Unfit {}

    /** @param targets how many there are now */
    record TargetsEmptied(ProjectCode project, String name, int targets) implements Unfit {}

    /** Another document that revises the targets has not ended yet. */
    record TargetsOnTheirWay(ProjectCode project, int number) implements Conflict {}

    /** Another document that changes what the project says has not ended yet. */
    record ProjectOnItsWay(ProjectCode project, int number) implements Conflict {}

    /** A project goes to another unit and leaves money behind on a line. */
    record ProjectUnitHasMoney(ProjectCode project, LineKey line, Amount left) implements Unfit {}

    record NothingChanges() implements Unfit {}

    /** What a document changed has been changed again since, so that taking it back would leave everything as it is. */
    record NothingToTakeBack(int number) implements Conflict {}

    record NoEntries() implements Unfit {}

    record LineTwice(LineKey line) implements Unfit {}

    record ChangeIsZero(LineKey line) implements Unfit {}

    record LineClassificationDiffers(LineKey line) implements Unfit {}

    record DirectionDiffers(AdjustmentDirection direction, LineKey line, Amount change) implements Unfit {}

    /** More than is left of a line: 可用 = 额度 − 冻结 − 在途 − 已支付. */
    record NotAvailable(LineKey line, Amount available, Amount asked) implements Unfit {
        public Amount lacking() {
            return asked.minus(available);
        }
    }

    /**
     * It would be available, if documents on their way did not hold it: whoever came first has it until one of them ends.
     *
     * @param held by documents that have been submitted and have not ended
     */
    record HeldByDocuments(LineKey line, Amount available, Amount asked, Amount held) implements Conflict {
        public Amount lacking() {
            return asked.minus(available);
        }
    }

    record ShiftUnbalanced(Amount given, Amount gained) implements Unfit {
        public Amount difference() {
            return gained.minus(given);
        }
    }

    record FundChanges(FundType fund, YearSource source, Amount net) implements Unfit {}

    /** A rule of the division is reached; it stops the document, or the submitter has to say something to it. */
    record LimitReached(
            String rule,
            LimitEffect effect,
            Measure measure,
            String subject,
            Amount amount,
            String found,
            String bound,
            String basis,
            Certainty certainty)
            implements Unfit {
        static LimitReached of(ReachedLimit limit) {
            return new LimitReached(
                    limit.rule(),
                    limit.effect(),
                    limit.measure(),
                    limit.subject(),
                    limit.amount(),
                    limit.found(),
                    limit.bound(),
                    limit.basis(),
                    Certainty.of(limit.confirmed()));
        }

        /** What was measured beside its bound, such as {@code 便民服务热线 35.00% ≥ 30%}. */
        public String details() {
            String sign = measure == Measure.TIMES_PER_LINE ? " > " : " ≥ ";
            String compared = found.isEmpty() || bound.isEmpty() ? found : found + sign + bound;
            return (subject + " " + compared).strip();
        }
    }

    record AmendmentUnknown(int number) implements Conflict {}

    record AmendmentDecided(int number) implements Conflict {}

    record NothingAmended() implements Unfit {}

    /** Two tiers of one kind begin with the same amount. */
    record TierTwice(AdjustmentKind kind, Amount least) implements Unfit {}

    /** The tiers of a kind begin above nothing, so that smaller amounts would have no rule. */
    record FirstTierMissing(AdjustmentKind kind, Amount smallest) implements Unfit {}

    record NobodyDecides(AdjustmentKind kind, Amount least) implements Unfit {}

    /** A rule leaves out whom the Budget Law itself names (art. 64, 69). */
    record LawWeakened(AdjustmentKind kind, AdjustmentStation station) implements Unfit {}

    record LimitTwice(String rule) implements Unfit {}

    record YearIsClosed(LocalDate closedOn) implements Conflict {}

    record YearNotClosed() implements Conflict {}

    record MonthOfAnotherYear(YearMonth month, FiscalYear year) implements Unfit {}

    record MonthAhead(YearMonth month, YearMonth current) implements Unfit {}

    record RefundPositive(LineKey line, Amount refunded) implements Unfit {}

    record RefundAbovePaid(LineKey line, Amount paid, Amount refunded) implements Unfit {}

    /** Of the months up to that one more would have come back than was paid. */
    record RefundBeforePaid(LineKey line, YearMonth month, Amount through) implements Unfit {}

    record PaidNegative(LineKey line, Amount paid) implements Unfit {}

    record CommittedNegative(LineKey line, Amount committed) implements Unfit {}

    /** Only the last month can say what is in process now. */
    record CommittedOfEarlierMonth(LineKey line, YearMonth month, YearMonth last) implements Unfit {}

    record ExecutionBeyondAvailable(LineKey line, Amount available, Amount asked) implements Unfit {
        public Amount lacking() {
            return asked.minus(available);
        }
    }

    /** Before the approval only what was issued for it may be spent (预算法 art. 54). */
    record ExecutionBeyondProvisional(LineKey line, Amount provisional, Amount used, Amount asked) implements Unfit {
        public Amount lacking() {
            return asked.plus(used).minus(provisional);
        }
    }

    record GroundUnfit(LineKey line, ProvisionalGround ground, YearSource source) implements Unfit {}

    record AboveReference(LineKey line, Amount reference, Amount issued) implements Unfit {
        public Amount over() {
            return issued.minus(reference);
        }
    }

    record ProvisionalUsed(LineKey line, Amount unused, Amount asked) implements Unfit {}

    record LineInExecution(LineKey line, Amount provisional, Amount used) implements Conflict {}

    record UsedAboveApproved(LineKey line, Amount approved, Amount used) implements Conflict {
        public Amount over() {
            return used.minus(approved);
        }
    }

    record PercentUnfit(int percent) implements Unfit {}

    record FreezeBeyondAvailable(LineKey line, Amount available, Amount asked) implements Unfit {}

    /** What a document on its way holds is not the bureau's to give free. */
    record ThawBeyondFrozen(LineKey line, Amount frozen, Amount asked) implements Unfit {}

    record NothingToState(LineKey line, ClosingGround ground) implements Unfit {}

    record CarriedAboveLeft(LineKey line, Amount left, Amount carried) implements Unfit {}

    record CarryOverNotStated(LineKey line, Amount left) implements Conflict {}

    record PaymentsInProcess(LineKey line, Amount committed) implements Conflict {}

    record AdjustmentsOpen(List<Integer> numbers) implements Conflict {}

    record AccountsNotNext(AccountsStage stage, AccountsStage next) implements Conflict {}

    record AccountsDisclosed() implements Conflict {}

    record AccountsNotInReview(AccountsStage next) implements Conflict {}

    record AccountsDocumentMissing(AccountsStage stage) implements Unfit {}

    /** Figures of a year are stated in a later year's budget. */
    record ComparativeYearUnfit(FiscalYear year, FiscalYear budgetYear) implements Unfit {}

    record NoFigures() implements Unfit {}

    record FigureTwice(FigureLevel level, String code) implements Unfit {}

    record FigureNegative(FigureLevel level, String code, Amount amount) implements Unfit {}

    /** Parts do not make their whole, or are more than it. */
    record FigurePartsDiffer(FigureLevel level, String code, Amount whole, Amount parts) implements Unfit {
        public Amount difference() {
            return parts.minus(whole);
        }
    }

    /** The lines that are kept of that year say something else. */
    record ComparativeContradicts(FiscalYear year, FigureLevel level, String code, Amount known, Amount stated)
            implements Unfit {
        public Amount difference() {
            return stated.minus(known);
        }
    }

    record NoSuccessors() implements Unfit {}

    /** A succession names a unit that nothing has, and does not say that only its document knows it. */
    record UnitNowhere(String code) implements Unfit {}

    record SuccessorTwice(String code) implements Unfit {}

    record ShareNotPositive(String code) implements Unfit {}

    /** Parts take over more or less than everything. */
    record SharesDoNotSum(String sum) implements Unfit {}

    /** Another succession that holds says already how the code goes on. */
    record SuccessionOverlaps(String before, int number) implements Conflict {}

    record SuccessionLoops(String path) implements Unfit {}

    /** A code has gone on under others from one year, and would be gone on under from a later one. */
    record SuccessorEnded(String code, FiscalYear ended, FiscalYear from) implements Conflict {}

    record SuccessionUnknown(int number) implements Conflict {}

    record SuccessionIsWithdrawn(int number) implements Conflict {}

    record NoTargetsToJudge(String name) implements Conflict {}

    record TargetNever(IndicatorLevel level, String name) implements Unfit {}

    record ResultTwice(IndicatorLevel level, String name) implements Unfit {}

    record ResultMissing(IndicatorLevel level, String name) implements Unfit {}

    /** Both in points. */
    record WeightsNotWhole(String sum, String demanded) implements Unfit {}

    record WeightsPartly(int given, int all) implements Unfit {}

    record ActualIncomparable(String name, String target, String actual) implements Unfit {}

    record QualityMissing(String name, String target) implements Unfit {}

    /** All in per cent. */
    record ShareOutside(String name, int share, int from, int to) implements Unfit {}

    record DeviationUnexplained(String name, String target, String actual) implements Unfit {}

    record CorrectionMissing(String name) implements Unfit {}

    /** Both in per cent. */
    record ExecutionUnexplained(String rate, String demanded) implements Unfit {}

    record EvaluationEarly(LocalDate today, LocalDate last) implements Conflict {}

    record AttachmentEmpty(String name) implements Unfit {}

    /** Both in bytes. */
    record AttachmentTooLarge(String name, long size, long largest) implements Unfit {}

    record AttachmentTypeForbidden(String name, String mediaType) implements Unfit {}

    /** The end of its name says another type than its content. */
    record AttachmentMisnamed(String name, String mediaType) implements Unfit {}

    /** It carries macros, scripts or a known test virus. */
    record AttachmentActive(String name) implements Unfit {}

    record AttachmentTooMany(int given, int most) implements Unfit {}

    /** It was kept from an earlier try and is there no longer. */
    record AttachmentGone() implements Unfit {}

    record AttachmentNotAsked() implements Unfit {}

    /** An answer of an earlier release, whose reason this one knows by name only. */
    record RefusedBefore(String rule) implements Conflict {}
}
