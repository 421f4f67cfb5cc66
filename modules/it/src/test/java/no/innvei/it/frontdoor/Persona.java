package no.innvei.it.frontdoor;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import no.innvei.testkit.SyntheticNumbers;

/** A synthetic person of one test, with numbers nobody else in the run has. */
record Persona(String given, String family, LocalDate bornOn, String nationalId, String duf) {

    /** Everything of everybody that must never stand in a log: filled by every test of the run. */
    static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger SERIAL = new AtomicInteger(100);

    static Persona named(String given, String family) {
        for (; ; ) {
            int serial = SERIAL.incrementAndGet();
            var bornOn = LocalDate.of(1994, 6, 14).plusDays(serial);
            var nationalId = SyntheticNumbers.nationalId(bornOn, true, serial % 200);
            if (nationalId.isPresent()) {
                var persona = new Persona(
                        given, family, bornOn, nationalId.get(), SyntheticNumbers.dufNumber(2025, 100_000 + serial));
                SECRETS.addAll(List.of(family, persona.nationalId, persona.duf));
                return persona;
            }
        }
    }

    /** A row of the import file, settled by agreement with a refugee's permit and completed primary school. */
    String row() {
        return String.join(
                ";",
                given,
                family,
                Norwegian.date(bornOn),
                nationalId,
                "",
                duf,
                "Eritrea",
                "a",
                Norwegian.date(Running.today().minusMonths(5)),
                Norwegian.date(Running.today().minusMonths(1)),
                "ja",
                "grunnskole",
                "tigrinja",
                "tigrinja",
                "bokmål",
                "");
    }

    static String header() {
        return "Fornavn;Etternavn;Fødselsdato;Fødselsnummer;D-nummer;DUF-nummer;Statsborgerskap;Oppholdsgrunnlag;Tillatelse gitt;"
                + "Bosettingsdato;Bosatt etter avtale;Utdanning;Morsmål;Tolkespråk;Målform;Barn født";
    }
}
