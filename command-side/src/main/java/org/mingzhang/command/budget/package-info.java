/**
 * Decides: pure functions on values, the JDK and the shared kernel only.
 *
 * <p>{@code decide(rulesOfTheDay, Envelope<Command>, state) → Accepted | Refused} and {@code evolve(state,
 * Envelope<Event>) → state}; no clock, random, logger, framework or null. Days come in the command, who and when in the
 * envelope.
 *
 * <p>Execution is a region of its own beside preparation, publication and final accounts, because money is spent from 1
 * January and the approval comes later: before it within what was issued provisionally (预算法 art. 54), after it within
 * what is available, 年初 + 调整 − 冻结 − 在途 − 已支付 ≥ 0 at every event. There is no distribution (待分配 → 可执行) of
 * amounts beside {@code BudgetDistributed}: every line names its unit from the beginning, so that the units' parts make up
 * the department by construction, and what the law leaves open is only the day of the notice and whether it was late.
 * Money that the bureau has not given to any department yet is not a line of one. A report of the treasury is an event
 * for each line and month, and so is the closing: a month of 20,000 lines is many small events and no large one.
 *
 * <p>Decision: a 划转 is two documents, one in each budget ({@code BothSides}), so that each log tells alone what happened to
 * its budget. The giving department drafts; its document leads and is decided on, the other follows in the same append and
 * refuses decisions of its own. The receiving department sees it from submission on and is not asked: who decides on what
 * moves between departments is the finance bureau, and a division that wants more says so in its rules. Money of a special
 * transfer that is bound to a purpose does not leave with it: its supplement is reversed, and the other department draws
 * on the source itself, so that the source always says who has its money.
 *
 * <p>Decision: that a document is a revision of the budget (预算法 art. 67 (1) and (3)) is a mark beside its reason, stated by
 * whoever asks and never set by the program: which expenditure is 重点支出 no code tells, and whether the government's total
 * falls no department's log tells. What arithmetic shows, a reduction, is asked for in the preview,
 * and so is what a division has put in force as its key expenditure (a rule of the measure {@code KEY_EXPENDITURE_FALLS}, by
 * functional codes; no such rule comes with the program, because every congress says for itself which it is). The mark is refused where it
 * cannot be ({@code RevisionCut.possible}): the total falls only by a 追减; key expenditure, which the congress sets apart by
 * function and project, is cut by a 追减 or by a shift that leaves one of both, so not within a project, and by no supplement,
 * carry-over, 划转 (条例 art. 79 moves the budget with the unit) or change of content. An increase of the total is the
 * supplement from a revision, which is one without a mark. What lowers the total does not come back as unallocated money. A
 * reverse bears no mark: it goes the way of what it takes back.
 *
 * <p>Decision: an accepted command is not stored beside its events, because they say all that it said; where a history is
 * told without one of its documents, the commands behind later events are told again from them ({@code RetoldCommand}) and
 * decided by this same decider ({@code HistoryWithout}). Preparation is not decided again, since no adjustment comes before
 * the approval, and the opening of the next year is not followed.
 */
@NullMarked
package org.mingzhang.command.budget;

import org.jspecify.annotations.NullMarked;
