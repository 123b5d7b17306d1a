/**
 * Sign-in and access: who may ask for which address, and who acts in a command.
 *
 * <p>Rights are the role of the account, its scope and its years; whoever acts for somebody else has that person's, for as
 * long as the delegation holds, which is looked at in every request. Sign-ins and failures are recorded before anybody is
 * in; those of programs that bring their password or token each time only when they fail, because what they do names them.
 *
 * <p>Everything that is not listed in {@link org.mingzhang.application.security.AccessRules} is denied; a test reads every
 * route of the application and fails when one has no rule. Whose budget a command is about is checked at the one door
 * for commands, so that no page, API or import can go round it.
 */
@NullMarked
package org.mingzhang.application.security;

import org.jspecify.annotations.NullMarked;
