/** The rules of a division through the running application. */
@NullMarked
package org.mingzhang.application.policy;

import org.jspecify.annotations.NullMarked;
