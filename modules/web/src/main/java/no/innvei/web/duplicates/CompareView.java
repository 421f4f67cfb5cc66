package no.innvei.web.duplicates;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.Duplicates;
import no.innvei.participant.api.Duplicates.DuplicateOutcome;
import no.innvei.participant.api.Duplicates.Pair;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.Merges.Choice;
import no.innvei.participant.api.Merges.Comparison;
import no.innvei.participant.api.Merges.Difference;
import no.innvei.participant.api.Merges.MergeCommand;
import no.innvei.participant.api.Merges.MergeOutcome;
import no.innvei.participant.api.Merges.Obstacle;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;
import no.innvei.web.page.UuidConverter;
import no.innvei.web.participant.FactWords;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** Two records side by side: what is current is chosen for each fact, and a leader makes them one. */
@Named("compareView")
@RequestScoped
public class CompareView {

    private static final String SWAPPED = "bytt";

    @Inject
    private Duplicates duplicates;

    @Inject
    private Merges merges;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private Pair pair;
    private boolean swapped;
    private Comparison comparison;
    private Map<String, String> typed = Map.of();

    /** One thing that is known. */
    public record Known(String value, String since) {}

    /** What can be chosen for a fact. */
    public record Option(String value, String label, boolean chosen) {}

    public record Row(String key, String label, List<Known> surviving, List<Known> merged, List<Option> options) {

        public String getId() {
            return "valg-" + key.replace('.', '-');
        }
    }

    /** @param address where it can be put right; {@code null} when nowhere */
    public record Hindrance(String text, String address) {}

    @PostConstruct
    void readAddress() {
        var faces = FacesContext.getCurrentInstance();
        typed = faces.getExternalContext().getRequestParameterMap();
        var id = new UuidConverter().getAsObject(faces, null, typed.get("id"));
        if (id == null || !scope.holds(ParticipantPermissions.DUPLICATES)) {
            return;
        }
        swapped = "ja".equals(typed.get(SWAPPED));
        pair = duplicates.find(id).orElse(null);
        if (pair != null) {
            comparison = merges.compare(surviving(), merged()).orElse(null);
        }
    }

    /** What was registered first stays, unless the reader turns it round. */
    private ParticipantId surviving() {
        return swapped ? pair.other().id() : pair.one().id();
    }

    private ParticipantId merged() {
        return swapped ? pair.one().id() : pair.other().id();
    }

    public String open() {
        return comparison == null ? messages.notFound() : null;
    }

    public boolean isFound() {
        return comparison != null;
    }

    public boolean isMerging() {
        return isFound()
                && scope.holds(ParticipantPermissions.MERGE)
                && comparison.obstacles().isEmpty();
    }

    public boolean isProposable() {
        return isFound() && !scope.holds(ParticipantPermissions.MERGE) && !pair.proposed();
    }

    public boolean isProposed() {
        return isFound() && pair.proposed();
    }

    public String getReasons() {
        return DuplicateWords.reasons(pair.reasons());
    }

    public String getSwapped() {
        return swapped ? "ja" : "nei";
    }

    public String getSwapAddress() {
        return DuplicatesView.ADDRESS + "/" + pair.id() + (swapped ? "" : "?" + SWAPPED + "=ja");
    }

    public String getSurvivingName() {
        return comparison.surviving().name();
    }

    public String getMergedName() {
        return comparison.merged().name();
    }

    public String getSurvivingAddress() {
        return "/deltakere/" + comparison.surviving().id().value();
    }

    public String getMergedAddress() {
        return "/deltakere/" + comparison.merged().id().value();
    }

    public long getSurvivingVersion() {
        return comparison.surviving().version();
    }

    public long getMergedVersion() {
        return comparison.merged().version();
    }

    public List<Hindrance> getHindrances() {
        return comparison.obstacles().stream()
                .map(each -> new Hindrance(DuplicateWords.obstacle(each), address(each)))
                .toList();
    }

    private static String address(Obstacle obstacle) {
        if (obstacle.about() == null) {
            return null;
        }
        var page = "/deltakere/" + obstacle.about().value();
        return obstacle.code() == Obstacle.Code.BOTH_HAVE_OPEN_PROGRAMME ? page + "/program" : page + "/opplysninger";
    }

    /** Where the reader must choose. */
    public List<Row> getChoices() {
        return comparison.differences().stream()
                .filter(each -> !each.choices().isEmpty())
                .map(this::row)
                .toList();
    }

    /** What only one of them says, or both. */
    public List<Row> getOthers() {
        return comparison.differences().stream()
                .filter(each -> each.choices().isEmpty())
                .map(this::row)
                .toList();
    }

    private Row row(Difference difference) {
        return new Row(
                difference.key(),
                label(difference),
                known(difference.surviving(), difference.survivingNumbers()),
                known(difference.merged(), difference.mergedNumbers()),
                difference.choices().stream()
                        .map(choice -> new Option(
                                choice.name(),
                                DuplicateWords.text("choice." + choice),
                                choice.name()
                                        .equals(typed.getOrDefault(
                                                name(difference),
                                                difference.suggested().name()))))
                        .toList());
    }

    private static String name(Difference difference) {
        return "valg-" + difference.key();
    }

    private static String label(Difference difference) {
        if (difference.number() != null) {
            return Texts.of("participant").get("number." + difference.number());
        }
        return difference.key().contains(".")
                ? Texts.of("participant")
                        .get("channel."
                                + difference.key().substring(difference.key().indexOf('.') + 1))
                : FactWords.kind(difference.kind());
    }

    private static List<Known> known(List<DatedFact> facts, List<HeldIdentifier> numbers) {
        return Stream.concat(
                        facts.stream()
                                .map(row -> new Known(
                                        FactWords.value(row.fact()),
                                        joined(FactWords.period(row.from(), row.to()), FactWords.knowledge(row)))),
                        numbers.stream()
                                .map(number -> new Known(
                                        number.identifier().masked(),
                                        joined(
                                                number.current() ? "" : DuplicateWords.text("number.ended"),
                                                Texts.of("participant")
                                                        .get(
                                                                "facts.recorded",
                                                                NorwegianFormat.dayOf(number.recordedAt()))))))
                .toList();
    }

    private static String joined(String one, String other) {
        return one.isEmpty() ? other : one + " · " + other;
    }

    public String merge() {
        var choices = new HashMap<String, Choice>();
        for (var difference : comparison.differences()) {
            var said = typed.get(name(difference));
            difference.choices().stream()
                    .filter(choice -> choice.name().equals(said))
                    .forEach(choice -> choices.put(difference.key(), choice));
        }
        var outcome = merges.merge(new MergeCommand(
                surviving(), version("versjon-beholdes"), merged(), version("versjon-andre"), choices));
        return switch (outcome) {
            case MergeOutcome.Done done ->
                messages.done(DuplicateWords.BUNDLE, "done.merged")
                        .redirect("/deltakere/" + done.surviving().value());
            case MergeOutcome.Refused refused -> {
                refused.obstacles().forEach(each -> messages.stay(DuplicateWords.BUNDLE, "obstacle." + each.code()));
                yield null;
            }
            case MergeOutcome.ChangedMeanwhile c -> messages.stay(DuplicateWords.BUNDLE, "problem.changed");
            case MergeOutcome.Invalid i -> messages.stay(DuplicateWords.BUNDLE, "problem.changed");
            case MergeOutcome.NotFound n -> messages.notFound();
        };
    }

    private long version(String name) {
        try {
            return Long.parseLong(typed.getOrDefault(name, "-1"));
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    public String dismiss() {
        return told(duplicates.dismiss(pair.one().id(), pair.other().id()), "done.dismissed");
    }

    public String propose() {
        return told(duplicates.propose(pair.id()), "done.proposed");
    }

    private String told(DuplicateOutcome outcome, String receipt) {
        return switch (outcome) {
            case DuplicateOutcome.Recorded r ->
                messages.done(DuplicateWords.BUNDLE, receipt).redirect(DuplicatesView.ADDRESS);
            case DuplicateOutcome.NotFound n -> messages.notFound();
        };
    }
}
