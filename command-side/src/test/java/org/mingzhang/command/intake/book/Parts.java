package org.mingzhang.command.intake.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that any of them may be wrong. */
final class Parts {
    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    static final String STYLES = "xl/styles.xml";
    static final String TYPES = "[Content_Types].xml";
    static final String RELATIONSHIPS = "xl/_rels/workbook.xml.rels";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Parts() {}

    /** One sheet 支出 with these rows. */
    static Parts ofRows(String rows) {
        return new Parts()
                .with(
                        TYPES,
                        HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + type("/xl/workbook.xml", "sheet.main")
                                + type("/xl/sharedStrings.xml", "sharedStrings") + "</Types>")
                .with(
                        "xl/workbook.xml",
                        HEAD + "<workbook " + MAIN + " xmlns:r=\"" + OFFICE + "\"><sheets>"
                                + "<sheet name=\"支出\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .with(
                        RELATIONSHIPS,
                        HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
                .withStrings("<si><t>甲</t></si>")
                .withRows(rows);
    }

    /** One cell A1 of a number. */
    static Parts plain() {
        return ofRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    }

    /** The number 45658 in A1, in this format. */
    static Parts ofFormat(String format) {
        Parts parts = ofCells("<c r=\"A1\" s=\"1\"><v>45658</v></c>");
        String types = parts.text(TYPES).replace("</Types>", type("/" + STYLES, "styles") + "</Types>");
        return parts.with(TYPES, types)
                .with(
                        STYLES,
                        HEAD + "<styleSheet " + MAIN + "><numFmts><numFmt numFmtId=\"200\" formatCode=\"" + format
                                + "\"/></numFmts><cellXfs><xf/><xf numFmtId=\"200\"/></cellXfs></styleSheet>");
    }

    /** One row of these cells. */
    static Parts ofCells(String cells) {
        return ofRows("<row r=\"1\">" + cells + "</row>");
    }

    Parts withRows(String rows) {
        return withSheet("<sheetData>" + rows + "</sheetData>");
    }

    Parts withSheet(String inside) {
        return with(SHEET, HEAD + "<worksheet " + MAIN + ">" + inside + "</worksheet>");
    }

    Parts withStrings(String items) {
        return with(STRINGS, HEAD + "<sst " + MAIN + ">" + items + "</sst>");
    }

    Parts with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Parts with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Parts without(String name) {
        parts.remove(name);
        return this;
    }

    /** The same part under another name, to which all others point. */
    Parts moved(String from, String to) {
        byte[] content = Objects.requireNonNull(parts.remove(from));
        parts.replaceAll((name, other) -> new String(other, StandardCharsets.UTF_8)
                .replace(from.substring("xl/".length()), to.substring("xl/".length()))
                .getBytes(StandardCharsets.UTF_8));
        return with(to, content);
    }

    /** With a large picture in front, so that the workbook may hold much without being suspiciously small. */
    Parts padded() {
        byte[] picture = new byte[2 << 20];
        new Random(20_250_101).nextBytes(picture);
        picture[0] = (byte) 0x89;
        Map<String, byte[]> others = new LinkedHashMap<>(parts);
        parts.clear();
        parts.put("xl/media/image1.png", picture);
        parts.putAll(others);
        return this;
    }

    String text(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }
}
