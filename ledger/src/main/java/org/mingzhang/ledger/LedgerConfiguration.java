package org.mingzhang.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.mingzhang.ledger.axon.LogStorageEngine;
import org.mingzhang.ledger.checkpoint.BundleExport;
import org.mingzhang.ledger.checkpoint.CheckpointKeeper;
import org.mingzhang.ledger.checkpoint.CheckpointLifecycle;
import org.mingzhang.ledger.checkpoint.PackExport;
import org.mingzhang.ledger.checkpoint.Recheck;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.proof.SignatureScheme;
import org.mingzhang.ledger.proof.TreeHash;
import org.mingzhang.ledger.store.AppendObserver;
import org.mingzhang.ledger.store.BundleEvents;
import org.mingzhang.ledger.store.CommandPlaces;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.mingzhang.ledger.store.RehashedRows;
import org.mingzhang.ledger.store.WriterConnections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log and Axon's view of it. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    /** Other nodes are seen by polling; Axon's default of a second would be felt on every page. */
    private static final long POLL_MILLIS = 50;

    /** How long what happened may go without a checkpoint outside the database. */
    private static final Duration CHECKPOINTS = Duration.ofMinutes(10);

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean(destroyMethod = "close")
    JdbcEventLog eventLog(
            DataSource dataSource,
            ObjectProvider<WriterConnections> writer,
            EventCodec codec,
            ObjectProvider<AppendObserver> observer,
            @Value("${mingzhang.tree-hash:" + TreeHash.USUAL + "}") String hash) {
        return new JdbcEventLog(
                dataSource,
                writer.getIfAvailable(() -> new WriterConnections(dataSource)),
                codec,
                TreeHash.named(hash),
                observer.getIfAvailable(() -> AppendObserver.NOBODY));
    }

    @Bean
    LogTree logTree(JdbcEventLog log) {
        return log.tree();
    }

    /** Key and checkpoints lie outside the database; the nodes of one database share the folder. */
    @Bean(destroyMethod = "")
    CheckpointKeeper checkpointKeeper(
            DataSource dataSource,
            JdbcEventLog log,
            LogTree tree,
            @Value("${mingzhang.ledger:${mingzhang.data:./data}/ledger}") Path folder,
            @Value("${mingzhang.origin:}") String origin,
            @Value("${mingzhang.signature:" + SignatureScheme.USUAL + "}") String signature) {
        return new CheckpointKeeper(
                dataSource,
                log,
                tree,
                folder,
                origin,
                CHECKPOINTS,
                SignatureScheme.named(signature),
                InstantSource.system());
    }

    /** How often all events are hashed anew is an ISO 8601 duration. */
    @Bean(destroyMethod = "")
    Recheck recheck(
            CheckpointKeeper keeper,
            LogTree tree,
            DataSource dataSource,
            @Value("${mingzhang.ledger:${mingzhang.data:./data}/ledger}") Path folder,
            @Value("${mingzhang.recheck:P1D}") String every) {
        return new Recheck(keeper, tree, new RehashedRows(dataSource, tree.algorithm()), folder, Duration.parse(every));
    }

    @Bean
    CheckpointLifecycle checkpointLifecycle(CheckpointKeeper keeper, Recheck recheck) {
        return new CheckpointLifecycle(keeper, recheck);
    }

    @Bean
    BundleExport bundleExport(CheckpointKeeper keeper, DataSource dataSource, LogTree tree) {
        return new BundleExport(keeper, new BundleEvents(dataSource), tree);
    }

    @Bean
    CommandPlaces commandPlaces(DataSource dataSource) {
        return new CommandPlaces(dataSource);
    }

    @Bean
    PackExport packExport(CheckpointKeeper keeper, DataSource dataSource, LogTree tree) {
        return new PackExport(keeper, new BundleEvents(dataSource), tree);
    }

    @Bean
    EventStorageEngine eventStorageEngine(JdbcEventLog log) {
        return new LogStorageEngine(log);
    }

    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(POLL_MILLIS)
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
    }
}
