/**
 * What may use what, as tests. Each rule comes with a guilty example, which lies among the tests in the package that
 * the rule speaks of and which the rule must catch: a rule that catches nothing would be a decoration.
 */
@NullMarked
package org.mingzhang.application.architecture;

import org.jspecify.annotations.NullMarked;
