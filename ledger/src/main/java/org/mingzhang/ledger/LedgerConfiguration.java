package org.mingzhang.ledger;

import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.mingzhang.ledger.axon.LogStorageEngine;
import org.mingzhang.ledger.codec.EventCodec;
import org.mingzhang.ledger.store.JdbcEventLog;
import org.mingzhang.ledger.store.LogTree;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log and Axon's view of it. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    /** Other nodes are seen by polling; Axon's default of a second would be felt on every page. */
    private static final long POLL_MILLIS = 50;

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean(destroyMethod = "close")
    JdbcEventLog eventLog(DataSource dataSource, EventCodec codec) {
        return new JdbcEventLog(dataSource, codec);
    }

    @Bean
    LogTree logTree(DataSource dataSource) {
        return new LogTree(dataSource);
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
