package org.mingzhang.query.trail;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables that hold a generation of the trail's postings: there are two sets of them, for odd and for even numbers.
 *
 * @param generation its number
 */
record TrailRows(int generation) {
    /** As it is stored. */
    static final String PROJECTION = "trail";

    /** Those of the generation that is read now. */
    static TrailRows live(JdbcClient jdbc) {
        return new TrailRows(jdbc.sql("select generation from projection where name = ?")
                .param(PROJECTION)
                .query(Integer.class)
                .single());
    }

    /** Terms, with the positions of the events that are found by them. */
    String terms() {
        return "trail_term" + set();
    }

    /** Amounts in fen, without their sign, by the positions of the events that name them. */
    String amounts() {
        return "trail_amount" + set();
    }

    /** Every stream that something is found about. */
    String streams() {
        return "trail_stream" + set();
    }

    private String set() {
        return generation % 2 == 0 ? "_even" : "";
    }
}
