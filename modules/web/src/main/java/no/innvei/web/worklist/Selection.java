package no.innvei.web.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/** The participants the user has ticked in the list, over all its pages: ids only. Lives in the HTTP session and ends with it. */
public final class Selection implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "innvei.selection";

    /** As many as a list gives at once. */
    static final int MOST = 5_000;

    private final LinkedHashSet<UUID> people;

    private Selection(Collection<UUID> people) {
        this.people = new LinkedHashSet<>(people);
    }

    public static Selection of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Selection kept
                ? new Selection(kept.people)
                : new Selection(List.of());
    }

    boolean holds(ParticipantId participant) {
        return people.contains(participant.value());
    }

    public int size() {
        return people.size();
    }

    public List<ParticipantId> people() {
        return people.stream().map(ParticipantId::new).toList();
    }

    /** What the boxes of one page say: those ticked are in, the others of the page are out. */
    Selection page(Set<UUID> shown, Set<UUID> ticked) {
        var changed = new Selection(people);
        changed.people.removeAll(shown);
        changed.people.addAll(ticked);
        return changed.limited();
    }

    static Selection of(Collection<ParticipantId> everyone) {
        return new Selection(everyone.stream().map(ParticipantId::value).toList()).limited();
    }

    private Selection limited() {
        while (people.size() > MOST) {
            people.removeLast();
        }
        return this;
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** Nobody is ticked any longer. */
    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    @Override
    public String toString() {
        return people.size() + " people";
    }
}
