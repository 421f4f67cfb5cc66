package no.innvei.platform;

import java.util.UUID;

/** One stream of one tenant: what is delivered in order, and the name of its task. */
record StreamKey(int tenant, UUID stream) {

    String instance() {
        return tenant + ":" + stream;
    }

    static StreamKey of(String instance) {
        int colon = instance.indexOf(':');
        return new StreamKey(
                Integer.parseInt(instance.substring(0, colon)), UUID.fromString(instance.substring(colon + 1)));
    }
}
