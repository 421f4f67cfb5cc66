package no.innvei.web.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the user searched for lately, under random handles that may stand in addresses. Lives in the HTTP session and ends with it. */
final class SearchMemory {

    /**
     * @param words as typed; an identity number that found nobody is masked before it is kept
     * @param findsNobody the words were an identity number, so there is nothing more to search for
     */
    record Search(String words, boolean findsNobody) implements Serializable {

        @Override
        public String toString() {
            return "search";
        }
    }

    private static final String ATTRIBUTE = "innvei.searches";
    private static final int KEPT = 20;
    private static final int LONGEST = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    static boolean isHandle(String text) {
        return text != null && text.matches("[A-Za-z0-9_-]{22}");
    }

    static Optional<Search> recall(HttpServletRequest request, String handle) {
        var session = request.getSession(false);
        return handle == null || session == null
                ? Optional.empty()
                : Optional.ofNullable(searches(session.getAttribute(ATTRIBUTE)).get(handle));
    }

    /** Keeps the words and returns their handle; the oldest search makes room. */
    static String keep(HttpServletRequest request, Search search) {
        var session = request.getSession();
        var searches = searches(session.getAttribute(ATTRIBUTE));
        var handle = newHandle();
        searches.put(handle, search);
        while (searches.size() > KEPT) {
            searches.remove(searches.keySet().iterator().next());
        }
        session.setAttribute(ATTRIBUTE, searches);
        return handle;
    }

    /** No longer than a name can be. */
    static String shortened(String typed) {
        var words = typed.strip();
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    /** The first six digits, as everywhere else. */
    static String masked(String identifier) {
        var digits = identifier.replaceAll("\\D", "");
        return digits.substring(0, Math.min(6, digits.length())) + " •••••";
    }

    private static LinkedHashMap<String, Search> searches(Object attribute) {
        var copy = new LinkedHashMap<String, Search>();
        if (attribute instanceof Map<?, ?> kept) {
            kept.forEach((handle, search) -> copy.put((String) handle, (Search) search));
        }
        return copy;
    }

    private static String newHandle() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private SearchMemory() {}
}
