package no.innvei.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code keycloak/innvei-realm.json}: addresses and secrets in the places marked {@code ${…}}, and the demo organizations with their people. */
final class RealmTemplate {

    /** Keycloak's own placeholder inside a mapper; it stays. */
    private static final String KEYCLOAKS_OWN = "client_id";

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z_]+)}");

    static String fill(Path template, Map<String, String> values, Tenants tenants) {
        ObjectNode realm;
        try {
            realm = (ObjectNode) Http.JSON.readTree(fill(Files.readString(template), values));
        } catch (IOException e) {
            throw new StackException("Cannot read " + template + ".", e);
        }
        ArrayNode organizations = (ArrayNode) realm.get("organizations");
        tenants.tenants().forEach(tenant -> organizations.add(organization(tenant, tenants)));
        ArrayNode users = (ArrayNode) realm.get("users");
        tenants.users().forEach(user -> users.add(user(user, tenants.password())));
        return realm.toPrettyString();
    }

    static String fill(String text, Map<String, String> values) {
        Matcher place = PLACE.matcher(text);
        var filled = new StringBuilder();
        while (place.find()) {
            String name = place.group(1);
            String value = name.equals(KEYCLOAKS_OWN) ? place.group() : values.get(name);
            if (value == null) {
                throw new StackException("The realm template asks for '" + name + "', which nobody gives.");
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        place.appendTail(filled);
        return filled.toString();
    }

    private static JsonNode organization(Tenants.Tenant tenant, Tenants tenants) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", tenant.name());
        node.put("alias", tenant.alias());
        node.put("enabled", true);
        node.putArray("domains")
                .addObject()
                .put("name", tenant.alias() + ".example")
                .put("verified", true);
        ArrayNode members = node.putArray("members");
        tenants.membersOf(tenant)
                .forEach(user ->
                        members.addObject().put("username", user.username()).put("membershipType", "UNMANAGED"));
        return node;
    }

    private static JsonNode user(Tenants.User user, String password) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", user.id().toString());
        node.put("username", user.username());
        node.put("firstName", user.givenName());
        node.put("lastName", user.familyName());
        node.put("email", user.email());
        node.put("emailVerified", true);
        node.put("enabled", true);
        node.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
        return node;
    }

    private RealmTemplate() {}
}
