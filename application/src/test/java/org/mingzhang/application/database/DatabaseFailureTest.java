package org.mingzhang.application.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DatabaseFailureTest {
    @TempDir
    Path data;

    @Test
    void a_folder_that_another_process_uses_is_named() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        url(data))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');

            assertThatThrownBy(() -> RunningApplication.start(data, false).close())
                    .satisfies(failure -> assertThat(analysis(failure).getDescription())
                            .contains("Another Mingzhang is using this data folder")
                            .contains(data.toString()));
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_with_the_variables_to_check() throws IOException {
        int nobody = freePort();

        assertThatThrownBy(() -> RunningApplication.start(
                                data,
                                false,
                                "--spring.profiles.active=postgres",
                                "--spring.datasource.hikari.connection-timeout=1000",
                                "--MINGZHANG_DB_URL=jdbc:postgresql://127.0.0.1:" + nobody + "/mingzhang",
                                "--MINGZHANG_DB_USER=mingzhang",
                                "--MINGZHANG_DB_PASSWORD=secret")
                        .close())
                .satisfies(failure -> {
                    assertThat(analysis(failure).getDescription()).contains("127.0.0.1:" + nobody);
                    assertThat(analysis(failure).getAction()).contains("MINGZHANG_DB_URL");
                    assertThat(analysis(failure).getDescription()).doesNotContain("secret");
                });
    }

    private static FailureAnalysis analysis(Throwable failure) {
        return Objects.requireNonNull(new DatabaseFailure().analyze(failure));
    }

    private static String url(Path data) {
        return "jdbc:h2:file:" + data.resolve("mingzhang") + TestDatabase.H2_OPTIONS;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** Another process: opens the database, says so with one character, and keeps it until it is ended. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] url) throws Exception {
            try (var held = java.sql.DriverManager.getConnection(url[0], "sa", "")) {
                System.out.print(held.isValid(1) ? '!' : '?');
                System.out.flush();
                Thread.currentThread().join();
            }
        }
    }
}
