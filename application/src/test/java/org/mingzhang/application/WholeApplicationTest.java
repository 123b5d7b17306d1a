package org.mingzhang.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.mingzhang.ledger.testing.TestDatabase;
import org.springframework.context.ApplicationContext;

/** Everything is started as a person starts it, an empty installation on a free port. */
class WholeApplicationTest {
    @TempDir
    Path data;

    @Test
    void it_starts_on_the_embedded_database_and_is_healthy() throws Exception {
        try (RunningApplication application = start()) {
            assertHealthy(application);
            assertThat(data.resolve("mingzhang.mv.db")).exists();
        }
    }

    @Test
    void it_starts_on_postgresql_by_profile_and_variables_and_is_healthy() throws Exception {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                RunningApplication application = start(
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            assertHealthy(application);
            // The checkpoints lie outside the database, everything else inside.
            assertThat(data).isDirectoryNotContaining(file -> !file.endsWith("ledger"));
        }
    }

    @Test
    void it_can_be_stopped_and_started_again_on_the_same_folder() throws Exception {
        start().close();

        try (RunningApplication application = start()) {
            assertHealthy(application);
        }
    }

    @Test
    void axon_has_real_transactions_json_and_the_log_and_calls_nobody() {
        try (RunningApplication running = start()) {
            ApplicationContext application = running.context();
            assertThat(application.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
            assertThat(application.getBeansOfType(Serializer.class).values())
                    .isNotEmpty()
                    .allSatisfy(serializer -> assertThat(serializer).isInstanceOf(JacksonSerializer.class));
            assertThat(application.getBeansOfType(EventStore.class)).containsOnlyKeys("eventStore");
            assertThat(application.getBeansOfType(UpdateChecker.class)).isEmpty();
            assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
            assertThat(application.getBeansOfType(SagaStore.class)).isEmpty();
        }
    }

    @Test
    void a_rehearsal_shows_its_first_pages_and_ends_by_itself() {
        try (RunningApplication application = start("--mingzhang.rehearsal=true")) {
            assertThat(application.context().isActive()).isFalse();
        }
    }

    private RunningApplication start(String... further) {
        return RunningApplication.start(data, false, further);
    }

    private static void assertHealthy(RunningApplication application) throws Exception {
        URI health = URI.create(application.address() + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"");
        }
    }
}
