package org.mingzhang.query.controls;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mingzhang.kernel.value.AmountUnit;
import org.mingzhang.query.export.SpreadsheetText;

/** What came of proving the controls, as text for people and as CSV, in the words of the site. */
final class ControlReport {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ControlProof proof;
    private final ResourceBundle words;
    private final Locale locale;

    ControlReport(ControlProof proof, Locale locale) {
        this.proof = proof;
        this.locale = locale;
        this.words = ResourceBundle.getBundle("messages/site", locale, NO_FALLBACK);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (ControlProof.Part part : proof.parts()) {
            text.append(part.holds() ? "[ ok ] " : "[FAIL] ")
                    .append(name(part))
                    .append(said("controls.line", part.examined(), sum(part), part.found()))
                    .append('\n');
        }
        for (ControlFinding finding : proof.findings()) {
            text.append(finding.position())
                    .append(' ')
                    .append(finding.stream())
                    .append(' ')
                    .append(sentence(finding))
                    .append('\n');
        }
        return text.append(said(proof.holds() ? "controls.line-holds" : "controls.line-broken", proof.position()))
                .append('\n')
                .toString();
    }

    /** First the controls, then what does not hold; with a byte order mark, as spreadsheets want it. */
    String csv() {
        StringBuilder csv = new StringBuilder("\uFEFF");
        row(csv, said("controls.control"), said("controls.examined"), said("controls.sum"), said("controls.found"));
        for (ControlProof.Part part : proof.parts()) {
            row(
                    csv,
                    name(part),
                    Long.toString(part.examined()),
                    AmountUnit.YUAN.plain(part.sum()),
                    Long.toString(part.found()));
        }
        row(csv);
        row(
                csv,
                said("controls.control"),
                said("controls.position"),
                said("controls.stream"),
                said("controls.sentence"));
        for (ControlFinding finding : proof.findings()) {
            row(
                    csv,
                    said("controls.name." + finding.control().word()),
                    Long.toString(finding.position()),
                    finding.stream(),
                    sentence(finding));
        }
        return csv.toString();
    }

    private String name(ControlProof.Part part) {
        return said("controls.name." + part.control().word());
    }

    private static String sum(ControlProof.Part part) {
        return AmountUnit.YUAN.print(part.sum());
    }

    private String sentence(ControlFinding finding) {
        return said("controls.finding." + finding.word(), ChoiceWords.said(finding.arguments(), words::getString));
    }

    private String said(String key, Object... arguments) {
        String pattern = words.getString(key);
        Object[] texts = List.of(arguments).stream().map(Object::toString).toArray();
        // As the site does: words without arguments are no patterns.
        return texts.length == 0 ? pattern : new MessageFormat(pattern, locale).format(texts);
    }

    /** What begins like a formula becomes a text. */
    private static void row(StringBuilder csv, String... cells) {
        for (int at = 0; at < cells.length; at++) {
            String text = SpreadsheetText.harmless(cells[at]);
            csv.append(at == 0 ? "" : ",")
                    .append(text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"");
        }
        csv.append("\r\n");
    }
}
