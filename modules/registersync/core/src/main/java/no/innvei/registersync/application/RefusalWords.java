package no.innvei.registersync.application;

import no.innvei.registersync.api.RegisterStatus.Refusal;

/** Turns the register's code into what a caseworker can do about it. */
public interface RefusalWords {

    /** @param field {@code null} when the register named none */
    Refusal explain(String code, String field);
}
