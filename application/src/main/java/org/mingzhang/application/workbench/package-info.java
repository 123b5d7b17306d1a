/** What auditors keep of their workbench, each for themselves: queries under a name. Nothing of it is in the ledger. */
@NullMarked
package org.mingzhang.application.workbench;

import org.jspecify.annotations.NullMarked;
