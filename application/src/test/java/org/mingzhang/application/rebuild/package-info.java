/** Facts made again in the running application. */
@NullMarked
package org.mingzhang.application.rebuild;

import org.jspecify.annotations.NullMarked;
