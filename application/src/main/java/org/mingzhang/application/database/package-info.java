/**
 * The database as an operator gives it: its tables and roles at the start, its connections, and what people hear while it
 * is away.
 *
 * <p>Decision: on PostgreSQL the tables belong to one role, which migrates, and the application works as another, which
 * may add to the log and move its head and nothing else ({@code DatabaseRights}); then not even a stolen password of the
 * application lifts the triggers that guard the log. One role for both still works, and the start says what that means.
 *
 * <p>Decision: writes that a full disk refuses never reach the embedded database as failures ({@code PatientDisk}). It used
 * to be told, closed itself and was opened again with new connections; now and then it could not be, and only a new process
 * would have helped.
 */
@NullMarked
package org.mingzhang.application.database;

import org.jspecify.annotations.NullMarked;
