package org.mingzhang.query.facts;

import java.util.Collection;
import java.util.List;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.ProjectCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in the log something was said of a project, found in the facts, so that no stream is read for it. */
public final class ProjectTrail {
    private static final String POSITIONS = """
        select position from (
            select position from fact_posting
                where generation = (select generation from projection where name = 'facts')
                    and budget = :budget and position <= :position and project = :project
            union
            select from_position from fact_row
                where generation = (select generation from projection where name = 'facts') and budget = :budget
                    and kind in ('project', 'project-targets') and row_key = :project and from_position <= :position
            union
            select to_position from fact_row
                where generation = (select generation from projection where name = 'facts') and budget = :budget
                    and kind in ('project', 'project-targets') and row_key = :project and to_position <= :position
            union
            select from_position from fact_row
                where generation = (select generation from projection where name = 'facts') and budget = :budget
                    and kind in ('adjustment', 'adjustment-step') and row_key in (:adjustments)
                    and from_position <= :position
            union
            select from_position from fact_row
                where generation = (select generation from projection where name = 'facts') and budget = :budget
                    and kind = 'self-evaluation' and row_key = :project and from_position <= :position
            union
            select from_position from fact_row
                where generation = (select generation from projection where name = 'facts') and budget = :budget
                    and kind = 'monitoring' and row_key like :monitored and from_position <= :position
        ) as trail order by position desc limit :most\
        """;

    private final JdbcClient jdbc;

    public ProjectTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The positions, the latest first, at most {@code most}.
     *
     * @param adjustments numbers of the documents that touch it; what is only gained is not posted before it counts
     */
    public List<Long> positions(
            BudgetId budget, long position, ProjectCode project, Collection<Integer> adjustments, int most) {
        List<String> numbers = adjustments.isEmpty()
                ? List.of("")
                : adjustments.stream().map(number -> Integer.toString(number)).toList();
        return jdbc.sql(POSITIONS)
                .param("budget", budget.toString())
                .param("position", position)
                .param("project", project.value())
                .param("monitored", "% " + project.value())
                .param("adjustments", numbers)
                .param("most", most)
                .query(Long.class)
                .list();
    }
}
