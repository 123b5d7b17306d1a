package org.mingzhang.query.trail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers under which entries are found: the first eight bytes of the SHA-256 of what is asked for. */
final class TrailTerms {
    private static final Pattern OF_DIVISION = Pattern.compile("(\\d{6})-(?:(\\d{3})-)?.*");

    private final MessageDigest sha256;

    TrailTerms() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What may be asked for. */
    enum Aspect {
        KIND,
        PERSON,
        UNIT,
        CODE,
        BUDGET,
        /** The division, and the department within it. */
        SCOPE,
        OUTCOME,
        /** The whole number or title of a document. */
        DOCUMENT,
        /** The id of an adjustment, as {@link NamedDocument} makes it. */
        ADJUSTMENT,
        TEXT
    }

    long of(Aspect aspect, String value) {
        byte[] said = (aspect.name() + ":" + value).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(sha256.digest(said)).getLong();
    }

    /** Of {@code 411200-103-2025} its division {@code 411200} and its department {@code 411200-103}. */
    private static List<String> scopes(String about) {
        Matcher matcher = OF_DIVISION.matcher(about);
        if (!matcher.matches()) {
            return List.of();
        }
        String division = matcher.group(1);
        String department = matcher.group(2);
        return department == null ? List.of(division) : List.of(division, division + "-" + department);
    }

    /** Everything under which an entry is found. */
    Set<Long> of(TrailKeys keys) {
        Set<Long> terms = new TreeSet<>();
        keys.kinds().forEach(kind -> terms.add(of(Aspect.KIND, kind)));
        keys.persons().forEach(person -> terms.add(of(Aspect.PERSON, person)));
        keys.units().forEach(unit -> terms.add(of(Aspect.UNIT, unit)));
        keys.codes().forEach(code -> terms.add(of(Aspect.CODE, code)));
        terms.add(of(Aspect.BUDGET, keys.about()));
        scopes(keys.about()).forEach(scope -> terms.add(of(Aspect.SCOPE, scope)));
        keys.documents().forEach(document -> terms.add(of(Aspect.DOCUMENT, document)));
        keys.adjustments().forEach(adjustment -> terms.add(of(Aspect.ADJUSTMENT, adjustment)));
        terms.add(of(Aspect.OUTCOME, keys.outcome().name()));
        Set<String> pairs = new TreeSet<>();
        keys.texts().forEach(text -> pairs.addAll(TrailTexts.pairs(text)));
        pairs.forEach(pair -> terms.add(of(Aspect.TEXT, pair)));
        return terms;
    }
}
