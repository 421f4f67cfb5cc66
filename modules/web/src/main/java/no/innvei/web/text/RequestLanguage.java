package no.innvei.web.text;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import no.innvei.kernel.WrittenForm;

/** The written form of the current request: the user's choice, else the tenant's form, else bokmål. */
public final class RequestLanguage {

    /** Holds {@code nb} or {@code nn}, nothing about the person. */
    public static final String COOKIE = "innvei-malform";

    private static final String SESSION = "innvei.malform";
    private static final Locale NB = Locale.of("nb");
    private static final Locale NN = Locale.of("nn");
    private static final ThreadLocal<Locale> CURRENT = new ThreadLocal<>();

    public static Locale current() {
        var set = CURRENT.get();
        return set == null ? NB : set;
    }

    public static Locale localeOf(WrittenForm form) {
        return form == WrittenForm.NN ? NN : NB;
    }

    /** Runs {@code work} in the language the request itself asks for: session, cookie, and for machines {@code Accept-Language}. */
    public static <T> T call(HttpServletRequest request, Callable<T> work) throws Exception {
        CURRENT.set(chosen(request).map(RequestLanguage::localeOf).orElse(NB));
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }

    /** Uses the tenant's form from here on, unless the user has chosen. */
    public static void fallBackTo(HttpServletRequest request, WrittenForm form) {
        if (chosen(request).isEmpty()) {
            CURRENT.set(localeOf(form));
        }
    }

    public static void choose(HttpServletRequest request, WrittenForm form) {
        request.getSession().setAttribute(SESSION, form.languageTag());
        CURRENT.set(localeOf(form));
    }

    public static Optional<WrittenForm> parse(String tag) {
        return Stream.of(WrittenForm.values())
                .filter(f -> f.languageTag().equals(tag))
                .findFirst();
    }

    private static Optional<WrittenForm> chosen(HttpServletRequest request) {
        if (request.getServletPath().startsWith("/api/")) {
            return Collections.list(request.getLocales()).stream()
                    .map(Locale::getLanguage)
                    .flatMap(tag -> parse(tag).stream())
                    .findFirst();
        }
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SESSION) instanceof String tag) {
            return parse(tag);
        }
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Stream.of(cookies)
                .filter(c -> c.getName().equals(COOKIE))
                .flatMap(c -> parse(c.getValue()).stream())
                .findFirst();
    }

    private RequestLanguage() {}
}
