package org.mingzhang.command.budget;

import java.util.List;
import org.mingzhang.kernel.event.AdjustmentEvent;
import org.mingzhang.kernel.event.LineEvent;
import org.mingzhang.kernel.event.OrganisationEvent;
import org.mingzhang.kernel.event.ProjectEvent;
import org.mingzhang.kernel.event.RevenueEvent;
import org.mingzhang.kernel.event.StatementEvent;
import org.mingzhang.kernel.event.TargetEvent;
import org.mingzhang.kernel.value.Indicator;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.TargetChange;

/** What each event leaves of the content; an impossible event throws {@link IllegalStateException}. */
final class ContentFold {
    private ContentFold() {}

    static Content after(Content content, OrganisationEvent event) {
        return switch (event) {
            case OrganisationEvent.UnitRegistered e ->
                content.units(content.units().add(e.unit().code(), e.unit()));
            case OrganisationEvent.UnitRevised e ->
                content.units(content.units().replace(e.after().code(), e.after()));
            case OrganisationEvent.UnitRemoved e ->
                content.units(content.units().remove(e.unit().code()));
        };
    }

    static Content after(Content content, LineEvent event) {
        Totals totals = content.totals().post(event.postings());
        return switch (event) {
            case LineEvent.LineAllocated e -> content.lines(content.lines().add(e.line(), e.content()), totals);
            case LineEvent.LineRevised e -> content.lines(content.lines().replace(e.line(), e.after()), totals);
            case LineEvent.LineRemoved e -> content.lines(content.lines().remove(e.line()), totals);
        };
    }

    static Content after(Content content, RevenueEvent event) {
        Totals totals = content.totals().post(event.postings());
        return switch (event) {
            case RevenueEvent.RevenueEstimated e ->
                content.revenue(content.revenue().add(e.line(), e.content()), totals);
            case RevenueEvent.RevenueRevised e ->
                content.revenue(content.revenue().replace(e.line(), e.after()), totals);
            case RevenueEvent.RevenueRemoved e ->
                content.revenue(content.revenue().remove(e.line()), totals);
        };
    }

    static Content after(Content content, ProjectEvent event) {
        return switch (event) {
            case ProjectEvent.ProjectRegistered e ->
                content.projects(content.projects().add(e.project().code(), e.project()));
            case ProjectEvent.ProjectRevised e ->
                content.projects(content.projects().replace(e.after().code(), e.after()));
            case ProjectEvent.ProjectRemoved e -> withoutProject(content, e.project());
        };
    }

    /** The targets of a project go with it. */
    private static Content withoutProject(Content content, Project project) {
        Content rest = content.projects(content.projects().remove(project.code()));
        return rest.projectTargets().has(project.code())
                ? rest.projectTargets(rest.projectTargets().remove(project.code()))
                : rest;
    }

    static Content after(Content content, TargetEvent event) {
        return switch (event) {
            case TargetEvent.OverallTargetsSet e -> content.overallTargets(e.after());
            case TargetEvent.ProjectTargetsSet e ->
                content.projectTargets(content.projectTargets().set(e.project(), e.after()));
        };
    }

    static Content after(Content content, AdjustmentEvent event) {
        return switch (event) {
            case AdjustmentEvent.AdjustmentTookEffect e -> retargeted(content, e.targets());
            case AdjustmentEvent.ProjectAdjusted e ->
                content.projects(content.projects().replace(e.after().code(), e.after()));
            case AdjustmentEvent.ProjectTakenOver e -> takenOver(content, e.project(), e.targets());
            case AdjustmentEvent.AdjustmentSubmitted ignored -> content;
            case AdjustmentEvent.AdjustmentRulesApplied ignored -> content;
            case AdjustmentEvent.CounterpartLinked ignored -> content;
            case AdjustmentEvent.ProjectAdjustmentAsked ignored -> content;
            case AdjustmentEvent.AdjustmentReviewed ignored -> content;
            case AdjustmentEvent.AdjustmentReturned ignored -> content;
            case AdjustmentEvent.AdjustmentWithdrawn ignored -> content;
            case AdjustmentEvent.AdjustmentRejected ignored -> content;
            case AdjustmentEvent.AttachmentAdded ignored -> content;
        };
    }

    /** With a project that comes from another budget. */
    static Content takenOver(Content content, Project project, List<Indicator> targets) {
        Content with = content.projects(content.projects().set(project.code(), project));
        return targets.isEmpty()
                ? with
                : with.projectTargets(with.projectTargets().set(project.code(), targets));
    }

    private static Content retargeted(Content content, List<TargetChange> changes) {
        Content now = content;
        for (TargetChange change : changes) {
            now = now.projectTargets(now.projectTargets().set(change.project(), change.after()));
        }
        return now;
    }

    static Content after(Content content, StatementEvent event) {
        return switch (event) {
            case StatementEvent.StatementMade e ->
                content.statements(content.statements().set(e.after().topic(), e.after()));
        };
    }
}
