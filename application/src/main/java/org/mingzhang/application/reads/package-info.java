/**
 * Who read what was not public: noticed at the end of a request, and recorded beside the budget by a thread of its own.
 *
 * <p>Decisions. A page is never kept waiting by it and never fails because of it: what is noticed goes into a queue of
 * bounded length, and what cannot be kept is counted. One event for each person, role, stage of the budget and day says
 * who could know what when; one for each click would be larger than the budget and say no more. The key of its receipt
 * makes it one over all nodes and starts, and nobody can take that key with a command of theirs.
 */
@NullMarked
package org.mingzhang.application.reads;

import org.jspecify.annotations.NullMarked;
