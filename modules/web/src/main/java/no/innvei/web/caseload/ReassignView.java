package no.innvei.web.caseload;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.api.Reassignments;
import no.innvei.participant.api.Reassignments.Outcome;
import no.innvei.participant.api.Reassignments.Plan;
import no.innvei.participant.api.Reassignments.Receiver;
import no.innvei.participant.api.Reassignments.State;
import no.innvei.participant.api.Reassignments.View;
import no.innvei.platform.CurrentScope;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.page.UuidConverter;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;
import no.innvei.web.worklist.Selection;

/** Gives the participants ticked in the list to other people: who, from when, a look at each line, then all at once. */
@Named("reassignView")
@RequestScoped
public class ReassignView {

    private static final String BUNDLE = "caseload";
    private static final String ADDRESS = "/deltakere/fordel";
    private static final int LINES_A_PAGE = 100;

    @Inject
    private Reassignments reassignments;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentScope scope;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    private UUID id;
    private AssignedPart part = AssignedPart.ADVISER;
    private String holder;
    private String another;
    private LocalDate from;
    private View view;
    private List<Choice> holders;
    private int page;

    /** A line of the preview or the receipt. */
    public record Line(String name, String address, String before, String to, String outcome, String color) {}

    /** A number of the receipt. */
    public record Sum(String label, long count) {}

    /** Which one is read from the address before anything else, so that the buttons of the page exist when one of them is pressed. */
    @PostConstruct
    void readAddress() {
        var faces = FacesContext.getCurrentInstance();
        var parameters = faces.getExternalContext().getRequestParameterMap();
        id = new UuidConverter().getAsObject(faces, null, parameters.get("id"));
        var side = parameters.getOrDefault("side", "1");
        page = side.matches("[1-9]\\d?") ? Integer.parseInt(side) : 1;
    }

    public String open() {
        if (!scope.holds(ParticipantPermissions.REASSIGN)) {
            return messages.notFound();
        }
        from = LocalDate.now(clock);
        return id != null && !read() ? messages.notFound() : null;
    }

    private boolean read() {
        if (view == null && id != null) {
            view = reassignments.find(id).orElse(null);
        }
        return view != null;
    }

    public String preview() {
        if (!reassignments.possibleFrom(from)) {
            return messages.stayAt("from", BUNDLE, "problem.DAY_OUT_OF_RANGE");
        }
        var people = Selection.of(request).people();
        if (people.isEmpty()) {
            return messages.stay(BUNDLE, "reassign.nobodyChosen");
        }
        var receivers = Stream.of(holder, another)
                .map(Holder::of)
                .flatMap(Optional::stream)
                .distinct()
                .map(each -> new Receiver(each.user(), each.office()))
                .toList();
        var made = reassignments.preview(new Plan(people, part, receivers, from));
        return messages.redirect(ADDRESS + "/" + made.id());
    }

    public String confirm() {
        var done = reassignments.confirm(id);
        Selection.forget(request);
        return done.isEmpty() ? messages.notFound() : messages.redirect(ADDRESS + "/" + id);
    }

    public String undo() {
        return reassignments.undo(id).isEmpty() ? messages.notFound() : messages.redirect(ADDRESS + "/" + id);
    }

    public int getChosen() {
        return Selection.of(request).size();
    }

    public boolean isPreviewing() {
        return read() && view.state() == State.PREVIEW;
    }

    public boolean isPossible() {
        return isPreviewing() && view.count(Outcome.PLANNED) > 0;
    }

    public boolean isUndoable() {
        return read() && view.state() == State.DONE && view.count(Outcome.DONE) > 0;
    }

    public String getHeading() {
        return read() ? Texts.of(BUNDLE).get("reassign.state." + view.state()) : null;
    }

    public String getWhat() {
        if (!read()) {
            return null;
        }
        return Texts.of(BUNDLE)
                .get("reassign.what", Texts.of(BUNDLE).get("part." + view.part()), NorwegianFormat.date(view.from()));
    }

    public List<Sum> getSums() {
        if (!read()) {
            return List.of();
        }
        return Arrays.stream(Outcome.values())
                .filter(outcome -> view.count(outcome) > 0)
                .map(outcome -> new Sum(Texts.of(BUNDLE).get("reassign.outcome." + outcome), view.count(outcome)))
                .toList();
    }

    /** One page of the lines; those that are skipped or kept stand first. */
    public List<Line> getLines() {
        if (!read()) {
            return List.of();
        }
        var texts = Texts.of(BUNDLE);
        var shown = view.lines().stream()
                .sorted(Comparator.comparing(line -> line.reason() == null))
                .skip((page - 1L) * LINES_A_PAGE)
                .limit(LINES_A_PAGE)
                .toList();
        var users = new HashSet<UUID>();
        shown.forEach(line -> {
            users.add(line.before());
            users.add(line.to());
        });
        users.removeIf(Objects::isNull);
        var names = colleagues.names(users);
        return shown.stream()
                .map(line -> new Line(
                        line.name(),
                        "/deltakere/" + line.participant().value(),
                        name(line.before(), names, texts),
                        name(line.to(), names, texts),
                        line.reason() == null
                                ? texts.get("reassign.outcome." + line.outcome())
                                : texts.get("reassign.reason." + line.reason()),
                        line.reason() == null ? "success" : "warning"))
                .toList();
    }

    public String getPrevious() {
        return page > 1 ? address(page - 1) : null;
    }

    public String getNext() {
        return read() && view.lines().size() > page * LINES_A_PAGE ? address(page + 1) : null;
    }

    private String address(int other) {
        return request.getContextPath() + ADDRESS + "/" + id + "?side=" + other;
    }

    private static String name(UUID user, Map<UUID, String> names, Texts texts) {
        return user == null ? texts.get("nobody.choice") : names.getOrDefault(user, texts.get("unknownUser"));
    }

    public List<Choice> getParts() {
        return Arrays.stream(AssignedPart.values())
                .map(each -> new Choice(
                        each,
                        Texts.of(BUNDLE).get("part." + each),
                        Texts.of(BUNDLE).get("part.help." + each)))
                .toList();
    }

    public List<Choice> getHolders() {
        if (holders == null) {
            holders = new ArrayList<>();
            holders.add(Choice.of(Holder.NOBODY, Texts.of(BUNDLE).get("nobody.choice")));
            holders.addAll(getOthers());
        }
        return holders;
    }

    /** Without the choice of nobody. */
    public List<Choice> getOthers() {
        return scope.holds(ParticipantPermissions.REASSIGN)
                ? Holder.choices(colleagues.advisers(LocalDate.now(clock)))
                : List.of();
    }

    public AssignedPart getPart() {
        return part;
    }

    public void setPart(AssignedPart part) {
        this.part = part;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public String getAnother() {
        return another;
    }

    public void setAnother(String another) {
        this.another = another;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
