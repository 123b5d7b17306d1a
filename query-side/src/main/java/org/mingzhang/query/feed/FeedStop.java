package org.mingzhang.query.feed;

import java.time.Instant;

/**
 * Why a projection does not follow the log any more.
 *
 * @param position the last event that it covers
 * @param since when the first attempt at the event behind it failed on this node
 */
public record FeedStop(long position, Instant since, String reason) {}
