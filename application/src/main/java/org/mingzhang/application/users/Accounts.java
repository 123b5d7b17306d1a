package org.mingzhang.application.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stored accounts. */
interface Accounts extends Repository<Account, UUID> {
    Account save(Account account);

    Optional<Account> findByLogin(String login);

    List<Account> findAllByOrderByLogin();

    boolean existsByEnabledTrue();

    long count();

    List<Account> findAllByDemoTrueOrderByLogin();
}
