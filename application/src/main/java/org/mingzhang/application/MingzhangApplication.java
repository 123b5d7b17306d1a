package org.mingzhang.application;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts everything in one JVM. */
@SpringBootApplication(scanBasePackages = "org.mingzhang")
public class MingzhangApplication {
    public static void main(String[] arguments) {
        // Axon's update checker calls home and writes into the home folder unless this is set before it starts.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication.run(MingzhangApplication.class, arguments);
    }
}
