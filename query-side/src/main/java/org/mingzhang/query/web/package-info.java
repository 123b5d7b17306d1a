/**
 * The pages that people read: public ones for everybody, and the working pages of those who are signed in.
 *
 * <p>A page is made of what {@link org.mingzhang.query.facts.ReadableBudgets} lets the visitor see, and of nothing else,
 * so that what is not released is absent and not merely hidden. Forms post to the command side by URL; this package
 * never imports it. Every page works without JavaScript, and no page carries script or style in itself, because the
 * content security policy forbids both.
 *
 * <p>Every page takes the instant of its link ({@link org.mingzhang.query.web.AsOf}). A budget is opened as of it by
 * {@link org.mingzhang.query.web.WorkDesk} and {@link org.mingzhang.query.web.BudgetShelf}; what tells of many budgets or of none
 * asks {@link org.mingzhang.query.web.ListInstant} and {@link org.mingzhang.query.web.ListsThen}. For the public a day means what had
 * come out by it, because nobody outside knows when something was recorded. In the past nothing can be written, and what is kept
 * outside the ledger, such as drafts and accounts, is not told.
 */
@NullMarked
package org.mingzhang.query.web;

import org.jspecify.annotations.NullMarked;
