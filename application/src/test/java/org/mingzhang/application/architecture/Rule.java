package org.mingzhang.application.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The rules of the map, each with the package of its guilty example. */
enum Rule {
    THE_KERNEL_KNOWS_THE_JDK_ONLY(
            "org.mingzhang.kernel.guilty",
            classes()
                    .that()
                    .resideInAPackage("org.mingzhang.kernel..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("org.mingzhang.kernel..", "java..", "org.jspecify..")
                    .because("values and events outlive every framework")),

    THE_LEDGER_KNOWS_NEITHER_SIDE(
            "org.mingzhang.ledger.guilty",
            noClasses()
                    .that()
                    .resideInAPackage("org.mingzhang.ledger..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.mingzhang.command..", "org.mingzhang.query..", "org.mingzhang.application..")
                    .because("it remembers and neither decides nor answers")),

    DECIDING_KNOWS_NOTHING_OF_ANSWERING(
            "org.mingzhang.command.guilty",
            noClasses()
                    .that()
                    .resideInAPackage("org.mingzhang.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.mingzhang.query..", "org.mingzhang.application..")
                    .because("what is decided must not hang on a table that may be behind")),

    ANSWERING_KNOWS_NOTHING_OF_DECIDING(
            "org.mingzhang.query.guilty",
            noClasses()
                    .that()
                    .resideInAPackage("org.mingzhang.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.mingzhang.command..", "org.mingzhang.application..")
                    .because("what is read comes from events alone")),

    THE_DECIDER_IS_PURE(
            "org.mingzhang.command.budget.guilty",
            classes()
                    .that()
                    .resideInAPackage("org.mingzhang.command.budget..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.mingzhang.command.budget..",
                            "org.mingzhang.kernel..",
                            "java.lang..",
                            "java.math..",
                            "java.text..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify..")
                    .because("the same command on the same state is decided the same way, for ever")),

    THE_DECIDER_ASKS_NO_CLOCK_AND_NO_DIE(
            "org.mingzhang.command.budget.guilty.clock",
            noClasses()
                    .that()
                    .resideInAPackage("org.mingzhang.command.budget..")
                    .should()
                    .callMethodWhere(asks("now", "randomUUID", "currentTimeMillis", "nanoTime", "random"))
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(Clock.class, RandomGenerator.class, Random.class)
                    .because("day, person and command id come in the envelope")),

    AXON_STAYS_AT_THE_EDGE(
            "org.mingzhang.query.facts.guilty",
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.mingzhang.command.axon..",
                            "org.mingzhang.query.feed..",
                            "org.mingzhang.ledger..",
                            "org.mingzhang.application")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.axonframework..")
                    .because("moving to another Axon must touch few packages")),

    PROOFS_NEED_THE_JDK_ONLY(
            "org.mingzhang.ledger.proof.guilty",
            classes()
                    .that()
                    .resideInAnyPackage("org.mingzhang.ledger.proof..", "org.mingzhang.ledger.verify..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.mingzhang.ledger.proof..",
                            "org.mingzhang.ledger.verify..",
                            "java.io..",
                            "java.lang..",
                            "java.math..",
                            "java.nio..",
                            "java.security..",
                            "java.util..",
                            "org.jspecify..")
                    .because("who verifies must not have to trust a framework or a database")),

    FILES_ARE_READ_WITHOUT_KNOWING_BUDGETS(
            "org.mingzhang.command.intake.book.guilty",
            noClasses()
                    .that()
                    .resideInAPackage("org.mingzhang.command.intake.book..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.mingzhang.kernel..",
                            "org.mingzhang.ledger..",
                            "org.mingzhang.command.budget..",
                            "org.springframework..")
                    .because("what keeps hostile files out is small enough to be read in one go")),

    PACKAGES_FORM_NO_CYCLE(
            "org.mingzhang.application.guilty",
            slices().matching("org.mingzhang.(**)").should().beFreeOfCycles());

    private final String guiltyPackage;
    private final ArchRule words;

    Rule(String guiltyPackage, ArchRule words) {
        this.guiltyPackage = guiltyPackage;
        this.words = words;
    }

    /** Whatever class of the JDK offers it: LocalDate, Instant, UUID, System, Math. */
    private static DescribedPredicate<JavaMethodCall> asks(String... names) {
        return DescribedPredicate.describe(
                "the target asks the clock or a die",
                call -> call.getTargetOwner().getPackageName().startsWith("java.")
                        && List.of(names).contains(call.getName()));
    }

    /** Where the class lies that breaks this rule on purpose. */
    String guiltyPackage() {
        return guiltyPackage;
    }

    ArchRule words() {
        return words;
    }
}
