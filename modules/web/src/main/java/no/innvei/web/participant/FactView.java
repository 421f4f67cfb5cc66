package no.innvei.web.participant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactOutcome;
import no.innvei.participant.api.FactReason;
import no.innvei.participant.api.LifeFacts;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.page.UuidConverter;
import no.innvei.web.text.Texts;

/**
 * {@code /deltakere/{id}/opplysninger/endre}: one fact, in one of four ways. What is asked for stands in the address as codes: {@code slag} the kind,
 * {@code linje} which child or job, {@code rad} the row, {@code hva} the way.
 */
@Named("factView")
@RequestScoped
public class FactView {

    /** What the user wants to say. */
    public enum Way {
        /** something new is true */
        NYTT,
        /** what is written is wrong */
        RETT,
        /** it is not true any longer */
        SLUTT,
        /** it was never true */
        FJERN
    }

    /** A way to another form of the same fact. */
    public record Tab(String address, String text, boolean current) {}

    @Inject
    private LifeFacts facts;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private final FactFields fields = new FactFields();
    private UUID id;
    private FactKind kind;
    private String line;
    private DatedFact row;
    private Way way;
    private Long version;
    private Long seen;
    private boolean changed;
    private LocalDate from;
    private LocalDate to;
    private LocalDate lastDay;
    private FactReason reason;
    private List<DatedFact> rows = List.of();

    /** Which form is read from the request before anything else, so that the fields of it exist when it is sent. */
    @PostConstruct
    void readAddress() {
        var faces = FacesContext.getCurrentInstance();
        var parameters = faces.getExternalContext().getRequestParameterMap();
        id = new UuidConverter().getAsObject(faces, null, parameters.get("id"));
        kind = code(FactKind.class, parameters.get("slag"));
        line = parameters.get("linje") == null ? "" : parameters.get("linje");
        if (id == null || kind == null || !scope.holds(ParticipantPermissions.EDIT)) {
            return;
        }
        facts.history(new ParticipantId(id)).ifPresent(history -> {
            version = history.version();
            rows = history.facts().stream()
                    .filter(known -> known.kind() == kind && known.line().equals(line))
                    .toList();
            var wanted = parameters.get("rad");
            row = known().stream()
                    .filter(known -> known.row().toString().equals(wanted))
                    .findFirst()
                    .orElse(known().isEmpty() ? null : known().getFirst());
            way = code(Way.class, parameters.get("hva"));
            if (way == null || !ways().contains(way)) {
                way = ways().getFirst();
            }
            if (!faces.isPostback()) {
                show();
            }
        });
    }

    private static <E extends Enum<E>> E code(Class<E> type, String written) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(written))
                .findFirst()
                .orElse(null);
    }

    /** Rows that are known now, the newest first. */
    private List<DatedFact> known() {
        return rows.stream()
                .filter(DatedFact::known)
                .sorted(Comparator.comparing(
                                DatedFact::from, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                        .reversed())
                .toList();
    }

    private List<Way> ways() {
        var ways = new ArrayList<Way>();
        if (row == null || !kind.once()) {
            ways.add(Way.NYTT);
        }
        if (row != null) {
            ways.add(Way.RETT);
            if (!kind.once() && !kind.required() && row.open()) {
                ways.add(Way.SLUTT);
            }
            if (!kind.required()) {
                ways.add(Way.FJERN);
            }
        }
        return ways;
    }

    private void show() {
        if (row != null) {
            fields.show(row.fact());
            if (way == Way.RETT) {
                from = row.from();
                to = row.to();
            }
        }
    }

    public String open() {
        return version == null ? messages.notFound() : null;
    }

    public String save() {
        if (version == null) {
            return messages.notFound();
        }
        long expected = seen == null ? version : seen;
        var participant = new ParticipantId(id);
        FactCommand command;
        if (way == Way.NYTT || way == Way.RETT) {
            var typed = fields.fact(kind, row == null ? null : row.fact(), facts);
            if (typed.isEmpty()) {
                return messages.stayAt("partnerNumber", Registration.BUNDLE, "problem.partner.NOT_A_PARTICIPANT");
            }
            command = way == Way.NYTT
                    ? new FactCommand.Change(line.isEmpty() ? null : line, typed.get(), from, reason)
                    : new FactCommand.Correct(rowId(), typed.get(), from, to, reason);
        } else {
            command = way == Way.SLUTT
                    ? new FactCommand.End(rowId(), lastDay, reason)
                    : new FactCommand.Withdraw(rowId(), reason);
        }
        return switch (facts.record(participant, expected, command)) {
            case FactOutcome.Recorded recorded ->
                messages.done(Registration.BUNDLE, recorded.changed() ? "fact.saved" : "fact.unchanged")
                        .redirect(getBack());
            case FactOutcome.Invalid invalid -> invalid(invalid);
            case FactOutcome.ChangedMeanwhile c -> {
                changed = true;
                yield messages.stay(Registration.BUNDLE, "fact.changed");
            }
            case FactOutcome.NotFound n -> messages.notFound();
        };
    }

    private UUID rowId() {
        return row == null ? new UUID(0, 0) : row.row();
    }

    private String invalid(FactOutcome.Invalid invalid) {
        invalid.problems().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(problem -> {
                    var key = Registration.key(problem.getKey(), problem.getValue());
                    var field = way == Way.RETT && problem.getKey().equals("from")
                            ? "rightFrom"
                            : FactFields.field(kind, problem.getKey());
                    if (field == null) {
                        messages.stay(Registration.BUNDLE, key);
                    } else {
                        messages.stayAt(field, Registration.BUNDLE, key);
                    }
                });
        return null;
    }

    public boolean isFound() {
        return version != null;
    }

    /** The version the form was made from; after somebody else's change the one that is shown now, so that the next save is a new decision. */
    public Long getVersion() {
        return changed || seen == null ? version : seen;
    }

    public void setVersion(Long version) {
        this.seen = version;
    }

    public String getTitle() {
        return FactWords.kind(kind);
    }

    public String getKindName() {
        return kind == null ? "" : kind.name();
    }

    public String getWayName() {
        return way == null ? "" : way.name();
    }

    public boolean isNewFact() {
        return way == Way.NYTT;
    }

    public boolean isCorrection() {
        return way == Way.RETT;
    }

    public boolean isEnding() {
        return way == Way.SLUTT;
    }

    public boolean isRemoval() {
        return way == Way.FJERN;
    }

    public boolean isValued() {
        return isNewFact() || isCorrection();
    }

    /** The days of a birth date are all days. */
    public boolean isDated() {
        return isValued() && kind != FactKind.BIRTH_DATE;
    }

    public String getIntro() {
        return Texts.of(Registration.BUNDLE).get("fact.intro." + (row == null ? "FIRST" : way.name()));
    }

    public List<Tab> getTabs() {
        if (row == null) {
            return List.of();
        }
        return ways().stream()
                .map(other -> new Tab(
                        address(row, other), Texts.of(Registration.BUNDLE).get("fact.way." + other), other == way))
                .toList();
    }

    private String address(DatedFact of, Way other) {
        return getBack() + "/endre?slag=" + kind + (line.isEmpty() ? "" : "&linje=" + line) + "&rad=" + of.row()
                + "&hva=" + other;
    }

    /** The rows that can be corrected, when there are several. */
    public List<Choice> getOthers() {
        return known().size() < 2 || isNewFact()
                ? List.of()
                : known().stream()
                        .filter(other -> other != row)
                        .map(other -> Choice.of(
                                address(other, way),
                                FactWords.value(other.fact()) + " " + FactWords.period(other.from(), other.to())))
                        .toList();
    }

    public List<FactLine.Past> getHistory() {
        return row == null ? List.of() : FactLines.past(rows, row);
    }

    public String getPresent() {
        return row == null ? null : FactWords.value(row.fact());
    }

    public String getPresentPeriod() {
        return row == null ? "" : FactWords.period(row.from(), row.to());
    }

    public List<Choice> getReasons() {
        return Arrays.stream(FactReason.values())
                .map(one -> Choice.of(one, Texts.of(Registration.BUNDLE).get("reason." + one)))
                .toList();
    }

    public String getBack() {
        return "/deltakere/" + id + "/opplysninger";
    }

    public FactFields getFields() {
        return fields;
    }

    public UUID getId() {
        return id;
    }

    public String getLine() {
        return line;
    }

    public String getRow() {
        return row == null ? "" : row.row().toString();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    public FactReason getReason() {
        return reason;
    }

    public void setReason(FactReason reason) {
        this.reason = reason;
    }
}
