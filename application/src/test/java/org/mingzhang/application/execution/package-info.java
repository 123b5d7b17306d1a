/** The approved budget in execution, as people and programs use it. */
@NullMarked
package org.mingzhang.application.execution;

import org.jspecify.annotations.NullMarked;
