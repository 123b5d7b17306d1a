package org.mingzhang.ledger.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mingzhang.ledger.proof.UnreadableNote;
import org.mingzhang.ledger.proof.VerifierKey;

/**
 * How the program was called.
 *
 * @param path of the bundle or the proof
 * @param older checkpoints to compare with
 * @param key the one that the person trusts
 */
record Arguments(Path path, List<Path> older, Optional<VerifierKey> key) {
    private static final String KEY = "--key";
    private static final int LONGEST_KEY = 4_096;

    static Arguments of(List<String> given) throws IOException {
        List<Path> files = new ArrayList<>();
        Optional<VerifierKey> key = Optional.empty();
        for (int at = 0; at < given.size(); at++) {
            String one = given.get(at);
            if (one.equals(KEY)) {
                at++;
                if (at == given.size() || key.isPresent()) {
                    throw new WrongCall(key.isPresent() ? KEY + " stands there twice" : KEY + " wants a key or a file");
                }
                key = Optional.of(key(given.get(at)));
            } else if (one.startsWith("--")) {
                throw new WrongCall(one + " is no option");
            } else {
                files.add(there(one));
            }
        }
        if (files.isEmpty()) {
            throw new WrongCall("a bundle or a proof has to be named");
        }
        return new Arguments(files.getFirst(), files.subList(1, files.size()), key);
    }

    private static Path there(String file) {
        if (!exists(file)) {
            throw new WrongCall(file + " is not there");
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) && !Files.isDirectory(path)) {
            throw new WrongCall(file + " is neither a regular file nor a folder");
        }
        return path;
    }

    private static VerifierKey key(String given) throws IOException {
        try {
            return VerifierKey.read(exists(given) ? SmallFile.text(Path.of(given), LONGEST_KEY) : given);
        } catch (UnreadableNote | Broken e) {
            throw new WrongCall("the key after " + KEY + " cannot be read: " + e.getMessage());
        }
    }

    private static boolean exists(String file) {
        try {
            return !file.isEmpty() && Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
