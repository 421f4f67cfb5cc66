package no.innvei.participant.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.Uuid7;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Permit;
import no.innvei.participant.api.LifeFact.Settlement;
import no.innvei.participant.api.PersonFacts;

/** Everything known now about one person, and what has been written and set aside since it was read. */
public final class LifeRecord {

    private final ParticipantId participant;
    private List<DatedFact> known;
    private final List<DatedFact> written = new ArrayList<>();
    private final List<DatedFact> setAside = new ArrayList<>();

    /** @param known rows that nobody has set aside */
    public LifeRecord(ParticipantId participant, List<DatedFact> known) {
        this.participant = participant;
        this.known = List.copyOf(known);
    }

    /** The record of somebody who is registered now. */
    public static LifeRecord empty(ParticipantId participant) {
        return new LifeRecord(participant, List.of());
    }

    /**
     * The record as it was before something was written at a moment: what was written then is withdrawn, and what was set aside then is written again.
     *
     * @param all every row of the person
     */
    public static LifeRecord undone(ParticipantId participant, List<DatedFact> all, Instant moment, Stamp stamp) {
        var life = new LifeRecord(
                participant, all.stream().filter(DatedFact::known).toList());
        var after = new ArrayList<>(life.known);
        for (var row : life.known) {
            if (row.recordedAt().equals(moment)) {
                after.remove(row);
                life.setAside.add(Timeline.aside(row, DatedFact.Superseded.WITHDRAWN, stamp));
            }
        }
        for (var row : all) {
            if (moment.equals(row.supersededAt()) && !row.recordedAt().equals(moment)) {
                var again = new DatedFact(
                        Uuid7.next(),
                        row.line(),
                        row.fact(),
                        row.from(),
                        row.to(),
                        row.reason(),
                        stamp.at(),
                        row.recordedBy(),
                        null,
                        null,
                        null);
                after.add(again);
                life.written.add(again);
            }
        }
        life.known = List.copyOf(after);
        return life;
    }

    public ParticipantId participant() {
        return participant;
    }

    /** New rows; also those that were set aside again before anything was stored. */
    public List<DatedFact> written() {
        return List.copyOf(written);
    }

    /** Rows that were read and are no longer what we know. */
    public List<DatedFact> setAside() {
        return List.copyOf(setAside);
    }

    public Set<FactKind> changed() {
        var kinds = EnumSet.noneOf(FactKind.class);
        written.forEach(row -> kinds.add(row.kind()));
        setAside.forEach(row -> kinds.add(row.kind()));
        return kinds;
    }

    public List<DatedFact> known() {
        return known;
    }

    public Optional<DatedFact> find(UUID row) {
        return known.stream().filter(fact -> fact.row().equals(row)).findFirst();
    }

    /** The one without a last day: what lists and rules take as true now. */
    public <T extends LifeFact> Optional<T> present(Class<T> type) {
        return row(type).map(row -> type.cast(row.fact()));
    }

    private Optional<DatedFact> row(Class<? extends LifeFact> type) {
        return known.stream()
                .filter(row -> type.isInstance(row.fact()) && row.open())
                .findFirst();
    }

    private <T extends LifeFact, V> V present(Class<T> type, Function<T, V> part) {
        return present(type).map(part).orElse(null);
    }

    /** Does what the command says, or tells why not. */
    public Edit apply(FactCommand command, Stamp stamp) {
        return switch (command) {
            case FactCommand.Change change -> change(change, stamp);
            case FactCommand.End end ->
                end.lastDay() == null
                        ? new Edit.Refused("lastDay", FactProblem.REQUIRED)
                        : of(end.row(), line -> line.end(end.row(), end.lastDay(), stamp));
            case FactCommand.Correct correct ->
                find(correct.row())
                                .filter(row -> row.kind() != correct.fact().kind())
                                .isPresent()
                        ? new Edit.Refused("fact", FactProblem.OTHER_KIND)
                        : of(
                                correct.row(),
                                line -> line.correct(
                                        correct.row(), correct.fact(), correct.from(), correct.to(), stamp));
            case FactCommand.Withdraw withdraw -> of(withdraw.row(), line -> line.withdraw(withdraw.row(), stamp));
        };
    }

    /**
     * Sets rows aside and writes others as they stand, with their days and reasons: what another record of the same person says, or what was known before.
     *
     * @param gone what is known now
     */
    void replace(List<DatedFact> gone, DatedFact.Superseded why, List<DatedFact> come, Stamp stamp) {
        var done = new Edit.Done(
                gone.stream().map(row -> Timeline.aside(row, why, stamp)).toList(),
                come.stream().map(row -> Timeline.again(row, stamp)).toList());
        if (take(done) instanceof Edit.Refused) {
            throw new IllegalArgumentException("a person always has a name and a birth date");
        }
    }

    private Edit change(FactCommand.Change change, Stamp stamp) {
        var kind = change.fact().kind();
        if (kind.once() && known.stream().anyMatch(row -> row.kind() == kind)) {
            return new Edit.Refused("fact", FactProblem.ONLY_CORRECT);
        }
        var line = line(change);
        if (kind.repeats()
                && change.line() != null
                && kind != FactKind.CONTACT
                && known.stream()
                        .noneMatch(row -> row.kind() == kind && row.line().equals(line))) {
            return new Edit.Refused("line", FactProblem.NOTHING_THERE);
        }
        return take(timeline(kind, line).change(change.fact(), change.from(), stamp));
    }

    private static String line(FactCommand.Change change) {
        return switch (change.fact()) {
            case LifeFact.Contact contact -> contact.channel().name();
            case LifeFact.Child c -> change.line() == null ? Uuid7.next().toString() : change.line();
            case LifeFact.Employment e -> change.line() == null ? Uuid7.next().toString() : change.line();
            default -> "";
        };
    }

    private Edit of(UUID row, Function<Timeline, Edit> edit) {
        return find(row)
                .map(found -> take(edit.apply(timeline(found.kind(), found.line()))))
                .orElseGet(() -> new Edit.Refused("row", FactProblem.NOTHING_THERE));
    }

    private Timeline timeline(FactKind kind, String line) {
        return new Timeline(
                line,
                known.stream()
                        .filter(row -> row.kind() == kind && row.line().equals(line))
                        .toList());
    }

    private Edit take(Edit edit) {
        if (edit instanceof Edit.Done done && done.changed()) {
            var after = new ArrayList<>(known);
            after.removeIf(
                    row -> done.setAside().stream().anyMatch(gone -> gone.row().equals(row.row())));
            after.addAll(done.written());
            for (var kind : FactKind.values()) {
                if (kind.required() && has(known, kind) && !has(after, kind)) {
                    return new Edit.Refused("row", FactProblem.ALWAYS_ONE);
                }
            }
            known = List.copyOf(after);
            for (var gone : done.setAside()) {
                boolean unstored = written.removeIf(row -> row.row().equals(gone.row()));
                (unstored ? written : setAside).add(gone);
            }
            written.addAll(done.written());
        }
        return edit;
    }

    private static boolean has(List<DatedFact> rows, FactKind kind) {
        return rows.stream().anyMatch(row -> row.kind() == kind && row.open());
    }

    /**
     * Writes down a whole form. It has no days but those of permit and settlement, so everything else that differs corrects what was written; another
     * permit from a later day is a change. The identity numbers are not looked at.
     */
    public Optional<Edit.Refused> take(PersonFacts facts, Stamp stamp) {
        var refused = new ArrayList<Edit>();
        refused.add(permit(facts, stamp));
        refused.add(settle(facts, stamp));
        refused.add(hold(new LifeFact.Name(facts.givenNames(), facts.familyName()), stamp));
        refused.add(hold(new LifeFact.BirthDate(facts.bornOn()), stamp));
        refused.add(hold(
                LifeFact.Citizenship.class,
                facts.citizenship() == null && facts.citizenshipGroup() == null
                        ? null
                        : new LifeFact.Citizenship(facts.citizenship(), facts.citizenshipGroup()),
                stamp));
        refused.add(education(facts, stamp));
        refused.add(hold(
                LifeFact.MotherTongue.class,
                facts.motherTongue() == null ? null : new LifeFact.MotherTongue(facts.motherTongue()),
                stamp));
        refused.add(interpreting(facts.interpretingLanguage(), stamp));
        refused.add(hold(
                LifeFact.WrittenForm.class,
                facts.writtenForm() == null ? null : new LifeFact.WrittenForm(facts.writtenForm()),
                stamp));
        children(facts.childrenBornOn(), stamp);
        return refused.stream()
                .filter(Edit.Refused.class::isInstance)
                .map(Edit.Refused.class::cast)
                .findFirst();
    }

    private Edit hold(LifeFact fact, Stamp stamp) {
        return hold(fact.getClass(), fact, stamp);
    }

    /** Makes it what is known without touching its days; {@code null} = nothing is known. */
    private Edit hold(Class<? extends LifeFact> type, LifeFact fact, Stamp stamp) {
        var row = row(type);
        if (fact == null) {
            return row.map(found -> of(found.row(), line -> line.withdraw(found.row(), stamp)))
                    .orElseGet(() -> new Edit.Done(List.of(), List.of()));
        }
        return row.map(found ->
                        of(found.row(), line -> line.correct(found.row(), fact, found.from(), found.to(), stamp)))
                .orElseGet(() -> begin(fact, stamp));
    }

    private Edit begin(LifeFact fact, Stamp stamp) {
        var timeline = timeline(fact.kind(), "");
        var last = timeline.rows().isEmpty() ? null : timeline.rows().getLast().to();
        return take(timeline.change(fact, last == null ? null : last.plusDays(1), stamp));
    }

    private Edit education(PersonFacts facts, Stamp stamp) {
        var present = present(LifeFact.Education.class);
        if (facts.education() == null) {
            return hold(LifeFact.Education.class, null, stamp);
        }
        if (present.isPresent() && present.get().level() == facts.education()) {
            return new Edit.Done(List.of(), List.of());
        }
        return hold(new LifeFact.Education(facts.education(), null), stamp);
    }

    private Edit interpreting(String language, Stamp stamp) {
        if (Objects.equals(language, present(LifeFact.Interpreting.class, LifeFact.Interpreting::language))) {
            return new Edit.Done(List.of(), List.of());
        }
        return hold(LifeFact.Interpreting.class, language == null ? null : new LifeFact.Interpreting(language), stamp);
    }

    private Edit permit(PersonFacts facts, Stamp stamp) {
        var row = row(Permit.class);
        var grantedOn = facts.permitGrantedOn();
        if (facts.permitBasis() == null || row.isEmpty()) {
            return facts.permitBasis() == null
                    ? hold(Permit.class, null, stamp)
                    : named(
                            "permitGrantedOn",
                            take(timeline(FactKind.PERMIT, "")
                                    .change(
                                            new Permit(
                                                    facts.permitBasis(), facts.followsFamilyPermit(), null, null, null),
                                            grantedOn,
                                            stamp)));
        }
        var present = row.get();
        var permit = (Permit) present.fact();
        boolean sameBasis = permit.basis() == facts.permitBasis();
        var wanted = new Permit(
                facts.permitBasis(),
                facts.followsFamilyPermit(),
                sameBasis ? permit.ground() : null,
                sameBasis ? permit.renewedOn() : null,
                sameBasis ? permit.expiresOn() : null);
        boolean follows =
                !sameBasis && present.from() != null && grantedOn != null && grantedOn.isAfter(present.from());
        return named(
                "permitGrantedOn",
                follows
                        ? take(timeline(FactKind.PERMIT, "").change(wanted, grantedOn, stamp))
                        : of(present.row(), line -> line.correct(present.row(), wanted, grantedOn, null, stamp)));
    }

    private Edit settle(PersonFacts facts, Stamp stamp) {
        if (facts.settledOn() == null && !facts.settledByAgreement()) {
            return hold(Settlement.class, null, stamp);
        }
        var wanted = new Settlement(facts.settledByAgreement());
        return named(
                "settledOn",
                row(Settlement.class)
                        .map(found -> of(
                                found.row(), line -> line.correct(found.row(), wanted, facts.settledOn(), null, stamp)))
                        .orElseGet(() ->
                                take(timeline(FactKind.SETTLEMENT, "").change(wanted, facts.settledOn(), stamp))));
    }

    private static Edit named(String field, Edit edit) {
        return edit instanceof Edit.Refused refused ? new Edit.Refused(field, refused.problem()) : edit;
    }

    /** The children at home, by birth date; twins are two. */
    private void children(List<LocalDate> bornOn, Stamp stamp) {
        var remaining = new ArrayList<>(bornOn);
        var elsewhere = new ArrayList<DatedFact>();
        for (var row : List.copyOf(known)) {
            if (row.fact() instanceof Child child && row.open()) {
                if (!child.livesWith().atHome()) {
                    elsewhere.add(row);
                } else if (!remaining.remove(child.bornOn())) {
                    of(row.row(), line -> line.withdraw(row.row(), stamp));
                }
            }
        }
        for (var born : remaining) {
            var home = new Child(born, Child.LivesWith.PARTICIPANT);
            var found = elsewhere.stream()
                    .filter(row -> ((Child) row.fact()).bornOn().equals(born))
                    .findFirst();
            if (found.isPresent()) {
                var row = found.get();
                elsewhere.remove(row);
                of(row.row(), line -> line.correct(row.row(), home, row.from(), row.to(), stamp));
            } else {
                take(new Timeline(Uuid7.next().toString(), List.of()).change(home, null, stamp));
            }
        }
    }

    LocalDate permitGrantedOn() {
        return row(Permit.class).map(DatedFact::from).orElse(null);
    }

    LocalDate settledOn() {
        return row(Settlement.class).map(DatedFact::from).orElse(null);
    }

    List<LocalDate> childrenAtHome() {
        return known.stream()
                .filter(DatedFact::open)
                .map(DatedFact::fact)
                .filter(Child.class::isInstance)
                .map(Child.class::cast)
                .filter(child -> child.livesWith().atHome())
                .map(Child::bornOn)
                .sorted()
                .toList();
    }
}
