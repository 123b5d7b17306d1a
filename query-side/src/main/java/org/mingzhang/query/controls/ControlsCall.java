package org.mingzhang.query.controls;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the program was called.
 *
 * @param bundle what is proved; empty for the database of an installation
 * @param data folder of that installation, where another one than the settings say is meant
 */
record ControlsCall(
        Optional<Path> bundle, Optional<Path> data, Optional<String> key, Optional<Path> csv, Locale locale) {
    static final String USAGE = "usage: controls [BUNDLE [--key KEY-OR-FILE] | --data DIR] [--csv FILE] [--english]";

    private static final ControlsCall PLAIN = new ControlsCall(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Locale.SIMPLIFIED_CHINESE);

    /** Empty for a call that cannot be understood. */
    static Optional<ControlsCall> read(List<String> arguments) {
        Optional<ControlsCall> call = Optional.of(PLAIN);
        try {
            for (int at = 0; at < arguments.size() && call.isPresent(); at++) {
                String one = arguments.get(at);
                boolean valued = one.equals("--key") || one.equals("--csv") || one.equals("--data");
                if (valued && at == arguments.size() - 1) {
                    return Optional.empty();
                }
                call = call.get().with(one, valued ? arguments.get(++at) : "");
            }
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        return call.filter(ControlsCall::isSensible);
    }

    private Optional<ControlsCall> with(String name, String value) {
        return switch (name) {
            case "--english" -> Optional.of(new ControlsCall(bundle, data, key, csv, Locale.ENGLISH));
            case "--key" -> once(key, new ControlsCall(bundle, data, Optional.of(value), csv, locale));
            case "--csv" -> once(csv, new ControlsCall(bundle, data, key, Optional.of(Path.of(value)), locale));
            case "--data" -> once(data, new ControlsCall(bundle, Optional.of(Path.of(value)), key, csv, locale));
            default ->
                name.startsWith("--") || name.isEmpty()
                        ? Optional.empty()
                        : once(bundle, new ControlsCall(Optional.of(Path.of(name)), data, key, csv, locale));
        };
    }

    private static Optional<ControlsCall> once(Optional<?> before, ControlsCall with) {
        return before.isPresent() ? Optional.empty() : Optional.of(with);
    }

    /** A key goes with a bundle, a folder without one. */
    private boolean isSensible() {
        return bundle.isPresent() ? data.isEmpty() : key.isEmpty();
    }
}
