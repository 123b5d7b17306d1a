package org.mingzhang.application.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database does not answer, everybody is asked to come back (503), whatever they asked for; while its disk is
 * full, who wants to change something or asks the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    private static final String SECONDS = "2";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** By SQL state: no connection, no disk or memory, shutting down, file not readable or writable. */
    private static final List<String> AWAY = List.of("08", "53", "57P", "58");

    /** H2 says by it that its file cannot be written; it is on the class path of the embedded installation only. */
    private static final String FILE_OF_H2 = "org.h2.mvstore.MVStoreException";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (PatientDisk.held().isPresent() && !READING.contains(request.getMethod())) {
            askToComeBack(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isAway(e) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("the database does not answer: {}", e.toString());
            response.reset();
            askToComeBack(response);
        }
    }

    private static void askToComeBack(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    static boolean isAway(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case LogUnavailableException ignored -> true;
            case CannotCreateTransactionException ignored -> true;
            case DataAccessResourceFailureException ignored -> true;
            case SQLTransientConnectionException ignored -> true;
            case SQLNonTransientConnectionException ignored -> true;
            case SQLException sql when isConnection(sql) -> true;
            case Throwable file when file.getClass().getName().equals(FILE_OF_H2) -> true;
            case Throwable other -> isAway(other.getCause());
        };
    }

    /** Drivers always give a state; without one it is the pool that speaks, of a connection it has just closed. */
    private static boolean isConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || AWAY.stream().anyMatch(state::startsWith);
    }
}
