package no.innvei.registersimulator;

import java.util.Set;

/** The code lists of contract version 1. The real register's lists are not public; these are ours and neutral (domain/register.md sections 7 and 8). */
final class Codes {

    static final Set<String> PERMIT = Set.of("9A", "9B", "9C", "9D", "9E", "9F", "9G", "FAMILIE", "ANNET");
    static final Set<String> EDUCATION =
            Set.of("GRUNNSKOLE_IKKE_FULLFORT", "GRUNNSKOLE", "VIDEREGAENDE", "HOYERE_UTDANNING");
    static final Set<String> CATEGORY = Set.of("RETT_OG_PLIKT", "RETT", "KAN_TILBYS", "INGEN");
    static final Set<String> DECISION = Set.of("INNVILGET", "AVSLATT");
    static final Set<String> GOAL = Set.of(
            "ARBEID",
            "UTDANNING_OVER_VGO",
            "YRKESFAGLIG_REKVALIFISERING",
            "FULLFORE_VGO",
            "DELER_AV_VGO",
            "FULLFORE_FAGOPPLARING",
            "FULLFORE_GRUNNSKOLE",
            "DELER_AV_GRUNNSKOLE");
    static final Set<String> LEVEL = Set.of("A1", "A2", "B1", "B2", "C1");
    static final Set<String> ELEMENT = Set.of(
            "NORSK",
            "SAMFUNNSKUNNSKAP",
            "LIVSMESTRING_KARRIEREKOMPETANSE",
            "LIVSMESTRING_MIGRASJON_HELSE_MANGFOLD",
            "FORELDREVEILEDNING",
            "PRAKSIS",
            "DELTIDSARBEID",
            "YRKESKURS",
            "NAV_TILTAK",
            "ARBEIDSRETTET_ANNET",
            "FOV",
            "VGO",
            "KOMBINASJON",
            "REKVALIFISERING",
            "REALKOMPETANSE",
            "GODKJENNING",
            "HOYERE_UTDANNING",
            "FAGSKOLE",
            "HURTIGSPOR",
            "DIGITAL_KOMPETANSE",
            "ANNET");
    static final Set<String> ENDING = Set.of(
            "ARBEID_HELTID",
            "ARBEID_DELTID",
            "VGO",
            "FOV",
            "HOYERE_UTDANNING",
            "ANNEN_UTDANNING",
            "NAV_TILTAK",
            "ANNEN_KVALIFISERING",
            "FORELDREPERMISJON",
            "SYKDOM_ELLER_TRYGD",
            "SOSIALHJELP",
            "FLYTTET",
            "UTREIST",
            "TRUKKET_SEG",
            "STANSET",
            "DOD",
            "UKJENT");

    private Codes() {}
}
