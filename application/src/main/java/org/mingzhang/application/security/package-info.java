/**
 * Sign-in and access: who may ask for which address, and who acts in a command.
 *
 * <p>Everything that is not listed in {@link org.mingzhang.application.security.AccessRules} is denied; a test reads every
 * route of the application and fails when one has no rule. Whose budget a command is about is checked at the one door
 * for commands, so that no page, API or import can go round it.
 */
@NullMarked
package org.mingzhang.application.security;

import org.jspecify.annotations.NullMarked;
