package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The verifier as somebody else runs it: the jar in a process of its own, where people write numbers in another way. */
final class Stranger {
    private Stranger() {}

    /** Exit status and words. */
    static String verifies(String memory, Object... arguments) throws IOException, InterruptedException {
        Path jar;
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.toString().endsWith("-verifier.jar"))
                    .findFirst()
                    .orElseThrow();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                jar.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + said;
    }
}
