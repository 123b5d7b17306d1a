package org.mingzhang.application.users;

import java.util.UUID;
import org.mingzhang.kernel.value.Role;
import org.mingzhang.query.web.Years;

/**
 * What somebody may do for somebody else today.
 *
 * @param scope of the principal, as are the years
 */
public record Mandate(
        UUID id, String delegate, String principal, String principalName, Role role, String scope, Years years) {}
