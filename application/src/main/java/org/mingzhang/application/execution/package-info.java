/** What the pages of execution need of the deciding side. */
@NullMarked
package org.mingzhang.application.execution;

import org.jspecify.annotations.NullMarked;
