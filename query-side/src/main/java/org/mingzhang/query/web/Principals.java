package org.mingzhang.query.web;

import java.util.Optional;

/** Names of people whose login alone is recorded; the application knows them. */
@FunctionalInterface
public interface Principals {
    Optional<String> name(String login);
}
