package org.mingzhang.query.trail;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.AdministrationEvent;
import org.mingzhang.kernel.event.BudgetEvent;
import org.mingzhang.kernel.event.ComparativeEvent;
import org.mingzhang.kernel.event.CrosswalkEvent;
import org.mingzhang.kernel.event.DisclosureEvent;
import org.mingzhang.kernel.event.ExecutionEvent;
import org.mingzhang.kernel.event.FundsEvent;
import org.mingzhang.kernel.event.LedgerEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.PerformanceEvent;
import org.mingzhang.kernel.event.PolicyEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.ReadingEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.query.audit.ReasonWords;
import org.springframework.context.MessageSource;

/** What happened, as a sentence without its subject; the compiler keeps the list of what there is to say. */
final class TrailSentences {
    /** A refused workbook may have hundreds of reasons. */
    private static final int REASONS = 5;

    private final SaidIn said;
    private final MoneySentences money;
    private final AdministrationWords administration;
    private final ReasonWords reasons;
    private final Locale locale;

    TrailSentences(MessageSource messages, ReasonWords reasons, Locale locale) {
        this.said = new SaidIn(messages, locale);
        this.money = new MoneySentences(said);
        this.administration = new AdministrationWords(messages, locale);
        this.reasons = reasons;
        this.locale = locale;
    }

    String of(LedgerEvent event) {
        return switch (event) {
            case BudgetEvent budget -> budget(budget);
            case FundsEvent funds -> money.funds(funds);
            case PolicyEvent policy -> policy(policy);
            case CrosswalkEvent succession -> succession(succession);
            case AdministrationEvent accounts -> administration.of(accounts);
            case SubmissionEvent tried -> tried(tried);
            case ReadingEvent.UndisclosedRead e -> read(e);
        };
    }

    private String budget(BudgetEvent event) {
        return switch (event) {
            case RoundEvent e -> round(e);
            case OrganisationEvent e -> unit(e);
            case LineEvent e -> money.line(e);
            case RevenueEvent e -> money.revenue(e);
            case ProjectEvent e -> project(e);
            case TargetEvent e -> targets(e);
            case StatementEvent.StatementMade e ->
                said.event(e, said.word("statement", e.after().topic()));
            case ComparativeEvent.ComparativesStated e ->
                said.event(
                        e,
                        e.after().year(),
                        e.after().figures().size(),
                        e.after().source().documentNumber());
            case DisclosureEvent e -> disclosure(e);
            case AdjustmentEvent e -> money.adjustment(e);
            case ExecutionEvent e -> money.execution(e);
            case AccountsEvent e -> accounts(e);
            case PerformanceEvent e -> performance(e);
        };
    }

    private String round(RoundEvent event) {
        return switch (event) {
            case RoundEvent.BudgetOpened e -> said.event(e, e.budget().year(), e.shortName());
            case RoundEvent.FirstProposalSubmitted e -> said.event(e);
            case RoundEvent.FirstProposalReturned e -> said.event(e);
            case RoundEvent.CeilingIssued e ->
                said.event(e, SaidIn.yuan(e.ceiling()), e.basis().documentNumber());
            case RoundEvent.CeilingRevised e ->
                said.event(
                        e,
                        SaidIn.yuan(e.before()),
                        SaidIn.yuan(e.after()),
                        e.basis().documentNumber());
            case RoundEvent.SecondDraftSubmitted e -> said.event(e);
            case RoundEvent.SecondDraftReturned e -> said.event(e);
            case RoundEvent.IncludedInGovernmentDraft e -> said.event(e);
            case RoundEvent.BudgetEnacted e -> said.event(e, e.resolution().documentNumber());
            case RoundEvent.BudgetApproved e ->
                said.event(e, e.approval().documentNumber(), e.approvedOn(), e.daysLate());
            case RoundEvent.BudgetDistributed e ->
                said.event(e, e.units().size(), e.notice().documentNumber(), e.daysLate());
        };
    }

    private String unit(OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.UnitRegistered e ->
                said.event(e, e.unit().code().value(), e.unit().name());
            case OrganisationEvent.UnitRevised e ->
                said.event(e, e.after().code().value(), e.after().name());
            case OrganisationEvent.UnitRemoved e ->
                said.event(e, e.unit().code().value(), e.unit().name());
        };
    }

    private String project(ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered e ->
                said.event(e, e.project().name(), e.project().code().value());
            case ProjectEvent.ProjectRevised e ->
                said.event(e, e.after().name(), e.after().code().value());
            case ProjectEvent.ProjectRemoved e ->
                said.event(e, e.project().name(), e.project().code().value());
        };
    }

    private String targets(TargetEvent event) {
        return switch (event) {
            case TargetEvent.OverallTargetsSet e ->
                said.event(e, e.before().size(), e.after().size());
            case TargetEvent.ProjectTargetsSet e ->
                said.event(e, e.before().size(), e.after().size(), e.project().value());
        };
    }

    private String disclosure(DisclosureEvent event) {
        return switch (event) {
            case DisclosureEvent.SecrecyReviewConfirmed e -> said.event(e, e.position(), e.reviewedOn());
            case DisclosureEvent.DisclosurePublished e -> said.event(e, e.position(), e.publishedOn(), e.daysLate());
        };
    }

    private String accounts(AccountsEvent event) {
        return switch (event) {
            case AccountsEvent.AccountsPassed e -> said.event(e, said.chosen(e.stage()), e.day(), e.daysLate());
            case AccountsEvent.AccountsReturned e -> said.event(e, said.chosen(e.from()));
        };
    }

    private String performance(PerformanceEvent event) {
        return switch (event) {
            case PerformanceEvent.PerformanceMonitored e ->
                ofProjectOrAll(
                        e,
                        e.through(),
                        e.progress().size(),
                        SaidIn.yuan(e.executed()),
                        SaidIn.yuan(e.budgeted()),
                        said.chosen(e.action()));
            case PerformanceEvent.PerformanceSelfEvaluated e ->
                ofProjectOrAll(
                        e,
                        e.scores().size(),
                        BigDecimal.valueOf(e.total()).movePointLeft(2).toPlainString(),
                        e.grade());
        };
    }

    /** The code of the project comes last, because there is none where the department as a whole is meant. */
    private String ofProjectOrAll(PerformanceEvent event, Object... arguments) {
        return event.project()
                .map(project -> said.event(
                        event,
                        Stream.concat(Arrays.stream(arguments), Stream.of(project.value()))
                                .toArray()))
                .orElseGet(() -> said.without(event, arguments));
    }

    private String policy(PolicyEvent event) {
        return switch (event) {
            case PolicyEvent.AmendmentProposed e ->
                said.event(e, e.number(), e.from(), e.tiers().size(), e.limits().size());
            case PolicyEvent.AmendmentPutInForce e -> said.event(e, e.number());
            case PolicyEvent.AmendmentDeclined e -> said.event(e, e.number());
        };
    }

    private String read(ReadingEvent.UndisclosedRead event) {
        String about = said.orElse("trail.about." + event.about(), event.about());
        return event.phase().isEmpty()
                ? said.without(event, about, event.position(), event.path())
                : said.event(event, about, said.phase(event.phase()), event.position(), event.path());
    }

    private String succession(CrosswalkEvent event) {
        return switch (event) {
            case CrosswalkEvent.Recorded e ->
                said.event(
                        e,
                        e.number(),
                        e.succession().before(),
                        e.succession().after().stream().map(Successor::code).collect(Collectors.joining("、")),
                        e.succession().from());
            case CrosswalkEvent.SuccessionWithdrawn e -> said.event(e, e.number());
        };
    }

    private String tried(SubmissionEvent event) {
        return switch (event) {
            case SubmissionEvent.CommandAccepted e -> said.event(e, said.command(e.submission()), e.events());
            case SubmissionEvent.CommandRefused e -> {
                List<String> first = reasons.of(e, REASONS, locale);
                String all = String.join(" ", first);
                int more = e.objections().size() - first.size();
                String why = more > 0 ? all + " " + said.say("submissions.more", more) : all;
                String what = said.command(e.submission());
                yield TriedContent.adjustment(e)
                        .map(number -> said.event(e, what, why, number))
                        .orElseGet(() -> said.without(e, what, why));
            }
        };
    }
}
