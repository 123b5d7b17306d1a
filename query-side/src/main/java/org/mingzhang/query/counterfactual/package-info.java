/**
 * The history of a budget without some of its documents: which cells of which tables would say something else, what would have
 * been stopped later and why, which limits would be reached.
 *
 * <p>What would have been decided is told by those who decide, behind {@link org.mingzhang.query.counterfactual.WithoutDocuments};
 * the tables are filled here from both histories. Nothing of it is a fact: it is neither recorded nor folded into the rows
 * that are read, it lives in memory as long as somebody may look at it, and every page and file of it says so. A run may take
 * a while, so that it goes on beside the requests that ask how far it is, a few at a time.
 */
@NullMarked
package org.mingzhang.query.counterfactual;

import org.jspecify.annotations.NullMarked;
