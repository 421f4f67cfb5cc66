package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The realm as it is imported, against the list of platform-facts 3.8 and 5.5. */
class RealmTemplateTest {

    private static final Path TEMPLATE = Path.of("../../keycloak/innvei-realm.json");
    private static final Map<String, String> VALUES = Map.of(
            "ssl", "none",
            "passwordPolicy", "",
            "webAddress", "http://localhost:9080",
            "webSecret", "web-secret",
            "provisioningSecret", "provisioning-secret");

    private final Tenants tenants = Tenants.demo();
    private final JsonNode realm = read(RealmTemplate.fill(TEMPLATE, VALUES, tenants));

    @Test
    void every_place_must_be_filled() {
        var values = new HashMap<>(VALUES);
        values.remove("webSecret");

        assertThrows(StackException.class, () -> RealmTemplate.fill(TEMPLATE, values, tenants));
    }

    @Test
    void guessing_passwords_locks_for_a_while_and_never_for_good() {
        assertTrue(realm.get("bruteForceProtected").asBoolean());
        assertFalse(realm.get("permanentLockout").asBoolean());
        assertEquals(5, realm.get("failureFactor").asInt());
        assertEquals(60, realm.get("waitIncrementSeconds").asInt());
        assertEquals(900, realm.get("maxFailureWaitSeconds").asInt());
        assertEquals(43_200, realm.get("maxDeltaTimeSeconds").asInt());
    }

    @Test
    void nobody_registers_or_enrols_a_one_time_code_alone() {
        assertFalse(realm.get("registrationAllowed").asBoolean());
        assertFalse(
                one("requiredActions", "alias", "CONFIGURE_TOTP").get("enabled").asBoolean());
    }

    @Test
    void the_pages_log_in_by_code_with_proof_key_and_are_told_of_logouts() {
        JsonNode web = one("clients", "clientId", "innvei-web");

        assertEquals("S256", web.at("/attributes/pkce.code.challenge.method").asText());
        assertEquals(
                "http://localhost:9080/varsel/utlogging",
                web.at("/attributes/backchannel.logout.url").asText());
        assertEquals(
                "true",
                web.at("/attributes/backchannel.logout.session.required").asText());
        assertFalse(web.get("publicClient").asBoolean());
        assertFalse(web.get("directAccessGrantsEnabled").asBoolean());
        assertEquals("web-secret", web.get("secret").asText());
        assertEquals(
                "[\"http://localhost:9080/oidcclient/redirect/innvei\"]",
                web.get("redirectUris").toString());
    }

    @Test
    void only_the_client_of_demo_and_test_may_use_passwords_directly() {
        for (JsonNode client : realm.get("clients")) {
            assertEquals(
                    client.get("clientId").asText().equals("innvei-demo"),
                    client.path("directAccessGrantsEnabled").asBoolean());
        }
    }

    @Test
    void every_demo_tenant_is_an_organization_with_its_people() {
        assertTrue(realm.get("organizationsEnabled").asBoolean());
        for (Tenants.Tenant tenant : tenants.tenants()) {
            JsonNode organization = one("organizations", "alias", tenant.alias());
            assertEquals(tenant.name(), organization.get("name").asText());
            assertEquals(
                    tenants.membersOf(tenant).count(),
                    organization.get("members").size());
        }
    }

    @Test
    void a_demo_users_id_is_known_beforehand() {
        for (Tenants.User user : tenants.users()) {
            assertEquals(
                    user.id().toString(),
                    one("users", "username", user.username()).get("id").asText());
        }
    }

    private JsonNode one(String list, String key, String value) {
        return StreamSupport.stream(realm.get(list).spliterator(), false)
                .filter(node -> node.get(key).asText().equals(value))
                .findAny()
                .orElseThrow();
    }

    private static JsonNode read(String text) {
        return new Http.Answer(200, text).json();
    }
}
