/**
 * The official forms of monitoring (项目支出绩效目标执行监控表) and self-evaluation (项目支出绩效自评表,
 * 部门整体支出绩效自评表), printed from templates as the twelve tables are ({@code forms/}): of one project, or of the
 * department as a whole.
 *
 * <p>A form shows what was stated last by the instant that is asked for, with targets and money as they stood when it was
 * stated; money is added up from the lines anew and not taken from the statement, so that a number opens the cell of table 11
 * or 12 that shows the same at that position. Before anything was stated it is an empty form with the targets and the money
 * of the instant, for whoever fills it by hand. What the public may not be told prints as 未公开
 * ({@link org.mingzhang.query.performance.ReleasedStages}): monitoring is never public, a self-evaluation is with the final
 * accounts.
 *
 * <p>The forms of the ministry ask for what is expected of the whole year (全年预计完成) beside what was reached, and whether a
 * target will be reached (完成目标可能性). The first is what somebody wrote and may be left out; statements from before it could
 * be said leave its cell empty, and nothing is made up for them.
 */
@NullMarked
package org.mingzhang.query.performance.forms;

import org.jspecify.annotations.NullMarked;
