package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** One word of a name, as it is searched for. */
@Embeddable
public class NameWord {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "token", nullable = false, updatable = false)
    private String token;

    protected NameWord() {
        // for the persistence provider
    }

    NameWord(int tenant, String token) {
        this.tenantId = tenant;
        this.token = token;
    }

    String token() {
        return token;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameWord word && tenantId == word.tenantId && token.equals(word.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tenantId, token);
    }
}
