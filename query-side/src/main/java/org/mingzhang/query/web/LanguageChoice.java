package org.mingzhang.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** {@code ?lang=en} and {@code ?lang=zh-CN} switch the language from then on. */
final class LanguageChoice implements HandlerInterceptor {
    private final LocaleResolver languages;

    LanguageChoice(LocaleResolver languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String chosen = request.getParameter("lang");
        if (chosen != null) {
            languages.setLocale(request, response, SiteLanguage.choose(chosen));
        }
        return true;
    }
}
