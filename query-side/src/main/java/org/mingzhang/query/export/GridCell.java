package org.mingzhang.query.export;

import java.time.LocalDate;
import org.mingzhang.kernel.value.Amount;

/** What one cell of a grid holds: numbers stay numbers, and codes texts, in every kind of file. */
public sealed interface GridCell {
    /** A name, a code or words. */
    record Text(String text) implements GridCell {}

    /** Words of the site, in the reader's language. */
    record Words(String key) implements GridCell {}

    /** Printed in 元 with two decimals. */
    record Money(Amount amount) implements GridCell {}

    record Count(long number) implements GridCell {}

    record Day(LocalDate day) implements GridCell {}
}
