package org.mingzhang.application.reads;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.kernel.value.Actor;
import org.mingzhang.kernel.value.BudgetId;
import org.mingzhang.kernel.value.FundsId;
import org.mingzhang.kernel.value.InvalidValueException;
import org.mingzhang.kernel.value.Origin;
import org.mingzhang.query.web.CurrentVisitor;
import org.mingzhang.query.web.Shown;
import org.mingzhang.query.web.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Notices what somebody who is signed in was shown, once it was shown; changes nothing about the answer. */
final class ReadingNotice implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingNotice.class);
    private static final ZoneId BUSINESS_DAYS = ZoneId.of("Asia/Shanghai");
    private static final int OK = 200;
    private static final int LONGEST_PATH = 200;
    private static final Set<String> OF_THE_PAST = Set.of("asOf", "from", "to", "clock");

    private final CurrentVisitor visitors;
    private final ReadsRecorder recorder;
    private final Clock clock;

    ReadingNotice(CurrentVisitor visitors, ReadsRecorder recorder, Clock clock) {
        this.visitors = visitors;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        boolean shown = failure == null
                && response.getStatus() == OK
                && (request.getMethod().equals("GET") || changesNothing(request));
        if (!shown) {
            return;
        }
        try {
            visitors.visitor().filter(visitor -> visitor.role().readsBudgets()).ifPresent(visitor -> {
                for (String about : abouts(request, visitor)) {
                    recorder.notice(noticed(request, visitor, about));
                }
            });
        } catch (RuntimeException e) {
            // The page is out already; whoever reads it must not suffer.
            LOG.warn("it could not be noticed who read {}", request.getRequestURI(), e);
        }
    }

    /** What is posted only to be told what would be. */
    private static boolean changesNothing(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().endsWith("/preview");
    }

    private Noticed noticed(HttpServletRequest request, Visitor visitor, String about) {
        String path = request.getRequestURI();
        Origin.Channel channel = path.startsWith("/api/") ? Origin.Channel.API : Origin.Channel.PAGE;
        return new Noticed(
                new Actor(
                        visitor.login(),
                        visitor.displayName(),
                        visitor.role(),
                        visitor.actsFor().map(Visitor.Represented::login)),
                LocalDate.ofInstant(clock.instant(), BUSINESS_DAYS),
                about,
                asThePublic(request),
                path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                new Origin(channel, request.getRemoteAddr()));
    }

    /** Tables as they stand; what was before, would be without a document, or is proved with all its words is not released. */
    private static boolean asThePublic(HttpServletRequest request) {
        String path = request.getRequestURI();
        return (path.startsWith("/budgets/") || path.startsWith("/api/budgets/"))
                && !path.contains("/counterfactual")
                && !path.endsWith("/proof.zip")
                && OF_THE_PAST.stream().noneMatch(name -> said(request, name));
    }

    private static boolean said(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value != null && !value.isBlank();
    }

    /** The budgets or funds that were shown, of those that are the visitor's. */
    private static Set<String> abouts(HttpServletRequest request, Visitor visitor) {
        Set<String> abouts = new LinkedHashSet<>(Shown.budgets(request));
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            abouts.add(id);
        }
        if (ofTheLedger(request.getRequestURI())) {
            String budget = request.getParameter("budget");
            abouts.add(budget == null || budget.isBlank() ? "ledger" : budget);
        }
        abouts.removeIf(about -> !theirs(about, visitor));
        return abouts;
    }

    /** What auditors read there is of every budget; checkpoints and their proofs are for everybody. */
    private static boolean ofTheLedger(String path) {
        return path.startsWith("/ledger/")
                || path.startsWith("/api/ledger/trail")
                || path.startsWith("/api/ledger/controls")
                || path.startsWith("/api/ledger/workbench/")
                || path.equals("/api/ledger/bundle.zip")
                || path.equals("/api/ledger/proofs/inclusion");
    }

    private static boolean theirs(String about, Visitor visitor) {
        try {
            return about.equals("ledger")
                    || (FundsId.isOne(about)
                            ? visitor.drawsOn(FundsId.parse(about))
                            : visitor.covers(BudgetId.parse(about)));
        } catch (InvalidValueException e) {
            return false;
        }
    }
}
