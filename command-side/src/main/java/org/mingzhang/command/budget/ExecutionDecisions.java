package org.mingzhang.command.budget;

/** The money of a year, line by line (lifecycle.md §8.2). */
final class ExecutionDecisions {
    private ExecutionDecisions() {}

    static Decision decide(Situation now, ExecutionCommand command) {
        return switch (command) {
            case ExecutionCommand.IssueProvisional issue -> ProvisionalDecisions.issue(now, issue);
            case ExecutionCommand.FreezeLine freeze -> FreezeDecisions.freeze(now, freeze);
            case ExecutionCommand.ThawLine thaw -> FreezeDecisions.thaw(now, thaw);
            case ExecutionCommand.RecordExecution record -> RecordingDecisions.record(now, record);
            case ExecutionCommand.StateCarryOver state -> YearEndDecisions.state(now, state);
            case ExecutionCommand.CloseYear close -> YearEndDecisions.close(now, close);
        };
    }
}
