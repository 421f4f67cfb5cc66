package no.innvei.tenancy.api;

import java.util.Optional;

/** The public number of the current tenant, which registers know it by. */
public interface OwnNumber {

    /** For jobs that speak on behalf of the tenant; no role holds it. */
    String PERMISSION = "tenancy.number.read";

    /** Today's number of the municipality (four digits) or county (two); empty for a directorate, and when the unit has no number today. */
    Optional<String> today();
}
