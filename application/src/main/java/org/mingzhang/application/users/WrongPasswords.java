package org.mingzhang.application.users;

/** Too many of them keep an account waiting; whoever is let in again does not wait any longer. */
public interface WrongPasswords {
    /** Whether the right password would be refused now because of the wrong ones before it. */
    boolean keepWaiting(String login);

    /** As if there had been none. */
    void forget(String login);
}
