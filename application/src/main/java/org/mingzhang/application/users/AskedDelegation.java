package org.mingzhang.application.users;

import java.time.LocalDate;
import org.mingzhang.kernel.value.Role;

/** A delegation as somebody wants to give it. */
record AskedDelegation(String delegate, Role role, LocalDate firstDay, LocalDate lastDay, String reason) {}
