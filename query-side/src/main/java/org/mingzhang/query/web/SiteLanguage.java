package org.mingzhang.query.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Simplified Chinese unless somebody chose English; the choice is kept in a cookie.
 *
 * <p>The browser's own preference is not asked, because what it names beside these two gives half-translated pages.
 */
final class SiteLanguage extends CookieLocaleResolver {
    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    static final Locale ENGLISH = Locale.ENGLISH;

    SiteLanguage() {
        super("lang");
        setDefaultLocale(CHINESE);
        setRejectInvalidCookies(false);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
    }

    @Override
    protected Locale parseLocaleValue(@Nullable String value) {
        return choose(value);
    }

    /** English for anything that starts with {@code en}, otherwise Chinese. */
    static Locale choose(@Nullable String value) {
        return value != null && value.startsWith("en") ? ENGLISH : CHINESE;
    }
}
