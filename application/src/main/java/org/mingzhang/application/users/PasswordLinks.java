package org.mingzhang.application.users;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored links. */
interface PasswordLinks extends Repository<PasswordLink, String> {
    PasswordLink save(PasswordLink link);

    Optional<PasswordLink> findByTokenHash(String tokenHash);

    void deleteByLogin(String login);
}
