package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The vault: one byte of format, four of key id, twelve of nonce, then the text and its tag. The tenant is authenticated with the text, so a value
 * moved to another tenant does not open. Old keys open, only the first seals.
 */
@ApplicationScoped
public class SealedIdentifiers implements IdentifierVault {

    /** 32 bytes as base64, from the environment ({@code INNVEI_VAULT_KEY}); missing or malformed stops the start. */
    static final String KEY = "innvei.vault.key";

    /** Earlier keys, separated by commas: they still open what they sealed. */
    static final String OLD_KEYS = "innvei.vault.old-keys";

    private static final byte FORMAT = 1;
    private static final int KEY_ID = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private CurrentScope scope;
    private List<Key> keys;
    private byte[] hashKey;

    private record Key(byte[] id, SecretKeySpec secret) {}

    protected SealedIdentifiers() {
        // for the CDI proxy
    }

    @Inject
    public SealedIdentifiers(CurrentScope scope) {
        this(
                scope,
                ConfigProvider.getConfig().getOptionalValue(KEY, String.class).orElse(""),
                ConfigProvider.getConfig()
                        .getOptionalValue(OLD_KEYS, String.class)
                        .orElse(""));
    }

    SealedIdentifiers(CurrentScope scope, String key, String oldKeys) {
        this.scope = scope;
        var masters = new ArrayList<byte[]>();
        masters.add(decoded(key, KEY));
        for (var old : oldKeys.split(",")) {
            if (!old.isBlank()) {
                masters.add(decoded(old.strip(), OLD_KEYS));
            }
        }
        keys = masters.stream().map(SealedIdentifiers::key).toList();
        hashKey = hmac(
                masters.getLast(),
                "innvei identifier hash"); // the oldest: a new key must not hide what was stored before
    }

    /** Called at the start, so that a missing key is not found by the first user. */
    void check() {
        if (keys.isEmpty()) {
            throw new IllegalStateException("no key");
        }
    }

    @Override
    public byte[] seal(String identifier) {
        var key = keys.getFirst();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var head = ByteBuffer.allocate(1 + KEY_ID).put(FORMAT).put(key.id).array();
        var text = crypt(Cipher.ENCRYPT_MODE, key, nonce, head, identifier.getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(head.length + NONCE + text.length)
                .put(head)
                .put(nonce)
                .put(text)
                .array();
    }

    @Override
    public String open(byte[] sealed) {
        int headLength = 1 + KEY_ID;
        if (sealed.length <= headLength + NONCE + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new IllegalStateException("not a sealed identifier");
        }
        var head = Arrays.copyOf(sealed, headLength);
        var id = Arrays.copyOfRange(sealed, 1, headLength);
        var key = keys.stream()
                .filter(candidate -> Arrays.equals(candidate.id, id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sealed with an unknown key"));
        var nonce = Arrays.copyOfRange(sealed, headLength, headLength + NONCE);
        var text = Arrays.copyOfRange(sealed, headLength + NONCE, sealed.length);
        return new String(crypt(Cipher.DECRYPT_MODE, key, nonce, head, text), StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] hash(String identifier) {
        return hmac(hmac(hashKey, "tenant " + scope.tenant()), identifier);
    }

    private byte[] crypt(int mode, Key key, byte[] nonce, byte[] head, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            cipher.updateAAD(
                    ByteBuffer.allocate(Integer.BYTES).putInt(scope.tenant()).array());
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sealed identifier does not open", e);
        }
    }

    private static Key key(byte[] master) {
        var secret = hmac(master, "innvei identifier encryption");
        try {
            var id = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(secret), KEY_ID);
            return new Key(id, new SecretKeySpec(secret, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String key, String setting) {
        try {
            var bytes = Base64.getDecoder().decode(key);
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // falls through: the message must not repeat what may be most of a key
        }
        throw new IllegalStateException(setting + " must be 32 bytes in base64");
    }
}
