package no.innvei.participant.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A column of the import file, by the header staff write. Order is the order of the template. */
public enum ImportColumn {
    GIVEN_NAMES("Fornavn", "Fornamn", "Fornavn og mellomnavn"),
    FAMILY_NAME("Etternavn", "Etternamn"),
    BORN_ON("Fødselsdato", "Født"),
    /** May hold a D-number too: many lists have one column for both. */
    NATIONAL_ID(
            "Fødselsnummer", "Fødselsnr", "Fnr", "Personnummer", "Fødselsnummer/D-nummer", "Fødsels- eller D-nummer"),
    D_NUMBER("D-nummer", "Dnr", "D-nr"),
    DUF_NUMBER("DUF-nummer", "DUF", "DUF-nr", "DUF nummer"),
    CITIZENSHIP("Statsborgerskap", "Statsborgarskap", "Land"),
    PERMIT_BASIS("Oppholdsgrunnlag", "Opphaldsgrunnlag", "Oppholdstillatelse", "Opphaldsløyve"),
    PERMIT_GRANTED_ON("Tillatelse gitt", "Løyve gitt", "Vedtaksdato"),
    SETTLED_ON("Bosettingsdato", "Busetjingsdato", "Bosatt", "Busett"),
    SETTLED_BY_AGREEMENT("Bosatt etter avtale", "Busett etter avtale"),
    EDUCATION("Utdanning", "Utdanningsnivå"),
    MOTHER_TONGUE("Morsmål"),
    INTERPRETING_LANGUAGE("Tolkespråk", "Tolk"),
    WRITTEN_FORM("Målform", "Skriftspråk"),
    CHILDREN_BORN_ON("Barn født", "Barns fødselsdatoer", "Fødselsdato barn", "Barn fødd");

    private final String header;
    private final Set<String> names;

    ImportColumn(String header, String... others) {
        this.header = header;
        this.names = Stream.concat(Stream.of(header), Stream.of(others))
                .map(ImportColumn::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The header of the template file. */
    public String header() {
        return header;
    }

    /** The field of {@link PersonFacts} the column fills, as it is named in problems; identity numbers by their kind. */
    public String field() {
        var words = name().toLowerCase(Locale.ROOT).split("_");
        var field = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            field.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return field.toString();
    }

    /** The column of a kind of identity number. */
    public static ImportColumn of(PersonIdentifier.IdentifierKind kind) {
        return switch (kind) {
            case NATIONAL_ID -> NATIONAL_ID;
            case D_NUMBER -> D_NUMBER;
            case DUF_NUMBER -> DUF_NUMBER;
        };
    }

    /** The column a header means; upper case, spaces and a trailing star do not matter. */
    public static Optional<ImportColumn> of(String header) {
        var wanted = plain(header);
        return Stream.of(values())
                .filter(column -> column.names.contains(wanted))
                .findFirst();
    }

    /** The header without what does not matter. */
    public static String plain(String header) {
        return header.strip().replaceAll("[\\s*]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
