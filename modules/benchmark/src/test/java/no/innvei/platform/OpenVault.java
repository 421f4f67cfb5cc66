package no.innvei.platform;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/** The application's own vault, for a test outside a container. */
public final class OpenVault {

    private final SealedIdentifiers vault;
    private int tenant;

    public OpenVault(byte[] master) {
        vault = new SealedIdentifiers(new Inside(), Base64.getEncoder().encodeToString(master), "");
    }

    /** @param row kind, sealed number and hash in hexadecimal */
    public PersonIdentifier open(int inTenant, String row) {
        tenant = inTenant;
        var parts = row.split(" ");
        var number = vault.open(HexFormat.of().parseHex(parts[1]));
        if (!Arrays.equals(vault.hash(number), HexFormat.of().parseHex(parts[2]))) {
            throw new IllegalStateException("another hash than the vault's");
        }
        return new PersonIdentifier(IdentifierKind.valueOf(parts[0]), number);
    }

    private final class Inside implements CurrentScope {

        @Override
        public int tenant() {
            return tenant;
        }

        @Override
        public UUID user() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int clearance() {
            return 0;
        }

        @Override
        public boolean holds(String permission) {
            return false;
        }

        @Override
        public String role() {
            throw new UnsupportedOperationException();
        }
    }
}
