package org.mingzhang.query.feed;

import org.springframework.context.SmartLifecycle;

/** Starts the feed when everything is wired and stops it before the database goes. */
final class FeedLifecycle implements SmartLifecycle {
    private final FactFeed feed;
    private volatile boolean running;

    FeedLifecycle(FactFeed feed) {
        this.feed = feed;
    }

    @Override
    public void start() {
        feed.start();
        running = true;
    }

    @Override
    public void stop() {
        feed.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
