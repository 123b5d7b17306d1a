package org.mingzhang.application.bench.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.mingzhang.ledger.testing.OpenDatabase;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** The event store that Axon brings along, in tables that it makes for itself, with a payload of the same length. */
final class StockAxon implements AutoCloseable {
    private static final String PAYLOAD = "x".repeat(830);

    private final EntityManagerFactory factory;
    private final SpringTransactionManager transactions;
    private final JpaEventStorageEngine engine;

    StockAxon(OpenDatabase database) {
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(database.dataSource());
        bean.setPackagesToScan("org.axonframework.eventsourcing.eventstore.jpa");
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        Properties properties = new Properties();
        properties.setProperty("hibernate.hbm2ddl.auto", "create-drop");
        bean.setJpaProperties(properties);
        bean.afterPropertiesSet();
        this.factory = Objects.requireNonNull(bean.getObject());
        this.transactions = new SpringTransactionManager(new JpaTransactionManager(factory));
        JacksonSerializer serializer =
                JacksonSerializer.builder().objectMapper(new ObjectMapper()).build();
        this.engine = JpaEventStorageEngine.builder()
                .entityManagerProvider(() -> SharedEntityManagerCreator.createSharedEntityManager(factory))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
    }

    /** One client with a stream of its own. */
    Runnable client(int number) {
        String stream = number + "-" + UUID.randomUUID();
        AtomicLong version = new AtomicLong();
        return () -> {
            Transaction transaction = transactions.startTransaction();
            try {
                engine.appendEvents(
                        List.of(new GenericDomainEventMessage<>("budget", stream, version.getAndIncrement(), PAYLOAD)));
                transaction.commit();
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
        };
    }

    @Override
    public void close() {
        factory.close();
    }
}
