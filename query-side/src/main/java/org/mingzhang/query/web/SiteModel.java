package org.mingzhang.query.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.ledger.store.EventLog;
import org.mingzhang.ledger.store.LogUnavailableException;
import org.mingzhang.query.feed.EarlierFold;
import org.mingzhang.query.feed.FactFeed;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** What the frame of every page shows, whoever's page it is. */
@ControllerAdvice(annotations = Controller.class)
class SiteModel {
    private final CurrentVisitor visitors;
    private final FactFeed feed;
    private final EventLog log;
    private final ErrorAttributes errors;
    private final EarlierFold earlier;

    SiteModel(CurrentVisitor visitors, FactFeed feed, EventLog log, ErrorAttributes errors, EarlierFold earlier) {
        this.errors = errors;
        this.earlier = earlier;
        this.visitors = visitors;
        this.feed = feed;
        this.log = log;
    }

    /** Where figures stand while they do not follow the log; absent while they do, or while the log cannot be asked. */
    @ModelAttribute("standstill")
    @Nullable
    Standstill standstill() {
        try {
            return feed.stopped()
                    .map(stop -> Standstill.of(stop, log.head()))
                    .filter(Standstill::behind)
                    .orElse(null);
        } catch (LogUnavailableException e) {
            return null; // the page that says so must not fail on the same
        }
    }

    /** Whether figures are just being made again as this release makes them. */
    @ModelAttribute("earlierFold")
    boolean earlierFold() {
        return earlier.isRead();
    }

    /** Empty for the public, and absent from the model then. */
    @ModelAttribute("visitor")
    @Nullable
    Visitor visitor() {
        return visitors.visitor().orElse(null);
    }

    @ModelAttribute("english")
    boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    /** The path asked for, also when it ended in an error. */
    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(Object::toString)
                .orElse(request.getRequestURI());
    }

    /** What was asked for amiss, on the page that says so; absent on every other. */
    @ModelAttribute("amiss")
    @Nullable
    AskedAmiss amiss(WebRequest request) {
        return errors.getError(request) instanceof AskedAmiss asked ? asked : null;
    }

    /** The instant that was asked of a page that always shows now; pages that move to it take this away. */
    @ModelAttribute("nowOnly")
    @Nullable
    String nowOnly(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
            return null; // what is wrong is all that is shown
        }
        String word = request.getParameter("asOf");
        boolean now = path(request)
                .matches(
                        "/(?:(?:prepare|execute|publish|funds|account|users)/.*|ledger/(?!trail|workbench).*|prepare|account|users|projections|administration"
                                + "|ledger|api-reference|codes/mapping)");
        return now && word != null && !word.isBlank() ? word.strip() : null;
    }

    /** This list with the same filters, for links that add a page or a format. */
    @ModelAttribute("sameList")
    String sameList(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        String list = UriComponentsBuilder.fromUriString(path(request) + "?" + query)
                .replaceQueryParam("page")
                .replaceQueryParam("format")
                .replaceQueryParam("after")
                .replaceQueryParam("saved")
                .build()
                .toUriString();
        return list + (list.contains("?") ? "&" : "?");
    }

    /** This page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        String page = request.getMethod().equals("GET") ? path(request) + "?" + query : "/";
        return UriComponentsBuilder.fromUriString(page)
                .replaceQueryParam("lang", english(locale) ? "zh-CN" : "en")
                .build()
                .toUriString();
    }
}
