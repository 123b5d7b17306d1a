package org.mingzhang.command.intake.book;

/** A file that is refused as a whole. */
public final class UnreadableBook extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 120;

    private final String rule;
    private final String text;

    public UnreadableBook(String rule, String text) {
        super(rule + ": " + shown(text));
        this.rule = rule;
        this.text = shown(text);
    }

    /** Key of the words that say why, such as {@code book.macros}. */
    public String rule() {
        return rule;
    }

    /** What it is about, such as a sheet with a row, or a limit. */
    public String text() {
        return text;
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }
}
