package org.mingzhang.command.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.command.budget.AdjustmentCommand;
import org.mingzhang.command.budget.BudgetCommand;
import org.mingzhang.command.budget.Decision;
import org.mingzhang.command.budget.ExecutionCommand;
import org.mingzhang.command.budget.LedgerCommand;
import org.mingzhang.command.budget.Outcome;
import org.mingzhang.command.budget.PerformanceCommand;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.command.fields.UnreadableFields;
import org.mingzhang.command.words.RefusalFacts;
import org.mingzhang.command.words.RefusalWords;
import org.mingzhang.kernel.value.AdjustmentRequest;

/** What is wrong, field by field, in the reader's language. */
final class Problems {
    private static final Pattern ENTRY = Pattern.compile("entries\\[(\\d{1,6})]\\.(\\w+)");

    private final Locale locale;
    private final RefusalWords words;

    Problems(Locale locale) {
        this.locale = locale;
        this.words = RefusalWords.in(locale);
    }

    List<FieldProblem> of(LedgerCommand command, List<Decision.Objection> objections) {
        return objections.stream()
                .map(objection -> new FieldProblem(
                        field(command, objection),
                        RefusalFacts.key(objection.refusal()),
                        words.of(objection.refusal()),
                        words.arguments(objection.refusal())))
                .toList();
    }

    /** Of something that is no command to a budget: its fields are named as they were sent. */
    List<FieldProblem> of(List<Decision.Objection> objections) {
        return objections.stream()
                .map(objection -> new FieldProblem(
                        objection.field(),
                        RefusalFacts.key(objection.refusal()),
                        words.of(objection.refusal()),
                        words.arguments(objection.refusal())))
                .toList();
    }

    List<FieldProblem> of(UnreadableFields unreadable) {
        return unreadable.problems().stream()
                .map(problem -> new FieldProblem(
                        problem.field(),
                        problem.rule(),
                        words.ofRule(problem.rule(), problem.text()),
                        Map.of("text", problem.text())))
                .toList();
    }

    List<FieldProblem> stale(long expected, long actual) {
        Map<String, String> arguments = Map.of("expected", Long.toString(expected), "actual", Long.toString(actual));
        return List.of(new FieldProblem("", "stale", words.ofRequest("request.stale", arguments), arguments));
    }

    /** That somebody else came first, and with what. */
    List<FieldProblem> stale(Outcome.Stale stale, String stream, CommandDoor door) {
        List<FieldProblem> problems = new ArrayList<>(stale(stale.expectedVersion(), stale.actualVersion()));
        ChangesSince.Told told = door.changedSince(stream, stale.expectedVersion(), locale);
        told.sentences().forEach(sentence -> problems.add(changed("request.changed", "sentence", sentence)));
        if (told.more() > 0) {
            problems.add(changed("request.changed-more", "count", Integer.toString(told.more())));
        }
        return problems;
    }

    private FieldProblem changed(String rule, String name, String argument) {
        Map<String, String> arguments = Map.of(name, argument);
        return new FieldProblem("", "changed", words.ofRequest(rule, arguments), arguments);
    }

    List<FieldProblem> keyReused() {
        return List.of(new FieldProblem("", "key-reused", words.ofRequest("request.key-reused", Map.of()), Map.of()));
    }

    List<FieldProblem> draftMoved() {
        return List.of(new FieldProblem("", "draft-moved", words.ofRequest("request.draft-moved", Map.of()), Map.of()));
    }

    /** That a draft of which a document was to be made was saved again since it was seen, with other words or with the same. */
    List<FieldProblem> draftChanged(AdjustmentDrafts.Saving.Overtaken saved) {
        String key = saved.differences().isEmpty() ? "request.draft-saved-again" : "request.draft-changed";
        return List.of(new FieldProblem("", "draft-moved", words.ofRequest(key, Map.of()), Map.of()));
    }

    /** That a draft was saved from elsewhere, and in what both differ. */
    List<FieldProblem> draftMoved(long version, List<AdjustmentDrafts.Difference> differences) {
        List<FieldProblem> all = new ArrayList<>();
        Map<String, String> actual = Map.of("actual", Long.toString(version));
        all.add(new FieldProblem("", "draft-saved", words.ofRequest("request.draft-saved", actual), actual));
        differences.forEach(one -> {
            Map<String, String> both = Map.of("saved", one.saved(), "typed", one.typed());
            all.add(new FieldProblem(
                    one.field(), "draft-differs", words.ofRequest("request.draft-differs", both), both));
        });
        return all;
    }

    List<FieldProblem> unavailable() {
        return List.of(new FieldProblem("", "unavailable", words.ofRequest("request.unavailable", Map.of()), Map.of()));
    }

    String title(String key) {
        return words.ofRequest("request.title-" + key, Map.of());
    }

    /** The lines that give were sent first, under a name of their own. */
    private static String ofRow(AdjustmentRequest request, String field) {
        Matcher entry = ENTRY.matcher(field);
        if (!entry.matches()) {
            return field;
        }
        int at = Integer.parseInt(entry.group(1));
        int giving = (int) request.entries().stream()
                .filter(one -> one.change().isNegative())
                .count();
        return (at < giving ? "from[" + at : "to[" + (at - giving)) + "]." + entry.group(2);
    }

    /** What the other budget gains was sent as what is gained. */
    private static String ofSide(AdjustmentCommand.SubmitReorganisation submit, String field) {
        return field.startsWith("other[") ? "to" + field.substring("other".length()) : ofRow(submit.request(), field);
    }

    /** A command's own fields are flat in a request, so only the last name counts. */
    private static String field(LedgerCommand command, Decision.Objection objection) {
        if (command instanceof AdjustmentCommand.WithAttachments with) {
            return field(with.command(), objection);
        }
        if (command instanceof AdjustmentCommand.SubmitAdjustment submit) {
            return ofRow(submit.request(), objection.field());
        }
        if (command instanceof AdjustmentCommand.SubmitReorganisation submit) {
            return ofSide(submit, objection.field());
        }
        if (command instanceof AdjustmentCommand.AdjustProject adjust) {
            return ofRow(adjust.request(), objection.field());
        }
        if (command instanceof ExecutionCommand && objection.field().startsWith("entries[")) {
            return objection.field();
        }
        if (command instanceof PerformanceCommand) {
            return objection.field(); // of a row that the form and the document have in the same place
        }
        String last = objection.field().substring(objection.field().lastIndexOf('.') + 1);
        if (!(command instanceof BudgetCommand.Batch)) {
            return last;
        }
        String row = "commands[" + objection.command() + "]";
        return last.isEmpty() ? row : row + "." + last;
    }
}
