package org.mingzhang.query.export;

import java.util.regex.Pattern;

/**
 * Texts of CSV files as a spreadsheet reads them: the one rule of every file that this program writes.
 *
 * <p>An apostrophe in front keeps a text a text (CSV injection, CWE-1236). A signed number or percentage, such as +29.24%, is
 * no formula and stays as it is, so that whoever opens the file can go on calculating with it. In workbooks texts are cells
 * of text and need none of this.
 */
public final class SpreadsheetText {
    /** What makes a spreadsheet take a text for a formula, in half and full width. */
    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private static final Pattern SIGNED_NUMBER =
            Pattern.compile("[+-](?:\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5})(?:\\.\\d{1,12})?%?");

    private SpreadsheetText() {}

    public static String harmless(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !SIGNED_NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
