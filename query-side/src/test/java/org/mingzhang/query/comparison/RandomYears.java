package org.mingzhang.query.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.kernel.crosswalk.Crosswalk;
import org.mingzhang.kernel.value.FiscalYear;
import org.mingzhang.kernel.value.ProjectCategory;
import org.mingzhang.kernel.value.Succession;
import org.mingzhang.kernel.value.SuccessionKind;
import org.mingzhang.kernel.value.Successor;
import org.mingzhang.kernel.value.YearSource;

/** Two random years of a department beside another one, with what becomes of units and projects and with documents. */
record RandomYears(
        Crosswalk crosswalk,
        List<Movement> before,
        List<Movement> beside,
        List<Movement> after,
        List<Bridge.Document> documents) {
    private static final int CODES = 6;

    static RandomYears of(Random random) {
        Crosswalk crosswalk = crosswalk(random);
        LineIdentity identity = identity(crosswalk);
        Set<String> joining = identity.beside();
        List<Movement> all = lines(random, 2025);
        List<Bridge.Document> documents = IntStream.range(1, 1 + random.nextInt(5))
                .mapToObj(number -> new Bridge.Document(
                        number,
                        one(
                                Stream.of(BridgeReason.values())
                                        .filter(BridgeReason::ofDocuments)
                                        .toArray(BridgeReason[]::new),
                                random),
                        IntStream.range(0, 1 + random.nextInt(4))
                                .mapToObj(entry -> Postings.adjusted(project(random), random.nextInt(200) - 100))
                                .toList()))
                .toList();
        return new RandomYears(
                crosswalk,
                all.stream().filter(one -> identity.ours().test(one.unit())).toList(),
                all.stream().filter(one -> joining.contains(one.unit())).toList(),
                lines(random, 2026).stream()
                        .filter(one -> identity.ours().test(one.unit()))
                        .toList(),
                documents);
    }

    private static LineIdentity identity(Crosswalk crosswalk) {
        return new LineIdentity(crosswalk, new FiscalYear(2025), new FiscalYear(2026), unit -> unit.startsWith("103"));
    }

    /** Only to higher numbers, so that nothing loops. */
    private static Crosswalk crosswalk(Random random) {
        List<Succession> all = new ArrayList<>();
        for (int at = 0; at < CODES; at++) {
            if (random.nextInt(3) == 0) {
                int first = 1 + random.nextInt(9_998);
                int next = at + 1 + random.nextInt(3);
                all.add(Postings.goesOn(
                        SuccessionKind.UNIT,
                        (random.nextBoolean() ? "1030%02d" : "1040%02d").formatted(at),
                        2026,
                        new Successor("1030%02d".formatted(next), first),
                        new Successor("1040%02d".formatted(next), Successor.WHOLE - first)));
            }
            if (random.nextInt(3) == 0) {
                int first = 1 + random.nextInt(9_998);
                all.add(Postings.goesOn(
                        SuccessionKind.PROJECT,
                        project(at),
                        2026,
                        new Successor(project(at + 1), first),
                        new Successor(project(at + 2), Successor.WHOLE - first)));
            }
        }
        return Postings.crosswalk(all.toArray(Succession[]::new));
    }

    private static List<Movement> lines(Random random, int year) {
        return IntStream.range(0, random.nextInt(25))
                .mapToObj(line -> {
                    ProjectCategory category = one(ProjectCategory.values(), random);
                    return Postings.movement(
                            year,
                            (random.nextInt(4) == 0 ? "1040%02d" : "1030%02d").formatted(random.nextInt(CODES)),
                            category,
                            Optional.of(project(random)).filter(any -> category.isProjectExpenditure()),
                            random.nextInt(5) == 0 ? YearSource.CARRY_OVER : YearSource.CURRENT,
                            random.nextInt());
                })
                .toList();
    }

    private static <T> T one(T[] all, Random random) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private static String project(Random random) {
        return project(random.nextInt(CODES));
    }

    private static String project(int at) {
        return "4112002500000000000%02d".formatted(at);
    }

    RandomYears without(Movement left) {
        List<Movement> fewer = new ArrayList<>(after);
        fewer.remove(left);
        return new RandomYears(crosswalk, before, beside, fewer, documents);
    }

    Bridge bridge() {
        return Bridge.between(
                new Bridge.Known.Lines(before), beside, new Bridge.Known.Lines(after), identity(crosswalk), documents);
    }
}
