/**
 * Who read what was not public: noticed at the end of a request, and recorded beside the budget by a thread of its own.
 *
 * <p>Decisions. A page is never kept waiting by it and never fails because of it: what is noticed goes into a queue of
 * bounded length, and what cannot be kept is counted. One event for each person, role, stage of the budget and day says
 * who could know what when; one for each click would be larger than the budget and say no more. The key of its receipt
 * makes it one over all nodes and starts, and nobody can take that key with a command of theirs.
 *
 * <p>A read is whatever shows figures that are not public: pages, files and answers about a budget, its past before the
 * release included, previews, what is found or waits in lists of several budgets, a source that a document draws on,
 * and all that auditors ask of the ledger. The home page shows what is released, the workbench, the units and the list of
 * funds which budgets there are and what waits there, without figures; these are none.
 */
@NullMarked
package org.mingzhang.application.reads;

import org.jspecify.annotations.NullMarked;
