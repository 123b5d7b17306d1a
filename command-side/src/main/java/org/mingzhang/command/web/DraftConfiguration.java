package org.mingzhang.command.web;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.mingzhang.command.drafts.AdjustmentDrafts;
import org.mingzhang.kernel.value.BudgetId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the forms with the drafts. */
@Configuration(proxyBeanMethods = false)
class DraftConfiguration {
    @Bean
    DraftsOfForms draftsOfForms(AdjustmentDrafts drafts) {
        Turns turns = new Turns();
        return new DraftsOfForms() {
            @Override
            public OptionalLong version(UUID draft, BudgetId budget, String owner) {
                return drafts.find(draft, budget, owner)
                        .map(found -> OptionalLong.of(found.version()))
                        .orElseGet(OptionalLong::empty);
            }

            @Override
            public Optional<AdjustmentDrafts.Saving.Overtaken> differing(
                    UUID draft, BudgetId budget, String owner, Map<String, String> typed) {
                return drafts.differing(draft, budget, owner, typed);
            }

            @Override
            public void submitted(UUID draft, long seen, BudgetId budget, String owner) {
                drafts.submitted(draft, seen, budget, owner);
            }

            @Override
            public <T> T inTurn(UUID draft, Supplier<T> act) {
                return turns.of(draft, act);
            }
        };
    }
}
