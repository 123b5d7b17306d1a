package org.mingzhang.command.intake.book;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Which part of the package holds which sheet: sheets that were moved about keep the part they began with. */
final class SheetParts {
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final XMLInputFactory FACTORY = factory();

    private SheetParts() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Names of parts, in small letters, by names of sheets; only of a workbook that lies where every writer puts it. */
    static Map<String, String> of(ZipFile zip) throws IOException {
        Map<String, String> targets = new HashMap<>();
        each(zip, "xl/_rels/workbook.xml.rels", "Relationship", element -> {
            String target = attribute(element, "", "Target");
            targets.put(attribute(element, "", "Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        });
        Map<String, String> parts = new HashMap<>();
        each(
                zip,
                "xl/workbook.xml",
                "sheet",
                element -> parts.put(
                        attribute(element, "", "name"),
                        targets.getOrDefault(attribute(element, RELATIONSHIPS, "id"), "")
                                .toLowerCase(Locale.ROOT)));
        return parts;
    }

    private static void each(ZipFile zip, String part, String name, Consumer<XMLStreamReader> action)
            throws IOException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new UnreadableBook("book.unreadable", part);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(in);
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement() && xml.getLocalName().equals(name)) {
                    action.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String attribute(XMLStreamReader element, String namespace, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String of = element.getAttributeNamespace(i);
            if (element.getAttributeLocalName(i).equals(name) && namespace.equals(of == null ? "" : of)) {
                return element.getAttributeValue(i);
            }
        }
        return "";
    }
}
