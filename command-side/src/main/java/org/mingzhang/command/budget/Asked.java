package org.mingzhang.command.budget;

import java.util.List;
import java.util.Optional;
import org.mingzhang.kernel.policy.Acknowledgement;
import org.mingzhang.kernel.value.AdjustmentDirection;
import org.mingzhang.kernel.value.AdjustmentRequest;
import org.mingzhang.kernel.value.Project;
import org.mingzhang.kernel.value.ProjectCode;

/**
 * A document before it is one.
 *
 * @param project as it is to be; empty when the document says nothing of what a project says
 * @param source number of the source that a supplement draws on
 * @param other what it does to another budget; empty when it moves its own alone
 */
record Asked(
        AdjustmentRequest request,
        Optional<Project> project,
        List<Acknowledgement> acknowledged,
        Optional<Integer> source,
        Optional<OtherSide> other) {
    /** One that moves its own budget alone. */
    Asked(
            AdjustmentRequest request,
            Optional<Project> project,
            List<Acknowledgement> acknowledged,
            Optional<Integer> source) {
        this(request, project, acknowledged, source, Optional.empty());
    }

    /** Whether it is a supplement, and not one that takes back another. */
    boolean supplements() {
        return request.direction() == AdjustmentDirection.SUPPLEMENT
                && request.reverses().isEmpty();
    }

    /** The project as it is now, when that is not what it is to be. */
    Optional<FiledAdjustment.ProjectChange> change(Content content) {
        return project.flatMap(after -> content.projects()
                .get(after.code())
                .filter(before -> !before.equals(after))
                .map(before -> new FiledAdjustment.ProjectChange(before, after)));
    }

    /** Whether targets of that project may change with it although none of its money does. */
    boolean isAbout(ProjectCode code) {
        return request.direction() == AdjustmentDirection.CONTENT
                || request.reverses().isPresent()
                || project.filter(after -> after.code().equals(code)).isPresent();
    }

    /** The content in which a line of the document has to fit: with the project as it is to be. */
    Content in(Content content) {
        return change(content)
                .map(change -> content.projects(
                        content.projects().replace(change.after().code(), change.after())))
                .orElse(content);
    }
}
