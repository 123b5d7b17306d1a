/**
 * A migrated database for any module's tests: {@link org.mingzhang.ledger.testing.TestDatabase}, H2 and a real
 * PostgreSQL, which is started from a Maven artifact without Docker or taken from {@code MINGZHANG_TEST_PG_URL}
 * ({@code jdbc:postgresql://host:port/postgres}, where user and password are {@code postgres} and may create databases).
 *
 * <p>Use it as {@code @ParameterizedTest @EnumSource void sentence(TestDatabase database)} and {@code try (var open =
 * database.open()) {…}}. A PostgreSQL that cannot start fails the test; it is never skipped.
 */
package org.mingzhang.ledger.testing;
