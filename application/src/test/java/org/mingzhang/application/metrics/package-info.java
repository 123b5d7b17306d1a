/** What operators can see, and that nobody else is told. */
@NullMarked
package org.mingzhang.application.metrics;

import org.jspecify.annotations.NullMarked;
