package org.mingzhang.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Whoever looks at a budget as of an instant stays there: every link and every form that asks takes the instant along, as far
 * as it leads to the same budget, to another department's of the same year, such as the other side of a 划转, to the
 * funds that they draw on, from and to the comparisons of years, or from and to what tells of many budgets or of none, such
 * as lists, queues and rules: positions and days mean the same there.
 *
 * <p>Here and not in each template, so that no page can forget it. A link that says another instant keeps its own.
 */
final class KeptInstant implements RequestDataValueProcessor {
    private static final Pattern OF_BUDGET = Pattern.compile(
            "/(?:api/)?(?:budgets|prepare|preparation|execute|execution|publish)/(\\d{6})-(\\d{3})-(\\d{4})(?=[/?#.]|$)");
    private static final Pattern OF_FUNDS = Pattern.compile("/(?:api/)?funds/(\\d{6})-funds-(\\d{4})(?=[/?#]|$)");
    private static final Pattern OF_YEARS = Pattern.compile("/(?:api/)?comparison/(\\d{6})(?=[-,/?#]|$)");

    /** What tells of many budgets or of none, and looks back as a whole. */
    private static final Pattern OF_MANY = Pattern.compile(
            "/(?:api/)?(?:(?:approvals|policy|search|workbench|units|codes"
                    + "|glossary|funds|crosswalk|comparison|budgets|prepare|ledger/(?:trail|workbench))(?=[/?#]|$)|(?=[?#]|$))");

    /** What is a part of the log itself, and knows only when things were recorded. */
    private static final Pattern OF_LOG = Pattern.compile("/(?:api/)?ledger/(?:trail|workbench)(?=[/?#]|$)");

    /** It compares instants of its own. */
    private static final Pattern DIFFERENCE = Pattern.compile("[^?#]*/difference(?:[?#].*)?");

    private static final Pattern SAID = Pattern.compile("[?&;]asOf=");
    private static final String ASKING_FORM = KeptInstant.class.getName();

    private final RequestDataValueProcessor others;

    /** @param others what is done to links and forms beside it */
    KeptInstant(RequestDataValueProcessor others) {
        this.others = others;
    }

    @Override
    public String processUrl(HttpServletRequest request, String url) {
        String link = others.processUrl(request, url);
        return kept(request)
                .filter(instant -> goesOn(request, link))
                .map(instant -> with(link, instant))
                .orElse(link);
    }

    @Override
    public String processAction(HttpServletRequest request, String action, String httpMethod) {
        boolean asks = httpMethod == null || httpMethod.isEmpty() || httpMethod.equalsIgnoreCase("get");
        request.setAttribute(ASKING_FORM, asks && goesOn(request, action));
        return others.processAction(request, action, httpMethod);
    }

    @Override
    public String processFormFieldValue(HttpServletRequest request, @Nullable String name, String value, String type) {
        return others.processFormFieldValue(request, name, value, type);
    }

    @Override
    public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
        Map<String, String> hidden = new LinkedHashMap<>();
        Optional.ofNullable(others.getExtraHiddenFields(request)).ifPresent(hidden::putAll);
        if (Boolean.TRUE.equals(request.getAttribute(ASKING_FORM))) {
            kept(request).ifPresent(instant -> {
                hidden.put("asOf", instant.word());
                if (instant.effective()) {
                    hidden.put("clock", "effective");
                }
            });
        }
        return hidden;
    }

    /** The instant that a request for a budget asks for; none where it asks for now, or for what is no instant. */
    private static Optional<AsOf> kept(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return Optional.empty(); // and its parameters are left alone: those of too large an upload cannot be read
        }
        String word = request.getParameter("asOf");
        return word == null || word.isBlank()
                ? Optional.empty()
                : Optional.of(new AsOf(word.strip(), "effective".equals(request.getParameter("clock"))));
    }

    private static boolean goesOn(HttpServletRequest request, String link) {
        boolean otherClock = OF_LOG.matcher(link).lookingAt()
                && kept(request).filter(AsOf::effective).isPresent();
        return !otherClock
                && !SAID.matcher(link).find()
                && !DIFFERENCE.matcher(link).matches()
                && About.of(request.getRequestURI())
                        .filter(here -> About.of(link).filter(here::meets).isPresent())
                        .isPresent();
    }

    /**
     * The division and year that an address is about.
     *
     * @param division blank where it is about several, or none
     * @param year empty where it is about several
     */
    private record About(String division, Optional<String> year) {
        static Optional<About> of(String address) {
            Matcher budget = OF_BUDGET.matcher(address);
            if (budget.lookingAt()) {
                return Optional.of(new About(budget.group(1), Optional.of(budget.group(3))));
            }
            Matcher funds = OF_FUNDS.matcher(address);
            if (funds.lookingAt()) {
                return Optional.of(new About(funds.group(1), Optional.of(funds.group(2))));
            }
            Matcher years = OF_YEARS.matcher(address);
            if (years.lookingAt()) {
                return Optional.of(new About(years.group(1), Optional.empty()));
            }
            return OF_MANY.matcher(address).lookingAt()
                    ? Optional.of(new About("", Optional.empty()))
                    : Optional.empty();
        }

        boolean meets(About other) {
            return division.isEmpty()
                    || other.division.isEmpty()
                    || (division.equals(other.division)
                            && (year.isEmpty() || other.year.isEmpty() || year.equals(other.year)));
        }
    }

    private static String with(String link, AsOf instant) {
        int end = link.indexOf('#') < 0 ? link.length() : link.indexOf('#');
        return link.substring(0, end)
                + (link.indexOf('?') < 0 ? "?" : "&")
                + instant.parameters()
                + link.substring(end);
    }
}
