package org.mingzhang.kernel.value;

import java.util.List;

/**
 * What an account may do.
 *
 * @param roles in the order of {@link Role}
 * @param scope blank for every budget, else a division, a department or a unit, as in {@code 411200-103/103001}
 * @param years as in {@code 2024-2026}; blank for every fiscal year
 */
public record Rights(List<Role> roles, String scope, String years) {
    public Rights {
        roles = List.copyOf(roles);
    }
}
