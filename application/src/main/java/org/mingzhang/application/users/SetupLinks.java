package org.mingzhang.application.users;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored setup links. */
interface SetupLinks extends Repository<SetupLink, String> {
    SetupLink save(SetupLink link);

    Optional<SetupLink> findByTokenHash(String tokenHash);
}
