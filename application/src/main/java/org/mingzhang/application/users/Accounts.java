package org.mingzhang.application.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The stored accounts. */
interface Accounts extends Repository<Account, UUID> {
    Account save(Account account);

    Optional<Account> findByLogin(String login);

    List<Account> findAllByOrderByLogin();

    boolean existsByLoginIgnoreCase(String login);

    long count();

    /** Leaves the version as it is, and so the session that begins with it. */
    @Modifying
    @Query("update Account account set account.passwordHash = :hash where account.login = :login")
    void rehash(@Param("login") String login, @Param("hash") String hash);

    List<Account> findAllByDemoTrueOrderByLogin();
}
