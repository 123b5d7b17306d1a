/**
 * What tells events, commands and requests apart: ids that sort by the time they were made at (RFC 9562, version 7).
 *
 * <p>Decision: the log is searched by these ids, and each of them stands in an index. Ids by chance put every new entry on
 * another page of it, all of which a commit has to write; with ids in the order of time they are the last page. On H2 a
 * commit of sixteen commands takes a third of the time, on PostgreSQL the server a third less. Nothing may conclude from an
 * id what happened first: that is the position. Ids of earlier releases, made by chance, stay as they are.
 */
@NullMarked
package org.mingzhang.ledger.identity;

import org.jspecify.annotations.NullMarked;
