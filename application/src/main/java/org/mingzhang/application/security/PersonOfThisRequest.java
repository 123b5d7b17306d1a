package org.mingzhang.application.security;

import org.springframework.stereotype.Component;

/** Work that begins in a request and goes on after it, by the same person in the same role. */
@Component
public final class PersonOfThisRequest {
    private final SessionVisitor visitors;

    PersonOfThisRequest(SessionVisitor visitors) {
        this.visitors = visitors;
    }

    /** The same work for another thread. */
    public Runnable carriedTo(Runnable work) {
        return Choice.carrying(visitors.visitor(), work);
    }
}
