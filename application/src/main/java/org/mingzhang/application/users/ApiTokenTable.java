package org.mingzhang.application.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stored tokens. */
interface ApiTokenTable extends Repository<ApiToken, UUID> {
    ApiToken save(ApiToken token);

    Optional<ApiToken> findByTokenHash(String tokenHash);

    List<ApiToken> findByLoginOrderByCreatedAtDesc(String login);
}
