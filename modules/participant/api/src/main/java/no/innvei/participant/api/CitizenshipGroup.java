package no.innvei.participant.api;

import java.util.Set;

/** Nordic citizens and persons under the EEA agreement are outside integreringsloven § 8 (fifth paragraph). */
public enum CitizenshipGroup {
    NORDIC,
    EEA,
    OTHER;

    private static final Set<String> NORDIC_COUNTRIES = Set.of("NO", "SE", "DK", "FI", "IS");
    private static final Set<String> OTHER_EEA_COUNTRIES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "EE", "ES", "FR", "GR", "HR", "HU", "IE", "IT", "LI", "LT", "LU", "LV",
            "MT", "NL", "PL", "PT", "RO", "SI", "SK");

    /** @param country ISO 3166-1 alpha-2, or {@code null}, which gives {@code null} */
    public static CitizenshipGroup of(String country) {
        if (country == null) {
            return null;
        }
        if (NORDIC_COUNTRIES.contains(country)) {
            return NORDIC;
        }
        return OTHER_EEA_COUNTRIES.contains(country) ? EEA : OTHER;
    }
}
