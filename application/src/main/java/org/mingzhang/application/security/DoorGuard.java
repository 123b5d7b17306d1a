package org.mingzhang.application.security;

import org.mingzhang.command.budget.BudgetCommands;
import org.mingzhang.query.web.CurrentVisitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts {@link OwnBudgetsOnly} before the one door for commands, whoever asks for it. */
@Component
class DoorGuard implements BeanPostProcessor {
    private final ObjectProvider<CurrentVisitor> visitors;

    DoorGuard(ObjectProvider<CurrentVisitor> visitors) {
        this.visitors = visitors;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof BudgetCommands door
                ? new OwnBudgetsOnly(door, () -> visitors.getObject().visitor())
                : bean;
    }
}
