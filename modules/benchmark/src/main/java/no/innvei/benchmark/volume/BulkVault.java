package no.innvei.benchmark.volume;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and hashes as the application's vault does (no.innvei.platform.SealedIdentifiers), for one thread and many numbers. The nonce comes from the hash of
 * the number, which nobody but the key's owner can make, so that the same seed gives the same bytes and no nonce seals two texts.
 */
final class BulkVault {

    private static final byte FORMAT = 1;
    private static final int KEY_ID = 4;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] head;
    private final SecretKeySpec secret;
    private final Mac tenantKeys;
    private final Cipher cipher;
    private final Mac hashes;
    private int tenant;

    BulkVault(byte[] master) {
        try {
            var sealing = hmac(master, "innvei identifier encryption");
            secret = new SecretKeySpec(sealing, "AES");
            head = ByteBuffer.allocate(1 + KEY_ID)
                    .put(FORMAT)
                    .put(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(sealing), KEY_ID))
                    .array();
            tenantKeys = mac(hmac(master, "innvei identifier hash"));
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
            hashes = Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void enter(int tenant) {
        this.tenant = tenant;
        try {
            hashes.init(new SecretKeySpec(tenantKeys.doFinal(utf8("tenant " + tenant)), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] hash(String number) {
        return hashes.doFinal(utf8(number));
    }

    /** @param hash of the same number in this tenant */
    byte[] seal(String number, byte[] hash) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, hash, 0, NONCE));
            cipher.updateAAD(head);
            cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(tenant).array());
            var text = cipher.doFinal(number.getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.allocate(head.length + NONCE + text.length)
                    .put(head)
                    .put(hash, 0, NONCE)
                    .put(text)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        return mac(key).doFinal(utf8(text));
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
