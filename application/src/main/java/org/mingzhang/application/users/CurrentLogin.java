package org.mingzhang.application.users;

import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.PageNotFound;
import org.mingzhang.query.web.Visitor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The login of whoever asks. */
@Component
class CurrentLogin {
    private final CurrentVisitor visitors;

    CurrentLogin(@Lazy CurrentVisitor visitors) {
        this.visitors = visitors;
    }

    String get() {
        return visitors.visitor().map(Visitor::login).orElseThrow(PageNotFound::new);
    }
}
