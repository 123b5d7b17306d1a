/**
 * Who may sign in: accounts, their administration, demo accounts and the link that makes the first administrator.
 *
 * <p>Accounts are administration and not budget history, so they are ordinary rows and not events; the log names people
 * by login and display name as they were when they acted. An account is never deleted, only disabled.
 */
@NullMarked
package org.mingzhang.application.users;

import org.jspecify.annotations.NullMarked;
