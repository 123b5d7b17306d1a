package org.mingzhang.application.bench.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.EventLog;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The command path as the application wires it, bus to log, without pages, feed and sign-in. */
public final class LeanNode implements AutoCloseable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public LeanNode(DataSource database) {
        this(database, new EventCodec());
    }

    /** With a codec of the caller's choice. */
    public LeanNode(DataSource database, EventCodec codec) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("mingzhang.data", folder().toString())));
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean("eventCodec", EventCodec.class, () -> codec);
        context.scan("org.mingzhang.ledger", "org.mingzhang.command.axon");
        context.refresh();
    }

    public BudgetCommands commands() {
        return context.getBean(BudgetCommands.class);
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public BundleExport bundles() {
        return context.getBean(BundleExport.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mingzhang-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
