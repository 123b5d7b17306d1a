/** Answers: facts, tables, pages and the reading API; never imports the command side. */
@NullMarked
package org.mingzhang.query;

import org.jspecify.annotations.NullMarked;
