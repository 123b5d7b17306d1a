package org.mingzhang.query.web;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such page, or none that this visitor may see: the two look the same. */
public final class PageNotFound extends ResponseStatusException {
    @Serial
    private static final long serialVersionUID = 1L;

    public PageNotFound() {
        super(HttpStatus.NOT_FOUND);
        getBody().setProperty("key", "not-found");
    }
}
