/** The drill: what is kept of an installation is enough to open it again, and to see that nothing is missing. */
@NullMarked
package org.mingzhang.application.restore;

import org.jspecify.annotations.NullMarked;
