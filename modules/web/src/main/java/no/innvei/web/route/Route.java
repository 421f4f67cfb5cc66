package no.innvei.web.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One clean address and the view behind it.
 *
 * @param address with parameters in braces; {@code {id}} is a UUID, {@code {rule}} the name of a rule, any other a whole number
 * @param view Facelets view, from the root of the WAR
 */
record Route(String address, String view, Pattern pattern, List<String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
    private static final String UUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final String RULE = "([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)";
    private static final String NUMBER = "([0-9]{1,9})";

    static Route of(String address, String view) {
        var parameters = new ArrayList<String>();
        var pattern = PARAMETER.matcher(address).replaceAll(found -> {
            parameters.add(found.group(1));
            return switch (found.group(1)) {
                case "id" -> UUID;
                case "rule" -> Matcher.quoteReplacement(RULE);
                default -> NUMBER;
            };
        });
        return new Route(address, view, Pattern.compile(pattern), List.copyOf(parameters));
    }

    /** The parameters of {@code path}; empty when this is not its route. */
    Optional<Map<String, String>> match(String path) {
        var matcher = pattern.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < parameters.size(); i++) {
            values.put(parameters.get(i), matcher.group(i + 1));
        }
        return Optional.of(values);
    }
}
