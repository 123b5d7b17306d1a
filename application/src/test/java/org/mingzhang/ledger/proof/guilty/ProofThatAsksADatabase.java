package org.mingzhang.ledger.proof.guilty;

import java.sql.Connection;

/** Guilty on purpose: proofs need the JDK only, and of it no database. */
record ProofThatAsksADatabase(Connection connection) {}
