package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.mingzhang.command.words.RefusalWords;

/** Reads files as an import does. */
final class Reading {
    private Reading() {}

    static RawBook book(byte[] content) {
        return read(Limits.usual(), new UploadedFile("预算.xlsx", content));
    }

    static RawBook read(Limits limits, UploadedFile... files) {
        return new BookReader(limits).read(List.of(files), Progress.NONE);
    }

    /** All cells of the only row. */
    static List<RawCell> cells(Parts parts) {
        RawBook book = book(parts.bytes());
        assertThat(book.sheets()).hasSize(1);
        assertThat(book.sheets().getFirst().rows()).hasSize(1);
        return book.sheets().getFirst().rows().getFirst().cells();
    }

    static UnreadableBook refused(Parts parts) {
        return refused(parts.bytes());
    }

    static UnreadableBook refused(byte[] content) {
        return refused(Limits.usual(), new UploadedFile("预算.xlsx", content));
    }

    /** Why; for every reason there must be words. */
    static UnreadableBook refused(Limits limits, UploadedFile... files) {
        UnreadableBook why = catchThrowableOfType(UnreadableBook.class, () -> read(limits, files));
        assertThat(why).as("it was read").isNotNull();
        for (Locale locale : List.of(Locale.CHINA, Locale.UK)) {
            assertThat(RefusalWords.in(locale).ofRule(why.rule(), why.text())).isNotBlank();
        }
        return why;
    }

    static Limits rows(int rows) {
        Limits usual = Limits.usual();
        return new Limits(
                usual.fileBytes(),
                usual.inflatedBytes(),
                usual.ratio(),
                usual.entries(),
                rows,
                usual.columns(),
                usual.cellCharacters(),
                usual.time());
    }

    static Limits time(Duration time) {
        Limits usual = Limits.usual();
        return new Limits(
                usual.fileBytes(),
                usual.inflatedBytes(),
                usual.ratio(),
                usual.entries(),
                usual.rows(),
                usual.columns(),
                usual.cellCharacters(),
                time);
    }

    static Limits fileBytes(long bytes) {
        Limits usual = Limits.usual();
        return new Limits(
                bytes,
                usual.inflatedBytes(),
                usual.ratio(),
                usual.entries(),
                usual.rows(),
                usual.columns(),
                usual.cellCharacters(),
                usual.time());
    }
}
