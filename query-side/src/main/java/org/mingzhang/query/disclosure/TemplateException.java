package org.mingzhang.query.disclosure;

/** A template that cannot be used: what is wrong, in which file, on which line. It stops the start. */
public final class TemplateException extends IllegalStateException {
    TemplateException(Tree.Place place, String problem) {
        super(place + ": " + problem);
    }
}
