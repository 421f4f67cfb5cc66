package no.innvei.participant.api;

/** Nordic citizens and persons under the EEA agreement are outside integreringsloven § 8 (fifth paragraph). */
public enum CitizenshipGroup {
    NORDIC,
    EEA,
    OTHER
}
