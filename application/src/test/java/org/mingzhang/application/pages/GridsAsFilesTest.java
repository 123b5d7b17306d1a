package org.mingzhang.application.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page lists is a file too: read from the templates, so that a new table is not forgotten. */
class GridsAsFilesTest {
    private static final List<String> MODULES = List.of("query-side", "command-side", "application");
    private static final String REASONS = "tables-without-file.tsv";
    private static final Pattern TABLE = Pattern.compile("<table\\b");
    private static final Pattern LABEL = Pattern.compile("aria-label=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("work :: files|format=xlsx|\\.xlsx");

    /** What goes into an evidence pack is a file already. */
    private static final String PACK = "pack/";

    /**
     * A table in a template.
     *
     * @param label its aria-label, or its number in the template
     * @param asFile whether its section offers it as a file
     */
    private record Table(String template, String label, boolean asFile) {
        String name() {
            return template + " " + label;
        }
    }

    @Test
    void every_table_is_a_file_or_says_why_not() throws IOException {
        assertThat(without(tables(), reasons()))
                .as("offer it as XLSX, or add a line to " + REASONS)
                .isEmpty();
    }

    @Test
    void every_reason_is_of_a_table_that_there_is() throws IOException {
        Set<String> plain = tables().stream()
                .filter(table -> !table.asFile())
                .map(Table::name)
                .collect(Collectors.toSet());
        assertThat(reasons()).isSubsetOf(plain);
    }

    @Test
    void a_table_that_is_no_file_is_found() {
        String section =
                "<section><div role=\"region\" th:aria-label=\"#{guilty}\"><table class=\"data\"></table></div></section>";
        assertThat(without(in("guilty.html", section), reasons())).containsExactly("guilty.html #{guilty}");
        String offered = section.replace("<div", "<th:block th:replace=\"~{fragments/work :: files}\"/><div");
        assertThat(without(in("guilty.html", offered), reasons())).isEmpty();
        assertThat(without(in("guilty.html", offered + section), reasons()))
                .as("a file of another section")
                .containsExactly("guilty.html #{guilty}");
    }

    private static Set<String> without(List<Table> tables, Set<String> reasons) {
        return tables.stream()
                .filter(table -> !table.asFile())
                .map(Table::name)
                .filter(name -> !reasons.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Table> tables() throws IOException {
        List<Table> all = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = Path.of("..", module, "src", "main", "resources", "templates");
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".html")).toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (!name.startsWith(PACK)) {
                        all.addAll(in(name, Files.readString(file)));
                    }
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(80);
        return all;
    }

    private static List<Table> in(String template, String html) {
        List<Table> found = new ArrayList<>();
        Matcher table = TABLE.matcher(html);
        while (table.find()) {
            String before = html.substring(0, table.start());
            String label = LABEL.matcher(before)
                    .results()
                    .map(match -> match.group(1))
                    .reduce((earlier, later) -> later)
                    .orElse(Integer.toString(found.size() + 1));
            found.add(new Table(
                    template, label, FILE.matcher(section(html, table.start())).find()));
        }
        return found;
    }

    /** The section around a place, or what stands between two of them. */
    private static String section(String html, int at) {
        int begin = Stream.of("<section", "</section>", "<main")
                .mapToInt(mark -> html.lastIndexOf(mark, at))
                .max()
                .orElse(0);
        int end = Stream.of("</section>", "</main>")
                .flatMapToInt(mark -> IntStream.of(html.indexOf(mark, at)))
                .filter(place -> place >= 0)
                .min()
                .orElse(html.length());
        return html.substring(Math.max(0, begin), end);
    }

    private static Set<String> reasons() {
        try (InputStream table = Objects.requireNonNull(GridsAsFilesTest.class.getResourceAsStream(REASONS), REASONS)) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .peek(cells -> assertThat(cells).hasSize(3).doesNotContain(""))
                    .map(cells -> cells[0] + " " + cells[1])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
