package org.mingzhang.ledger.checkpoint;

import org.springframework.context.SmartLifecycle;

/** Starts the keeper when the database is migrated and everything is wired, and stops it before the database goes. */
public final class CheckpointLifecycle implements SmartLifecycle {
    /** Before anybody is served, who would ask for key and checkpoint. */
    private static final int BEFORE_SERVING = DEFAULT_PHASE - 8_192;

    private final CheckpointKeeper keeper;
    private volatile boolean running;

    public CheckpointLifecycle(CheckpointKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public void start() {
        keeper.start();
        running = true;
    }

    @Override
    public void stop() {
        keeper.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_SERVING;
    }
}
