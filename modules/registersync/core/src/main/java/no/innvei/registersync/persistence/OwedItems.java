package no.innvei.registersync.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.ItemState;
import no.innvei.registersync.api.RegisterStatus.NotRequired;
import no.innvei.registersync.domain.OwedItem;

/** Writes and reads owed items of the current tenant. */
@ApplicationScoped
public class OwedItems {

    /** What is known about when information existed, and what follows from it. */
    public record Deadline(LocalDate knownOn, LocalDate registerBy, String evaluation) {}

    /** One row as people see it. */
    public record Line(
            UUID id,
            UUID participant,
            ItemKind kind,
            UUID subject,
            ItemState state,
            NotRequired notRequired,
            LocalDate knownOn,
            LocalDate registerBy,
            Instant acceptedAt,
            String receipt,
            String refusalCode,
            String refusalField,
            Instant changedAt) {}

    private static final String OWED =
            "select id, participant_id, kind, subject_id, programme_id, version, message_key, state, told_at is not null as told,"
                    + " coalesce(accepted_version, 0) as accepted_version"
                    + " from registersync.owed_item ";

    private static final String LINE =
            "select id, participant_id, kind, subject_id, state, not_required, known_on, register_by, accepted_at, receipt, refusal_code,"
                    + " refusal_field, changed_at from registersync.owed_item ";

    private final DataSource app;

    /** By name, not injected: the job's thread has no component of its own to look in. */
    public OwedItems() throws NamingException {
        this(InitialContext.doLookup("jdbc/app"));
    }

    public OwedItems(DataSource app) {
        this.app = app;
    }

    /**
     * Something the register must hear of: makes the item, or counts its version up. While the register has not accepted the version before, the
     * earliest day of knowledge stands.
     *
     * @return the item's id and new version
     */
    public Changed changed(
            int tenant,
            ParticipantId participant,
            ItemKind kind,
            UUID subject,
            UUID programme,
            Deadline deadline,
            Instant now) {
        return changed(tenant, List.of(new Subject(participant, subject)), kind, programme, deadline, now)
                .get(participant);
    }

    /** The same for the persons themselves, with one statement for all of them. */
    public Map<ParticipantId, Changed> peopleChanged(
            int tenant, Collection<ParticipantId> people, Deadline deadline, Instant now) {
        return changed(
                tenant,
                people.stream()
                        .map(person -> new Subject(person, person.value()))
                        .toList(),
                ItemKind.PERSON,
                null,
                deadline,
                now);
    }

    /** One item of one participant. */
    private record Subject(ParticipantId participant, UUID subject) {}

    private Map<ParticipantId, Changed> changed(
            int tenant, List<Subject> subjects, ItemKind kind, UUID programme, Deadline deadline, Instant now) {
        var found = new HashMap<ParticipantId, Changed>();
        list(
                        """
                insert into registersync.owed_item as i
                    (tenant_id, id, participant_id, kind, subject_id, programme_id, version, message_key, state, known_on, register_by, deadline, changed_at)
                select ?, cast(w.id as uuid), cast(w.person as uuid), ?, cast(w.subject as uuid), cast(? as uuid), 1, cast(w.message as uuid), 'PENDING',
                    ?, ?, cast(? as jsonb), ?
                from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[])) as w (id, person, subject, message)
                order by w.person
                on conflict (tenant_id, participant_id, kind, subject_id) do update set
                    version = greatest(i.version, i.held_version) + 1, message_key = excluded.message_key,
                    state = 'PENDING', not_required = null, refusal_code = null, refusal_field = null,
                    known_on = case when i.accepted_version = i.version or excluded.known_on < i.known_on then excluded.known_on else i.known_on end,
                    register_by = case when i.accepted_version = i.version or excluded.known_on < i.known_on then excluded.register_by else i.register_by end,
                    deadline = case when i.accepted_version = i.version or excluded.known_on < i.known_on then excluded.deadline else i.deadline end,
                    changed_at = excluded.changed_at
                returning i.participant_id, i.id, i.version""",
                        row -> Map.entry(
                                new ParticipantId(row.getObject("participant_id", UUID.class)),
                                new Changed(row.getObject("id", UUID.class), row.getLong("version"))),
                        tenant,
                        kind.name(),
                        programme,
                        deadline.knownOn(),
                        deadline.registerBy(),
                        deadline.evaluation(),
                        now,
                        texts(subjects, subject -> Uuid7.next()),
                        texts(subjects, subject -> subject.participant().value()),
                        texts(subjects, Subject::subject),
                        texts(subjects, subject -> Uuid7.next()))
                .forEach(changed -> found.put(changed.getKey(), changed.getValue()));
        return found;
    }

    private static <T> String[] texts(Collection<T> some, Function<T, UUID> id) {
        return some.stream().map(one -> id.apply(one).toString()).toArray(String[]::new);
    }

    public record Changed(UUID item, long version) {}

    /** Makes the item when there is none; a later change finds it. */
    public void ensure(
            int tenant, ParticipantId participant, ItemKind kind, UUID subject, Deadline deadline, Instant now) {
        update(
                """
                insert into registersync.owed_item
                    (tenant_id, id, participant_id, kind, subject_id, version, message_key, state, known_on, register_by, deadline, changed_at)
                values (?, ?, ?, ?, ?, 1, ?, 'PENDING', ?, ?, cast(? as jsonb), ?)
                on conflict (tenant_id, participant_id, kind, subject_id) do nothing""",
                tenant,
                Uuid7.next(),
                participant.value(),
                kind.name(),
                subject,
                Uuid7.next(),
                deadline.knownOn(),
                deadline.registerBy(),
                deadline.evaluation(),
                now);
    }

    /** These people's streams are taken up again: what waited behind a refusal is on its way. */
    public void takeUp(Collection<ParticipantId> people, Instant now) {
        update(
                "update registersync.owed_item set state = 'PENDING', changed_at = ?"
                        + " where participant_id = any (cast(? as uuid[])) and state = 'NOT_SENT'",
                now,
                texts(people, ParticipantId::value));
    }

    public Optional<OwedItem> find(UUID item) {
        return list(OWED + "where id = ?", OwedItems::owed, item).stream().findFirst();
    }

    public List<OwedItem> ofParticipant(ParticipantId participant) {
        return list(OWED + "where participant_id = ? order by id", OwedItems::owed, participant.value());
    }

    /** An item that belongs to another record now. */
    public record MovedItem(ItemKind kind, UUID subject, UUID programme, LocalDate knownOn) {}

    /** What is owed of the merged record's programmes, and of those merged into it before, is owed of the surviving one. */
    public List<MovedItem> follow(UUID merge, ParticipantId merged, ParticipantId surviving, Instant now) {
        return list(
                """
                with moved as (
                    update registersync.owed_item set participant_id = ?, changed_at = ?
                    where participant_id = ? and (programme_id is not null or kind = 'MERGED_IDENTITY')
                    returning tenant_id, id, kind, subject_id, programme_id, known_on, state, told_at
                ), remembered as (
                    insert into registersync.item_move (tenant_id, merge_id, item_id, participant_id, from_id, moved_at)
                    select tenant_id, ?, id, ?, ?, ? from moved
                )
                select kind, subject_id, programme_id, known_on from moved where state <> 'NOT_REQUIRED' or told_at is not null order by id""",
                OwedItems::moved,
                surviving.value(),
                now,
                merged.value(),
                merge,
                surviving.value(),
                merged.value(),
                now);
    }

    /** Takes {@link #follow} back. */
    public List<MovedItem> back(UUID merge, ParticipantId merged) {
        return list("""
                update registersync.owed_item i set participant_id = ?
                from registersync.item_move m
                where m.merge_id = ? and i.tenant_id = m.tenant_id and i.id = m.item_id and i.participant_id = m.participant_id
                returning i.kind, i.subject_id, i.programme_id, i.known_on""", OwedItems::moved, merged.value(), merge);
    }

    /** The merged record itself is not told any more; whether the register has been told of it before. */
    public boolean notTold(ParticipantId merged, Instant now) {
        return list("""
                update registersync.owed_item set state = 'NOT_REQUIRED', not_required = 'MERGED', refusal_code = null, refusal_field = null,
                    register_by = null, changed_at = ?
                where participant_id = ? and kind = 'PERSON'
                returning told_at is not null as told""", row -> row.getBoolean("told"), now, merged.value()).contains(true);
    }

    public Optional<MovedItem> kindOf(ParticipantId participant, ItemKind kind, UUID subject) {
        return list(
                        "select kind, subject_id, programme_id, known_on from registersync.owed_item where participant_id = ? and kind = ? and subject_id = ?",
                        OwedItems::moved,
                        participant.value(),
                        kind.name(),
                        subject)
                .stream()
                .findFirst();
    }

    private static MovedItem moved(ResultSet row) throws SQLException {
        return new MovedItem(
                ItemKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("known_on", LocalDate.class));
    }

    /** From now on the register may have the item, whatever becomes of the answer. */
    public void told(UUID item, Instant now) {
        update("update registersync.owed_item set told_at = ? where id = ? and told_at is null", now, item);
    }

    /** Only {@code version} is settled; a change meanwhile stays on its way. */
    public void accepted(UUID item, long version, String receipt, Instant at, Instant now) {
        update("""
                update registersync.owed_item set
                    accepted_version = ?, receipt = ?, accepted_at = ?,
                    state = case when version = ? then 'ACCEPTED' else state end,
                    not_required = case when version = ? then null else not_required end,
                    refusal_code = case when version = ? then null else refusal_code end,
                    refusal_field = case when version = ? then null else refusal_field end,
                    changed_at = ?
                where id = ? and coalesce(accepted_version, 0) < ?""", version, receipt, at, version, version, version, version, now, item, version);
    }

    /** The other items of the participant that were on their way now wait behind this one. */
    public void refused(OwedItem item, String code, String field, Instant now) {
        int hit = update("""
                update registersync.owed_item set state = 'REFUSED', not_required = null, refusal_code = ?, refusal_field = ?, changed_at = ?
                where id = ? and version = ?""", code, field, now, item.id(), item.version());
        if (hit > 0) {
            update(
                    "update registersync.owed_item set state = 'NOT_SENT', changed_at = ? where participant_id = ? and state = 'PENDING'",
                    now,
                    item.participant().value());
        }
    }

    /** Nothing is owed any more; what the register had accepted stays on record. */
    public void notRequired(OwedItem item, NotRequired why, Instant now) {
        update("""
                update registersync.owed_item set state = 'NOT_REQUIRED', not_required = ?, refusal_code = null, refusal_field = null,
                    register_by = null, changed_at = ?
                where id = ? and version = ?""", why.name(), now, item.id(), item.version());
    }

    /** The register holds a version we have no receipt for: go on above it. */
    public void heldAbove(UUID item, long heldVersion, Instant now) {
        update("""
                update registersync.owed_item set held_version = ?, version = ? + 1, message_key = ?, changed_at = ?
                where id = ? and held_version < ? and version <= ?""", heldVersion, heldVersion, Uuid7.next(), now, item, heldVersion, heldVersion);
    }

    /** The information is older than we thought; only while the register has never accepted the item. */
    public void knownEarlier(UUID item, Deadline deadline) {
        update("""
                update registersync.owed_item set known_on = ?, register_by = ?, deadline = cast(? as jsonb)
                where id = ? and accepted_version is null and (known_on > ? or register_by is null)""", deadline.knownOn(), deadline.registerBy(), deadline.evaluation(), item, deadline.knownOn());
    }

    public List<Line> lines(ParticipantId participant) {
        return list(LINE + "where participant_id = ? order by id", OwedItems::line, participant.value());
    }

    public List<Line> refusedLines(int limit) {
        return list(LINE + "where state = 'REFUSED' order by register_by, id limit ?", OwedItems::line, limit);
    }

    public List<Line> waitingLines(int limit) {
        return list(
                LINE + "where state in ('NOT_SENT', 'PENDING') order by register_by, id limit ?",
                OwedItems::line,
                limit);
    }

    /** Number of items by state; a state without items is left out. */
    public List<Count> counts() {
        return list(
                "select state, count(*)::int as many from registersync.owed_item group by state",
                row -> new Count(ItemState.valueOf(row.getString("state")), row.getInt("many")));
    }

    public record Count(ItemState state, int many) {}

    private static OwedItem owed(ResultSet row) throws SQLException {
        return new OwedItem(
                row.getObject("id", UUID.class),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                ItemKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getLong("version"),
                row.getObject("message_key", UUID.class),
                ItemState.valueOf(row.getString("state")),
                row.getBoolean("told"),
                row.getLong("accepted_version"));
    }

    private static Line line(ResultSet row) throws SQLException {
        var notRequired = row.getString("not_required");
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("participant_id", UUID.class),
                ItemKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                ItemState.valueOf(row.getString("state")),
                notRequired == null ? null : NotRequired.valueOf(notRequired),
                row.getObject("known_on", LocalDate.class),
                row.getObject("register_by", LocalDate.class),
                instant(row, "accepted_at"),
                row.getString("receipt"),
                row.getString("refusal_code"),
                row.getString("refusal_field"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reader<T> reader, Object... values) {
        try (var connection = app.getConnection();
                var statement = prepare(connection, sql, values);
                var found = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (found.next()) {
                rows.add(reader.read(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("owed items could not be read: " + e.getSQLState(), e);
        }
    }

    private int update(String sql, Object... values) {
        try (var connection = app.getConnection();
                var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("owed items could not be written: " + e.getSQLState(), e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
        }
        return statement;
    }
}
