package org.mingzhang.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts everything in one JVM. */
@SpringBootApplication(scanBasePackages = "org.mingzhang")
@AutoConfigurationPackage(basePackages = "org.mingzhang")
public class MingzhangApplication {
    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Starts and answers what was started, so that a test can start it as a person does. */
    static ConfigurableApplicationContext start(String... arguments) {
        // Axon's update checker calls home and writes into the home folder unless this is set before it starts.
        System.setProperty("axoniq.update-checker.disabled", "true");
        return SpringApplication.run(MingzhangApplication.class, arguments);
    }
}
