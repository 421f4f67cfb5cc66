package no.innvei.participant.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationEvidence;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.ImmigrationGround;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Contact;
import no.innvei.participant.api.LifeFact.Employment;
import no.innvei.participant.api.LifeFact.Partner;
import no.innvei.participant.api.PermitBasis;

/** Where each kind of life fact is kept: its table, the columns of its own, and how they are written as text and read back. */
enum FactTable {
    NAME(
            FactKind.NAME,
            "participant.person_name",
            null,
            List.of("given_names text", "family_name text"),
            fact -> fact instanceof LifeFact.Name f ? List.of(f.givenNames(), text(f.familyName())) : null,
            c -> new LifeFact.Name(c.text(0), c.text(1))),
    BIRTH_DATE(
            FactKind.BIRTH_DATE,
            "participant.birth_date",
            null,
            List.of("born_on date"),
            fact -> fact instanceof LifeFact.BirthDate f ? List.of(text(f.bornOn())) : null,
            c -> new LifeFact.BirthDate(c.day(0))),
    PERMIT(
            FactKind.PERMIT,
            "participant.permit",
            null,
            List.of(
                    "basis text",
                    "follows_family_permit boolean",
                    "immigration_ground text",
                    "renewed_on date",
                    "expires_on date"),
            fact -> fact instanceof LifeFact.Permit f
                    ? List.of(
                            text(f.basis()),
                            text(f.followsFamilyPermit()),
                            text(f.ground()),
                            text(f.renewedOn()),
                            text(f.expiresOn()))
                    : null,
            c -> new LifeFact.Permit(
                    c.code(0, PermitBasis.class), c.flag(1), c.code(2, ImmigrationGround.class), c.day(3), c.day(4))),
    SETTLEMENT(
            FactKind.SETTLEMENT,
            "participant.settlement",
            null,
            List.of("by_agreement boolean"),
            fact -> fact instanceof LifeFact.Settlement f ? List.of(text(f.byAgreement())) : null,
            c -> new LifeFact.Settlement(c.flag(0))),
    RESIDENCE(
            FactKind.RESIDENCE,
            "participant.residence",
            null,
            List.of("municipality text"),
            fact -> fact instanceof LifeFact.Residence f ? List.of(f.municipality()) : null,
            c -> new LifeFact.Residence(c.text(0))),
    CITIZENSHIP(
            FactKind.CITIZENSHIP,
            "participant.citizenship",
            null,
            List.of("country text", "country_group text"),
            fact -> fact instanceof LifeFact.Citizenship f ? List.of(text(f.country()), text(f.group())) : null,
            c -> new LifeFact.Citizenship(c.text(0), c.code(1, CitizenshipGroup.class))),
    EDUCATION(
            FactKind.EDUCATION,
            "participant.education",
            null,
            List.of("level text", "evidence text"),
            fact -> fact instanceof LifeFact.Education f ? List.of(text(f.level()), text(f.evidence())) : null,
            c -> new LifeFact.Education(c.code(0, EducationLevel.class), c.code(1, EducationEvidence.class))),
    MOTHER_TONGUE(
            FactKind.MOTHER_TONGUE,
            "participant.mother_tongue",
            null,
            List.of("language text"),
            fact -> fact instanceof LifeFact.MotherTongue f ? List.of(f.language()) : null,
            c -> new LifeFact.MotherTongue(c.text(0))),
    INTERPRETING(
            FactKind.INTERPRETING,
            "participant.interpreting",
            null,
            List.of("needed boolean", "language text"),
            fact -> fact instanceof LifeFact.Interpreting f ? List.of(text(f.needed()), text(f.language())) : null,
            c -> new LifeFact.Interpreting(c.text(1))),
    WRITTEN_FORM(
            FactKind.WRITTEN_FORM,
            "participant.written_form",
            null,
            List.of("form text"),
            fact -> fact instanceof LifeFact.WrittenForm f ? List.of(text(f.form())) : null,
            c -> new LifeFact.WrittenForm(c.code(0, no.innvei.kernel.WrittenForm.class))),
    PARTNER(
            FactKind.PARTNER,
            "participant.partner",
            null,
            List.of("relation text", "partner_id uuid", "participates boolean", "lives_together boolean"),
            fact -> fact instanceof Partner f
                    ? List.of(
                            text(f.relation()),
                            f.partner() == null ? "" : text(f.partner().value()),
                            text(f.participates()),
                            text(f.livesTogether()))
                    : null,
            c -> new Partner(
                    c.code(0, Partner.Relation.class),
                    c.text(1) == null ? null : new ParticipantId(UUID.fromString(c.text(1))),
                    c.flag(2),
                    c.flag(3))),
    CHILD(
            FactKind.CHILD,
            "participant.child",
            "child_id",
            List.of("born_on date", "lives_with text"),
            fact -> fact instanceof Child f ? List.of(text(f.bornOn()), text(f.livesWith())) : null,
            c -> new Child(c.day(0), c.code(1, Child.LivesWith.class))),
    EMPLOYMENT(
            FactKind.EMPLOYMENT,
            "participant.employment",
            "employment_id",
            List.of("state text", "minutes_per_week integer"),
            fact -> fact instanceof Employment f ? List.of(text(f.state()), text(f.minutesPerWeek())) : null,
            c -> new Employment(c.code(0, Employment.State.class), Integer.parseInt(c.text(1)))),
    CONTACT(
            FactKind.CONTACT,
            "participant.contact",
            "channel",
            List.of("content text"),
            fact -> fact instanceof Contact f ? List.of(f.content()) : null,
            c -> new Contact(Contact.Channel.valueOf(c.line()), c.text(0))),
    UNACCOMPANIED_MINOR(
            FactKind.UNACCOMPANIED_MINOR,
            "participant.unaccompanied_minor",
            null,
            List.of("applies boolean"),
            fact -> fact instanceof LifeFact.UnaccompaniedMinor f ? List.of(text(f.applies())) : null,
            c -> new LifeFact.UnaccompaniedMinor(c.flag(0))),
    RESEARCH_RESERVATION(
            FactKind.RESEARCH_RESERVATION,
            "participant.research_reservation",
            null,
            List.of("reserved boolean"),
            fact -> fact instanceof LifeFact.ResearchReservation f ? List.of(text(f.reserved())) : null,
            c -> new LifeFact.ResearchReservation(c.flag(0)));

    /** The most columns a kind has of its own; the others are filled up, so that all kinds can be read with one statement. */
    private static final int MOST_COLUMNS = 5;

    private final FactKind kind;
    private final String table;
    private final String lineColumn;
    private final List<String> names;
    private final List<String> types;
    private final Function<LifeFact, List<String>> write;
    private final Function<Columns, LifeFact> read;

    FactTable(
            FactKind kind,
            String table,
            String lineColumn,
            List<String> columns,
            Function<LifeFact, List<String>> write,
            Function<Columns, LifeFact> read) {
        this.kind = kind;
        this.table = table;
        this.lineColumn = lineColumn;
        this.names = columns.stream()
                .map(column -> column.substring(0, column.indexOf(' ')))
                .toList();
        this.types = columns.stream()
                .map(column -> column.substring(column.indexOf(' ') + 1))
                .toList();
        this.write = write;
        this.read = read;
    }

    /** The columns of one row as the database writes them; {@code null} where it has nothing. */
    record Columns(String line, Object[] row, int first) {

        String text(int column) {
            return (String) row[first + column];
        }

        LocalDate day(int column) {
            return text(column) == null ? null : LocalDate.parse(text(column));
        }

        boolean flag(int column) {
            return Boolean.parseBoolean(text(column));
        }

        <E extends Enum<E>> E code(int column, Class<E> type) {
            return text(column) == null ? null : Enum.valueOf(type, text(column));
        }
    }

    static FactTable of(FactKind kind) {
        return valueOf(kind.name());
    }

    /** Its own columns as text, empty for nothing. */
    List<String> write(LifeFact fact) {
        return Objects.requireNonNull(write.apply(fact), "a fact of another kind");
    }

    LifeFact read(Columns columns) {
        return read.apply(columns);
    }

    boolean hasLine() {
        return lineColumn != null;
    }

    /** @param condition on the rows {@code t} */
    String select(String condition) {
        var columns = new StringBuilder();
        for (int i = 0; i < MOST_COLUMNS; i++) {
            columns.append(", ")
                    .append(i < names.size() ? column(i) : "null::text")
                    .append(" as own")
                    .append(i);
        }
        return "select '" + kind.name() + "' as kind, t.participant_id::text as person, t.id::text as id, "
                + (lineColumn == null ? "''" : "t." + lineColumn + "::text") + " as line,"
                + " t.valid_from::text as valid_from, t.valid_to::text as valid_to, t.reason as reason,"
                + " (extract(epoch from t.recorded_at) * 1000000)::bigint as recorded_at, t.recorded_by::text as recorded_by,"
                + " (extract(epoch from t.superseded_at) * 1000000)::bigint as superseded_at, t.superseded_by::text as superseded_by,"
                + " t.superseded_why as superseded_why" + columns
                + " from " + table + " t where " + condition;
    }

    /** A partner whom the reader may not see is not named; one who was merged into another record is found there. */
    private String column(int i) {
        return names.get(i).equals("partner_id")
                ? "(select coalesce(v.merged_into, v.id)::text from participant.participant v where v.id = t.partner_id)"
                : "t." + names.get(i) + "::text";
    }

    /** Takes the tenant and then one text per column with all rows in it, in the order of {@link #columnsToWrite}. */
    String insert() {
        var columns = columnsToWrite();
        var places = new StringBuilder();
        var letters = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            places.append(i == 0 ? "" : ", ")
                    .append("string_to_array(?")
                    .append(i + 2)
                    .append("::text, chr(31), '')");
            letters.append(i == 0 ? "" : ", ").append("c").append(i);
        }
        var values = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            values.append(", c")
                    .append(i)
                    .append("::")
                    .append(columns.get(i).substring(columns.get(i).indexOf(' ') + 1));
        }
        return "insert into " + table + " (tenant_id, "
                + columns.stream()
                        .map(column -> column.substring(0, column.indexOf(' ')))
                        .collect(Collectors.joining(", "))
                + ") select ?1::integer" + values + " from unnest(" + places + ") as written (" + letters + ")";
    }

    List<String> columnsToWrite() {
        var columns = new ArrayList<>(List.of(
                "id uuid",
                "participant_id uuid",
                "valid_from date",
                "valid_to date",
                "reason text",
                "recorded_at timestamptz",
                "recorded_by uuid",
                "superseded_at timestamptz",
                "superseded_by uuid",
                "superseded_why text"));
        if (lineColumn != null) {
            columns.add(lineColumn + (kind == FactKind.CONTACT ? " text" : " uuid"));
        }
        for (int i = 0; i < names.size(); i++) {
            columns.add(names.get(i) + " " + types.get(i));
        }
        return columns;
    }

    /** Takes row ids, reasons, moments and users, each as one text. */
    String setAside() {
        return "update " + table
                + " t set superseded_at = s.a::timestamptz, superseded_by = s.b::uuid, superseded_why = s.w"
                + " from unnest(string_to_array(?1::text, ','), string_to_array(?2::text, ','), string_to_array(?3::text, ','),"
                + " string_to_array(?4::text, ',', '')) as s (i, w, a, b) where t.id = s.i::uuid and t.superseded_at is null";
    }

    /** Takes the ids of people as one text. */
    String remove() {
        return "delete from " + table
                + " where participant_id = any (array(select p::uuid from unnest(string_to_array(?1::text, ',')) p))";
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
