package no.innvei.tenancy.api;

import java.util.List;
import java.util.Optional;
import no.innvei.tenancy.api.Tenants.Unit;

/** The municipalities (kommuner) of the country, known from 2024 on; public, and the same for everybody. */
public interface Municipalities {

    /** Those of today, by name. */
    List<Unit> today();

    /** What the municipality with this number is called, or was called last; empty for a number from before 2024. */
    Optional<String> name(String number);
}
