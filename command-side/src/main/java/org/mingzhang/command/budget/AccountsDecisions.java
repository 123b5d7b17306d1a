package org.mingzhang.command.budget;

import java.time.LocalDate;
import java.util.Set;
import org.mingzhang.kernel.event.AccountsEvent;
import org.mingzhang.kernel.policy.YearEndRules;
import org.mingzhang.kernel.value.AccountsStage;
import org.mingzhang.kernel.value.Role;

/** The final accounts (lifecycle.md §6, §8.4): who brings them how far, with which document, and how late. */
final class AccountsDecisions {
    /** Where somebody outside the department and the bureau decides, or where the law asks for a document. */
    private static final Set<AccountsStage> WITH_DOCUMENT = Set.of(
            AccountsStage.AUDITED, AccountsStage.SC_APPROVED, AccountsStage.REPLIED, AccountsStage.UNITS_REPLIED);

    /** What is still being looked at may be returned. */
    private static final Set<AccountsStage> RETURNED_BEFORE =
            Set.of(AccountsStage.FINANCE_REVIEWED, AccountsStage.AUDITED, AccountsStage.SC_APPROVED);

    /** Those who decide must not be those who brought it before them. */
    private static final Set<AccountsStage> CHECKED =
            Set.of(AccountsStage.DEPT_SUBMITTED, AccountsStage.FINANCE_REVIEWED, AccountsStage.AUDITED);

    private AccountsDecisions() {}

    static Decision decide(Situation now, AccountsCommand command) {
        return switch (command) {
            case AccountsCommand.PassAccounts pass -> pass(now, pass);
            case AccountsCommand.ReturnAccounts back -> back(now, back);
        };
    }

    private static Decision pass(Situation now, AccountsCommand.PassAccounts command) {
        AccountsStage stage = command.stage();
        Findings findings = gate(now, Roles.bringing(stage));
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        Accounts accounts = now.budget().accounts();
        if (accounts.next().filter(stage::equals).isEmpty()) {
            findings.object(
                    "stage",
                    accounts.next()
                            .<Refusal>map(next -> new Refusal.AccountsNotNext(stage, next))
                            .orElseGet(Refusal.AccountsDisclosed::new));
            return findings.refused();
        }
        if (CHECKED.contains(stage)) {
            notByItsMaker(findings, now, stage);
        }
        LocalDate before = before(now, stage);
        DayRules.notBefore(findings, "day", command.day(), before);
        DayRules.notAhead(findings, "day", command.day(), now);
        findings.require(
                !WITH_DOCUMENT.contains(stage) || command.document().isPresent(),
                "documentNumber",
                () -> new Refusal.AccountsDocumentMissing(stage));
        command.document().ifPresent(document -> {
            DayRules.notAhead(findings, "date", document.date(), now);
            ActiveTexts.check(findings, document);
        });
        TextRules.optional(findings, "opinion", command.opinion());
        ActiveTexts.check(findings, "opinion", command.opinion());
        return findings.accept(() -> new AccountsEvent.AccountsPassed(
                command.budget(), stage, command.day(), command.document(), command.opinion(), late(now, command)));
    }

    /** The day before which a stage cannot be reached. */
    private static LocalDate before(Situation now, AccountsStage stage) {
        return stage.before()
                .map(earlier -> day(now, earlier))
                .or(() -> now.budget().execution().closedOn())
                .orElseThrow();
    }

    private static int late(Situation now, AccountsCommand.PassAccounts command) {
        YearEndRules rules = YearEndRules.inForceOn(now.today());
        return switch (command.stage()) {
            case DRAFTED, DEPT_SUBMITTED, FINANCE_REVIEWED, AUDITED, SC_APPROVED -> 0;
            case REPLIED -> DayRules.late(day(now, AccountsStage.SC_APPROVED), command.day(), rules.replyDays());
            case UNITS_REPLIED -> DayRules.late(day(now, AccountsStage.REPLIED), command.day(), rules.unitReplyDays());
            case DISCLOSED -> DayRules.late(day(now, AccountsStage.REPLIED), command.day(), rules.disclosureDays());
        };
    }

    private static LocalDate day(Situation now, AccountsStage stage) {
        return now.budget().accounts().at(stage).day();
    }

    private static Decision back(Situation now, AccountsCommand.ReturnAccounts command) {
        Accounts accounts = now.budget().accounts();
        AccountsStage next = accounts.next().orElse(AccountsStage.DISCLOSED);
        boolean reviewed = RETURNED_BEFORE.contains(next);
        Findings findings = gate(now, reviewed ? Roles.bringing(next) : Roles.FINANCE_BUREAU);
        if (!findings.isEmpty()) {
            return findings.refused();
        }
        findings.require(reviewed, "", () -> new Refusal.AccountsNotInReview(next));
        if (findings.isEmpty()) {
            notByItsMaker(findings, now, next);
        }
        TextRules.reason(findings, command.reason());
        ActiveTexts.check(findings, "reason", command.reason());
        return findings.accept(() -> new AccountsEvent.AccountsReturned(
                command.budget(), next.before().orElseThrow(), command.reason()));
    }

    private static void notByItsMaker(Findings findings, Situation now, AccountsStage stage) {
        AccountsStage before = stage.before().orElseThrow();
        SeparationOfDuties.apart(findings, now.budget().accounts().at(before).by(), now.actor());
    }

    private static Findings gate(Situation now, Set<Role> roles) {
        Findings findings = now.gate(roles, Phase.AFTER_APPROVAL);
        if (findings.isEmpty()) {
            findings.require(now.budget().execution().closedOn().isPresent(), "", Refusal.YearNotClosed::new);
        }
        return findings;
    }
}
