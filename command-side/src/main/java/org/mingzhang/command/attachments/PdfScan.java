package org.mingzhang.command.attachments;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Whether a PDF says in the open that it runs scripts or starts programs; electronic invoices carry files, and may. */
final class PdfScan {
    private static final Pattern ACTIVE = Pattern.compile("/(JavaScript|Launch|RichMedia)\\b");

    private PdfScan() {}

    static boolean isActive(byte[] content) {
        return ACTIVE.matcher(new String(content, StandardCharsets.ISO_8859_1)).find();
    }
}
