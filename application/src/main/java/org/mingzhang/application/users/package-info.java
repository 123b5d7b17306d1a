/**
 * Who may sign in: accounts, their administration, delegations, tokens for programs, demo accounts, and the links with
 * which first administrators are made and passwords are set.
 *
 * <p>System, security and audit lie in three hands (三员分立), and whoever has one of these roles has no other. The system
 * administrator makes accounts, which have no right at first; the security administrator gives rights and unlocks; the
 * auditor reads all of it and changes nothing. Nobody does anything to the own account here. An installation from before
 * there were security administrators keeps its administrators as administrators of the system, and prints a one-time link
 * for the first security administrator at each start until there is one.
 *
 * <p>Accounts are ordinary rows; what happens to them is recorded in the log ({@link
 * org.mingzhang.application.users.AdministrationRecord}), which names people by login and display name as they were when
 * they acted. An account is never deleted, only locked.
 */
@NullMarked
package org.mingzhang.application.users;

import org.jspecify.annotations.NullMarked;
