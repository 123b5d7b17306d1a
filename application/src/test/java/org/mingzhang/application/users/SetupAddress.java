package org.mingzhang.application.users;

import org.mingzhang.application.RunningApplication;
import org.mingzhang.kernel.value.Role;

/** The address that an empty installation prints for the first administrator of its system. */
public final class SetupAddress {
    private SetupAddress() {}

    /** A new one; those given before lead nowhere any more. */
    public static String of(RunningApplication application) {
        return "/setup/"
                + application.context().getBean(FirstAdministrator.class).issue(Role.ADMINISTRATOR);
    }
}
