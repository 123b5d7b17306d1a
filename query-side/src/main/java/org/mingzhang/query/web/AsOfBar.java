package org.mingzhang.query.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where a page stands in the life of its budget, and where else it may be moved to; shown above every page that can.
 *
 * @param path of the page
 * @param nowAddress of the same page as it stands now
 * @param kept the other parameters of the page, which moving keeps
 * @param past whether it is not now
 * @param moments oldest first
 * @param here index of the last moment that is counted; -1 when none is
 * @param clocks whether the page can be asked on the effective clock too
 * @param ways to compare it with another instant
 */
public record AsOfBar(
        AsOf asked,
        String path,
        String nowAddress,
        Map<String, String> kept,
        boolean past,
        long position,
        List<Mark> moments,
        int here,
        boolean clocks,
        List<Way> ways) {

    /**
     * Another instant that the page can be compared with.
     *
     * @param words key of what it is called, which {@code argument} fills in
     */
    public record Way(String words, String argument, String address) {}

    /**
     * A point of the timeline.
     *
     * @param year that it is about, where the page is about several; otherwise blank
     * @param words key of what happened, which {@code argument} fills in
     * @param address of this page as of then
     * @param kind {@code phase}, {@code document} or {@code release}
     */
    public record Mark(
            String kind,
            String year,
            String words,
            String argument,
            LocalDate day,
            long position,
            String address,
            boolean counted) {}
}
