package org.mingzhang.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.mingzhang.kernel.event.SubmissionEvent;
import org.mingzhang.ledger.store.EventLog;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application as a person starts it, on a free port of this machine. */
public record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {
    /** With it, the sample is as a newcomer finds it, with the invented year after it; most need only its own year. */
    public static final String INVENTED_YEAR = "--mingzhang.sample-invented-year=true";

    /** Starts on the embedded database in a folder; further arguments as on the command line. */
    public static RunningApplication start(Path data, boolean sample, String... further) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=0");
        arguments.add("--mingzhang.data=" + data);
        arguments.add("--mingzhang.sample=" + sample);
        if (!List.of(further).contains(INVENTED_YEAR)) {
            arguments.add("--mingzhang.sample-invented-year=false");
        }
        arguments.addAll(List.of(further));
        return new RunningApplication(CompletableFuture.supplyAsync(
                        () -> MingzhangApplication.start(arguments.toArray(String[]::new)),
                        RunningApplication::onItsOwnThread)
                .join());
    }

    /** Where it answers, without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** How many events are in a stream and in the one of what was handed in about it; who reads is recorded elsewhere. */
    public long recorded(String stream) {
        EventLog log = context.getBean(EventLog.class);
        return log.streamVersion(stream) + log.streamVersion(SubmissionEvent.beside(stream)) + 2;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Where Axon sees a test framework on the stack, it leaves out what this must show to be left out. */
    private static void onItsOwnThread(Runnable start) {
        new Thread(start, "main").start();
    }
}
