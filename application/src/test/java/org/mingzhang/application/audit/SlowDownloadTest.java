package org.mingzhang.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mingzhang.application.RunningApplication;
import org.mingzhang.application.users.AccountDirectory;
import org.mingzhang.application.users.NewAccount;
import org.mingzhang.kernel.event.RoundEvent;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.Envelope;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.ledger.store.Append;
import org.mingzhang.ledger.store.Bytes;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.NewEvent;
import org.mingzhang.ledger.verify.VerifyLedger;

/** A bundle comes through a slow line whole, however short the time is that the server gives to other answers. */
class SlowDownloadTest {
    private static final String PASSWORD = "a long password";
    private static final BudgetId BUDGET = BudgetId.parse("411200-103-2025");

    /** What the systems of both ends keep in buffers is less. */
    private static final int EVENTS = 10_000;

    private static final int NOTE_BYTES = 1_200;

    @TempDir
    Path folder;

    @Test
    void a_bundle_is_not_broken_off_when_the_auditor_reads_slowly() throws Exception {
        try (RunningApplication application =
                RunningApplication.start(folder.resolve("data"), false, "--spring.mvc.async.request-timeout=300")) {
            application
                    .context()
                    .getBean(AccountDirectory.class)
                    .create(new NewAccount("auditor", "审计", Set.of(Role.AUDITOR), ""), PASSWORD);
            application.context().getBean(EventLog.class).append(large());
            for (String path : List.of("/api/ledger/bundle.zip", "/api/ledger/bundle.zip?budget=" + BUDGET)) {
                Path bundle = Files.createTempFile(folder, "bundle", ".zip");
                slowly(URI.create(application.address()), path, bundle);
                assertThat(Files.size(bundle)).as(path).isGreaterThan((long) EVENTS * NOTE_BYTES);
                assertThat(VerifyLedger.run(List.of(bundle.toString()), System.out, System.err))
                        .as(path)
                        .isZero();
            }
        }
    }

    /** Begins to read when the time for other answers is over several times. */
    private static void slowly(URI address, String path, Path to) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("auditor:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\nAuthorization: Basic " + basic
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(socket.getInputStream());
            assertThat(head(in)).startsWith("HTTP/1.1 200");
            Thread.sleep(2_000);
            Files.write(to, in.readAllBytes());
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            assertThat(next).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private static Append large() {
        Actor actor = Actor.of("jingban", "张敏", Role.UNIT_OFFICER);
        UUID command = UUID.randomUUID();
        Random random = new Random(1);
        List<NewEvent> events = new ArrayList<>();
        for (int at = 0; at < EVENTS; at++) {
            byte[] noise = new byte[NOTE_BYTES];
            random.nextBytes(noise);
            events.add(new NewEvent(
                    UUID.randomUUID(),
                    BUDGET.toString(),
                    new Envelope<>(
                            command,
                            actor,
                            LocalDate.of(2025, 1, 2),
                            new RoundEvent.FirstProposalSubmitted(
                                    BUDGET, Base64.getEncoder().encodeToString(noise)))));
        }
        return new Append(
                events,
                Map.of(BUDGET.toString(), -1L),
                new Append.Claim(actor.login(), "large", Bytes.of(new byte[32]), command, BUDGET.toString()));
    }
}
