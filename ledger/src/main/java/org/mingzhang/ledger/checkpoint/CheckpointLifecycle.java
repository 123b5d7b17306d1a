package org.mingzhang.ledger.checkpoint;

import org.springframework.context.SmartLifecycle;

/** Starts keeper and recheck when the database is migrated and everything is wired, and stops them before the database goes. */
public final class CheckpointLifecycle implements SmartLifecycle {
    /** Before anybody is served, who would ask for key and checkpoint. */
    private static final int BEFORE_SERVING = DEFAULT_PHASE - 8_192;

    private final CheckpointKeeper keeper;
    private final Recheck recheck;
    private volatile boolean running;

    public CheckpointLifecycle(CheckpointKeeper keeper, Recheck recheck) {
        this.keeper = keeper;
        this.recheck = recheck;
    }

    @Override
    public void start() {
        keeper.start();
        recheck.start();
        running = true;
    }

    @Override
    public void stop() {
        recheck.close();
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
