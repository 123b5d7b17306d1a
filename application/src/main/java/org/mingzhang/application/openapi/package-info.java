/**
 * The description of the API (OpenAPI): summaries and examples from one file, fields of commands from their own readings.
 *
 * <p>Examples are written in an order in which they run, and a test sends each of them to the running application as the
 * description gives it. A new address without an entry in {@code openapi/operations.yaml} fails a test.
 */
@NullMarked
package org.mingzhang.application.openapi;

import org.jspecify.annotations.NullMarked;
