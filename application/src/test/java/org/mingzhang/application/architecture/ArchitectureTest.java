package org.mingzhang.application.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // The fixtures of another module come as a jar of its tests.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.mingzhang");

    @ParameterizedTest
    @EnumSource
    void the_product_keeps_the_rule(Rule rule) {
        rule.words().check(PRODUCT);
    }

    @ParameterizedTest
    @EnumSource
    void the_rule_catches_its_guilty_example(Rule rule) {
        JavaClasses guilty = new ClassFileImporter().importPackages(rule.guiltyPackage());

        assertThat(rule.words().evaluate(guilty).hasViolation()).isTrue();
    }

    @Test
    void every_module_is_looked_at() {
        for (String part : new String[] {"kernel", "ledger", "command", "query", "application"}) {
            assertThat(PRODUCT)
                    .as(part)
                    .anyMatch(found -> found.getPackageName().startsWith("org.mingzhang." + part));
        }
    }
}
