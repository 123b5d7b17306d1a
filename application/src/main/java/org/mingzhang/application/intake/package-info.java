/** What the import's pages need of the reading side and of security: their frame, and work that keeps its person. */
@NullMarked
package org.mingzhang.application.intake;

import org.jspecify.annotations.NullMarked;
