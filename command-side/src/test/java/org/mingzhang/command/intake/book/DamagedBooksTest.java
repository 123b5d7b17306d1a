package org.mingzhang.command.intake.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is refused, or harmless; what is read is never something else than what was written. */
class DamagedBooksTest {
    private static final int EVERY = 97;

    /** By which a ZIP is known; what is shorter is a CSV of a letter or two. */
    private static final int MAGIC = 4;

    @Test
    void a_workbook_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = workbook();
        for (int length = MAGIC; length < whole.length; length += EVERY) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void a_zip_of_csv_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = csvs();
        for (int length = MAGIC; length < whole.length; length += 7) {
            assertThat(read(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40})
    void flipped_bits_are_refused_or_harmless(int flips) throws IOException {
        byte[] whole = workbook();
        RawBook expected = read(whole).orElseThrow();
        Random random = new Random(2025L * flips);
        for (int turn = 0; turn < 500; turn++) {
            byte[] flipped = whole.clone();
            for (int i = 0; i < flips; i++) {
                flipped[MAGIC + random.nextInt(flipped.length - MAGIC)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(read(flipped))
                    .as("turn %d", turn)
                    .satisfiesAnyOf(
                            book -> assertThat(book).isEmpty(),
                            book -> assertThat(book).contains(expected));
        }
    }

    @Test
    void every_flipped_bit_of_the_directory_is_refused_or_harmless() throws IOException {
        byte[] whole = Parts.ofCells("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1</v></c>")
                .bytes();
        RawBook expected = read(whole).orElseThrow();
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int bit = directory * 8; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(read(flipped))
                    .as("bit %d", bit)
                    .satisfiesAnyOf(
                            book -> assertThat(book).isEmpty(),
                            book -> assertThat(book).contains(expected));
        }
    }

    @Test
    void damage_within_the_parts_of_an_intact_archive_never_gets_through_as_another_error() {
        Random random = new Random(411_200);
        String[] names = {Parts.SHEET, Parts.STRINGS, Parts.TYPES, Parts.RELATIONSHIPS, "xl/workbook.xml"};
        int refused = 0;
        for (int turn = 0; turn < 2_000; turn++) {
            Parts parts = Parts.ofRows(
                    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f t=\"shared\" ref=\"B1:B2\""
                            + " si=\"0\">A1+$C$2</f><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/></c></row>");
            String name = names[turn % names.length];
            byte[] damaged = parts.text(name).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= turn % 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += read(parts.with(name, damaged).bytes()).isEmpty() ? 1 : 0;
        }
        assertThat(refused).isBetween(500, 2_000);
    }

    /** Nothing if it was refused; any other exception is an error of the test. */
    private static Optional<RawBook> read(byte[] content) {
        try {
            return Optional.of(Reading.book(content));
        } catch (UnreadableBook e) {
            return Optional.empty();
        }
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            for (String name : new String[] {"单位", "支出"}) {
                Worksheet sheet = workbook.newWorksheet(name);
                for (int row = 0; row < 300; row++) {
                    sheet.value(row, 0, "单位" + row % 17);
                    sheet.value(row, 1, row * 1234.56);
                    sheet.value(row, 2, row % 2 == 0);
                    sheet.value(row, 3, 45_000 + row);
                    sheet.style(row, 3).format("yyyy-mm-dd").set();
                }
                sheet.range(301, 0, 302, 1).merge();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] csvs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"单位.csv", "支出.csv"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("行号,金额\n1,2.50\n".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
