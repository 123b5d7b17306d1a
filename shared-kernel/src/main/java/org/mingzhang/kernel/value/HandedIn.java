package org.mingzhang.kernel.value;

/**
 * A command as it was handed in, apart from what it says.
 *
 * @param command its name, such as {@code AllocateLine}
 * @param key idempotency key that the sender gave it
 * @param digest SHA-256 of what it says, in hexadecimal; the same content has the same digest
 */
public record HandedIn(String command, String key, String digest, Origin origin) {}
