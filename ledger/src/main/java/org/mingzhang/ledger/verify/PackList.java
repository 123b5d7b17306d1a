package org.mingzhang.ledger.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of what is in a pack: for each event a line of its position, and for each file but the list and its seal a line
 * with SHA-256, length and path; each line begins with a word that says which it is.
 *
 * @param events positions, ascending
 * @param files by path
 */
record PackList(List<Long> events, Map<String, Listed> files) {
    private static final Pattern EVENT = Pattern.compile("event\t([1-9][0-9]{0,17})");
    private static final Pattern FILE = Pattern.compile("file\t([0-9a-f]{64})\t(0|[1-9][0-9]{0,11})\t([!-~]{1,300})");
    private static final int LONGEST_LINE = 1_000;

    /** A file as it was when the pack was sealed. */
    record Listed(String sha256, long length) {}

    static PackList read(byte[] bytes) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(bytes), Pack.LIST, LONGEST_LINE);
        List<Long> events = new ArrayList<>();
        Map<String, Listed> files = new TreeMap<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Matcher event = EVENT.matcher(line.get());
            Matcher file = FILE.matcher(line.get());
            if (event.matches()) {
                events.add(Long.parseLong(event.group(1)));
            } else if (file.matches()) {
                files.put(file.group(3), new Listed(file.group(1), Long.parseLong(file.group(2))));
            } else {
                throw new Broken("a line of " + Pack.LIST + " cannot be read");
            }
        }
        if (files.size() > Pack.MOST_FILES) {
            throw new Broken(Pack.LIST + " lists more files than any pack has");
        }
        return new PackList(events, files);
    }
}
