package org.mingzhang.query.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.mingzhang.kernel.amendment.PolicyBook;
import org.mingzhang.kernel.policy.RulesOfDay;
import org.mingzhang.kernel.value.DivisionCode;

/**
 * The rules that somebody asked for: of a day, or of exactly one version.
 *
 * @param version as it is named on documents
 */
record ShownRules(DivisionCode division, LocalDate day, RulesOfDay rows, String version) {
    /** The law that the rows rest on, as the name of a version begins. */
    static final String LAW = "budget-law-2014+";

    static ShownRules on(DivisionCode division, PolicyBook book, LocalDate day) {
        RulesOfDay rows = book.rules().on(day);
        return new ShownRules(division, day, rows, LAW + rows.digest());
    }

    /** Empty when there never was such a version. */
    static Optional<ShownRules> of(DivisionCode division, PolicyBook book, String version) {
        String digest = version.startsWith(LAW) ? version.substring(LAW.length()) : version;
        return book.version(digest).map(found -> new ShownRules(division, found.since(), found.rows(), LAW + digest));
    }
}
