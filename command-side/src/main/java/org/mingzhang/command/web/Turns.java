package org.mingzhang.command.web;

import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Acts about one thing, one after the other; those about others seldom wait for them. */
final class Turns {
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    <T> T of(UUID thing, Supplier<T> act) {
        ReentrantLock lock = locks[Math.floorMod(thing.hashCode(), locks.length)];
        lock.lock();
        try {
            return act.get();
        } finally {
            lock.unlock();
        }
    }
}
