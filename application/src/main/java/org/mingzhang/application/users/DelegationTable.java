package org.mingzhang.application.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stored delegations. */
interface DelegationTable extends Repository<Delegation, UUID> {
    Delegation save(Delegation delegation);

    Optional<Delegation> findById(UUID id);

    List<Delegation> findByPrincipalOrderByGivenAtDesc(String principal);

    List<Delegation> findByDelegateOrderByGivenAtDesc(String delegate);
}
