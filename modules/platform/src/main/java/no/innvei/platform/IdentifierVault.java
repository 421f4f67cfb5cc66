package no.innvei.platform;

/** Identity numbers at rest: AES-256-GCM with a key from the environment, found again by HMAC-SHA-256 with a key per tenant. */
public interface IdentifierVault {

    /** Random nonce each time: two sealings of one number differ. */
    byte[] seal(String identifier);

    /** @throws IllegalStateException when the value was changed or its key is unknown */
    String open(byte[] sealed);

    /** Same number and tenant, same hash; another tenant, another hash. For exact look-up only. */
    byte[] hash(String identifier);
}
