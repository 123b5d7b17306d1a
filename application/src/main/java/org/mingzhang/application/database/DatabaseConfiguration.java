package org.mingzhang.application.database;

import org.mingzhang.ledger.store.WriterConnections;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who gets which connections. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    WriterConnections writerConnections(LogWriterPool pool) {
        return pool.connections();
    }

    /** Before anything opens the database. */
    @Bean
    static BeanFactoryPostProcessor patientDisk() {
        return factory -> PatientDisk.mount();
    }
}
