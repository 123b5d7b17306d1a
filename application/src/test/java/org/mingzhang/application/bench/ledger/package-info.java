/** The ledger measured: commands, imports, rebuilds and verification, each beside a floor of the same run. */
@NullMarked
package org.mingzhang.application.bench.ledger;

import org.jspecify.annotations.NullMarked;
