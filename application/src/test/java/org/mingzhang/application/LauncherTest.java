package org.mingzhang.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented JDKs of release 99 and a launcher that wants one, so that what is installed here does not matter. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "mingzhang");

    @TempDir
    Path folder;

    @Test
    void java_home_comes_first() throws Exception {
        Path chosen = jdk("chosen", "99.0.1");

        assertThat(launch(Map.of("JAVA_HOME", chosen.toString()), "jdk")).isEqualTo(new Answer(0, chosen + "\n"));
    }

    @Test
    void a_newer_one_fits_too() throws Exception {
        Path newer = jdk("newer", "100");

        assertThat(launch(Map.of("JAVA_HOME", newer.toString()), "jdk")).isEqualTo(new Answer(0, newer + "\n"));
    }

    @Test
    void where_java_home_is_too_old_the_one_on_the_path_is_taken_through_its_link() throws Exception {
        Path old = jdk("old", "17.0.9");
        Path real = jdk("real", "99");
        Path links = Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(links.resolve("javac"), real.resolve("bin/javac"));

        Answer answer = launch(Map.of("JAVA_HOME", old.toString(), "PATH", links + ":/usr/bin:/bin"), "jdk");

        assertThat(answer).isEqualTo(new Answer(0, real + "\n"));
    }

    @Test
    void one_that_lies_in_a_usual_folder_is_found() throws Exception {
        Path installed = jdk(".sdkman/candidates/java/99-tem", "99.0.2");

        assertThat(launch(Map.of(), "jdk")).isEqualTo(new Answer(0, installed + "\n"));
    }

    @Test
    void one_without_a_compiler_is_none() throws Exception {
        Path runtime = jdk("runtime", "99");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(launch(Map.of("JAVA_HOME", runtime.toString()), "jdk").code())
                .isEqualTo(1);
    }

    @Test
    void without_a_fitting_one_it_says_in_one_sentence_what_to_install() throws Exception {
        Answer answer = launch(Map.of("JAVA_HOME", jdk("old", "17").toString()), "run");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.words().lines()).singleElement().asString().contains("no JDK 99", "install one");
    }

    /** 1 would mean that somebody has changed the ledger. */
    @Test
    void a_verifier_that_cannot_be_started_says_nothing_about_the_ledger() throws Exception {
        assertThat(launch(Map.of("JAVA_HOME", jdk("old", "17").toString()), "verify-ledger", "b.zip"))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(3))
                .satisfies(answer -> assertThat(answer.words()).contains("no JDK 99"));
        Path maven = Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\nexit 1\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        assertThat(launch(Map.of("JAVA_HOME", jdk("new", "99").toString()), "verify-ledger", "b.zip"))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(3))
                .satisfies(answer -> assertThat(answer.words()).contains("the build failed"));
    }

    @Test
    void what_it_does_not_know_is_refused_before_anything_is_built() throws Exception {
        for (List<String> unknown : List.of(
                List.of("fly"),
                List.of("run", "--prot", "1"),
                List.of("run", "--port", "x"),
                List.of("bench", "a", "b"))) {
            Answer answer = launch(Map.of(), unknown.toArray(String[]::new));

            assertThat(answer.code()).as(unknown.toString()).isEqualTo(2);
            assertThat(answer.words()).as(unknown.toString()).isNotBlank();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("mingzhang"));
        }
    }

    private Path jdk(String name, String release) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\nexit 1\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + release + "\"\n");
        return home;
    }

    private Answer launch(Map<String, String> variables, String... arguments) throws Exception {
        Path copy = folder.resolve("mingzhang");
        Files.writeString(copy, Files.readString(LAUNCHER).replace("\nwanted=25\n", "\nwanted=99\n"));
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(Stream.of("bash", copy.toString()), Stream.of(arguments))
                        .toList());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), words);
    }

    private record Answer(int code, String words) {}
}
