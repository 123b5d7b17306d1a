package org.mingzhang.command.web;

import org.mingzhang.kernel.value.Actor;

/** Who is signed in and in which role; the application knows. */
public interface CurrentActor {
    /** The person behind the request; nobody reaches a command without signing in. */
    Actor actor();
}
