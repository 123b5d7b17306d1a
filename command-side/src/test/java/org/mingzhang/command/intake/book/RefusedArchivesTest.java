package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedArchivesTest {
    @Test
    void a_gigabyte_of_zeros_is_refused() throws IOException {
        assertThat(Reading.refused(bomb(Parts.TYPES, "xl/media/image1.png")).rule())
                .isEqualTo("book.zip-bomb");
        assertThat(Reading.refused(bomb("说明.txt", "支出.csv")).rule()).isEqualTo("book.too-large");
    }

    @Test
    void a_claimed_size_does_not_excuse_a_bomb() throws IOException {
        byte[] bomb = bomb(Parts.TYPES, "xl/media/image1.png");
        int at = lastEntry(bomb);
        // Stored size and size as the directory says them.
        Arrays.fill(bomb, at + 20, at + 23, (byte) 0xff);
        Arrays.fill(bomb, at + 24, at + 28, (byte) 1);

        assertThat(Reading.refused(bomb).rule()).isIn("book.zip-bomb", "book.unreadable");
    }

    @Test
    void masses_of_entries_are_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < 2_001; i++) {
                zip.putNextEntry(new ZipEntry(i + ".csv"));
                zip.closeEntry();
            }
        }

        assertThat(Reading.refused(bytes.toByteArray()).rule()).isEqualTo("book.too-many-entries");
    }

    @Test
    void an_entry_that_is_there_twice_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String name : new String[] {"支出.csv", "支出.csv"}) {
                zip.putArchiveEntry(new ZipArchiveEntry(name));
                zip.write("1\n".getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }

        assertThat(Reading.refused(bytes.toByteArray()).rule()).isEqualTo("book.unreadable");
    }

    @Test
    void an_encrypted_entry_is_refused() {
        byte[] zip = Parts.plain().bytes();
        zip[lastEntry(zip) + 8] |= 1;

        assertThat(Reading.refused(zip).rule()).isEqualTo("book.encrypted");
    }

    @ParameterizedTest
    @ValueSource(bytes = {1, 6, 9, 12, 14, 93, 95, 99})
    void an_entry_stored_in_an_uncommon_way_is_refused(byte method) {
        byte[] zip = Parts.plain().bytes();
        zip[lastEntry(zip) + 10] = method;

        assertThat(Reading.refused(zip).rule()).isEqualTo("book.unreadable");
    }

    private static byte[] bomb(String first, String second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(first));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(second));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1024; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** Where the directory tells of the last entry. */
    private static int lastEntry(byte[] zip) {
        int at = zip.length - 46;
        while (zip[at] != 'P' || zip[at + 1] != 'K' || zip[at + 2] != 1 || zip[at + 3] != 2) {
            at--;
        }
        return at;
    }
}
