/**
 * The import as people and programs meet it: upload, preview, mending, recording.
 *
 * <p>Reading and recording a large workbook takes longer than a page may: both run beside the request, on an executor
 * of the application that keeps who is signed in, and the page shows how far they are. What is previewed and what is
 * recorded carry the same mark; when the budget has moved on in between, the preview is shown again instead.
 */
@NullMarked
package org.mingzhang.command.intake.web;

import org.jspecify.annotations.NullMarked;
