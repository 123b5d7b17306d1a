package org.mingzhang.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
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
import org.springframework.context.ConfigurableApplicationContext;

/** Everything is started as a person starts it, an empty installation on a free port. */
class WholeApplicationTest {
    @TempDir
    Path data;

    @Test
    void it_starts_on_the_embedded_database_and_is_healthy() throws Exception {
        try (ConfigurableApplicationContext application = start()) {
            assertHealthy(application);
            assertThat(data.resolve("mingzhang.mv.db")).exists();
        }
    }

    @Test
    void it_starts_on_postgresql_by_profile_and_variables_and_is_healthy() throws Exception {
        try (OpenDatabase database = TestDatabase.POSTGRESQL.open();
                ConfigurableApplicationContext application = start(
                        "--spring.profiles.active=postgres",
                        "--MINGZHANG_DB_URL=" + database.url(),
                        "--MINGZHANG_DB_USER=postgres",
                        "--MINGZHANG_DB_PASSWORD=postgres")) {
            assertHealthy(application);
            assertThat(data).isEmptyDirectory();
        }
    }

    @Test
    void it_can_be_stopped_and_started_again_on_the_same_folder() throws Exception {
        start().close();

        try (ConfigurableApplicationContext application = start()) {
            assertHealthy(application);
        }
    }

    @Test
    void axon_has_real_transactions_json_and_the_log_and_calls_nobody() {
        try (ConfigurableApplicationContext application = start()) {
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

    /** On a thread of its own: where it sees a test framework on the stack, Axon leaves its update checker out. */
    private ConfigurableApplicationContext start(String... further) {
        String[] arguments = new String[further.length + 3];
        arguments[0] = "--server.port=0";
        arguments[1] = "--mingzhang.data=" + data;
        arguments[2] = "--mingzhang.sample=false";
        System.arraycopy(further, 0, arguments, 3, further.length);
        return CompletableFuture.supplyAsync(
                        () -> MingzhangApplication.start(arguments), task -> new Thread(task, "main").start())
                .join();
    }

    private static void assertHealthy(ConfigurableApplicationContext application) throws Exception {
        URI health = URI.create("http://127.0.0.1:"
                + application.getEnvironment().getProperty("local.server.port") + "/actuator/health");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"status\":\"UP\"");
        }
    }
}
