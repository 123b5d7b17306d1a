package org.mingzhang.query.web;

import java.util.Optional;

/** Who reads; the application knows. */
@FunctionalInterface
public interface CurrentVisitor {
    /** The person behind the request; empty for the public. */
    Optional<Visitor> visitor();
}
