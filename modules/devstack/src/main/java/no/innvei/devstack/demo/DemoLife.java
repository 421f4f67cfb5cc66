package no.innvei.devstack.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import no.innvei.devstack.demo.DemoApi.Answer;
import no.innvei.devstack.demo.DemoCase.Education;
import no.innvei.devstack.demo.DemoCase.Papers;

/** Lets one case happen, step by step, as an adviser would record it. What the application refuses stops the case there. */
final class DemoLife {

    private static final String GOAL_REASON =
            "Valgt sammen med deltakeren etter kompetansekartlegging og karriereveiledning.";
    private static final String REASONS =
            "Vurdert etter opplysningene i saken. Deltakeren er orientert om retten til å klage.";
    private static final String ELEMENT_REASON = "Styrker tilknytningen til arbeidslivet og støtter norskmålet.";
    private static final int HOUR = 60;
    private static final int LEFT_OPEN_DAYS = 130;

    private final DemoApi api;
    private final DemoCase demo;
    private final LocalDate today;
    private final Random random;

    private UUID participant;
    private String programme;
    private String version;
    private LocalDate lastDay;
    private String goal;
    private boolean refused;

    DemoLife(DemoApi api, DemoCase demo, LocalDate today) {
        this.api = api;
        this.demo = demo;
        this.today = today;
        this.random = new Random(DemoCases.SEED + demo.tenant().hashCode() * 31L + demo.number());
    }

    /**
     * @param participant the id, also where a later step was refused
     * @param refusal the step and the kind of problem that stopped the case; {@code null} when everything was recorded
     */
    record Result(UUID participant, String refusal) {}

    Result happen() {
        var registered = api.post("participants", demo.key("person"), person());
        if (!registered.ok()) {
            return new Result(null, "person: " + said(registered));
        }
        participant = registered.created();
        return new Result(participant, course());
    }

    /** {@code null} when everything was recorded. */
    private String course() {
        var course = demo.course();
        if (course.offerOn() == null) {
            return null;
        }
        var offer = json();
        put(offer, "claimedOn", course.claimedOn());
        put(offer, "offerOn", course.offerOn());
        var offered = api.post("participants/" + participant + "/programmes", demo.key("offer"), offer);
        if (!offered.ok()) {
            return "offer: " + said(offered);
        }
        programme = "programmes/" + offered.created();
        version = offered.version();
        if (course.decidedOn() == null) {
            return null;
        }
        refused = course.refused();
        var decided = refused ? refuse(course.decidedOn()) : award(course.decidedOn());
        if (!decided.ok()) {
            return decided.problem().equals("rule-facts-missing") ? null : "decision: " + said(decided);
        }
        version = decided.version();
        if (refused) {
            return null;
        }
        if (course.startOn() != null) {
            var start = json();
            put(start, "startedOn", course.startOn());
            var started = api.post(programme + "/start", demo.key("start"), version, start);
            if (!started.ok()) {
                return "start: " + said(started);
            }
            version = started.version();
        }
        readProgramme();
        var plan = plan();
        return plan != null ? plan : ending();
    }

    /** What the law does not allow is refused, and that is where the case ends. */
    private Answer refuse(LocalDate decidedOn) {
        var decision = json().put("decision", "REFUSED").put("reasons", REASONS);
        put(decision, "decidedOn", decidedOn);
        return api.post(programme + "/decision", demo.key("decision"), version, decision);
    }

    /** Asks for the goal that suits her schooling, and takes another one where the rules do not allow it. */
    private Answer award(LocalDate decidedOn) {
        var planned = demo.course().startOn() == null
                ? decidedOn.plusDays(10)
                : demo.course().startOn();
        var decision = json().put("decision", "AWARDED")
                .put("finalGoal", wantedGoal())
                .put("goalReason", GOAL_REASON)
                .put("reasons", REASONS);
        put(decision, "decidedOn", decidedOn);
        put(decision, "plannedStartOn", planned);
        var answer = api.post(programme + "/decision", demo.key("decision"), version, decision);
        if (answer.problem().equals("goal-not-allowed")) {
            var allowed = List.of(answer.body().path("allowed").asText().split(", "));
            decision.put("finalGoal", allowed.get(random.nextInt(allowed.size())));
            answer = api.post(programme + "/decision", demo.key("decision"), version, decision);
        }
        if (answer.problem().equals("outside-target-group")) {
            refused = true;
            return refuse(decidedOn);
        }
        return answer;
    }

    private String wantedGoal() {
        int ticket = random.nextInt(100);
        var goals = switch (demo.education()) {
            case HIGHER_EDUCATION -> List.of("WORK", "WORK", "EDUCATION_ABOVE_UPPER_SECONDARY");
            case UPPER_SECONDARY ->
                List.of("WORK", "WORK", "VOCATIONAL_REQUALIFICATION", "EDUCATION_ABOVE_UPPER_SECONDARY");
            case PRIMARY_COMPLETED ->
                List.of("COMPLETE_UPPER_SECONDARY", "COMPLETE_TRADE_CERTIFICATE", "PARTS_OF_UPPER_SECONDARY", "WORK");
            case PRIMARY_NOT_COMPLETED -> List.of("WORK", "PARTS_OF_UPPER_SECONDARY");
        };
        return goals.get(ticket % goals.size());
    }

    private void readProgramme() {
        var read = api.get(programme);
        version = read.version();
        goal = read.body().path("finalGoal").asText("WORK");
        var last = read.body().path("lastDay").asText("");
        lastDay = last.isEmpty() || last.equals("null") ? null : LocalDate.parse(last);
    }

    private String plan() {
        int versions = lastDay == null || demo.course().startOn() == null ? 0 : demo.plan();
        String draft = "\"0\"";
        for (int number = 1; number <= versions; number++) {
            var saved = api.put(programme + "/plan", draft, content(number));
            if (!saved.ok()) {
                return "plan: " + said(saved);
            }
            var approved = api.post(programme + "/plan/approval", demo.key("plan-" + number), saved.version(), null);
            if (!approved.ok()) {
                return "approval: " + said(approved);
            }
        }
        if (demo.draft() && lastDay != null) {
            var saved = api.put(programme + "/plan", draft, content(versions + 1));
            if (!saved.ok()) {
                return "draft: " + said(saved);
            }
        }
        if (versions > 0) {
            readProgramme();
        }
        return null;
    }

    private ObjectNode content(int number) {
        var from = demo.course().startOn() == null
                ? demo.course().decidedOn()
                : demo.course().startOn();
        var to = lastDay.isBefore(from) ? from : lastDay;
        var content = json().put("finalGoal", goal)
                .put("goalReason", GOAL_REASON)
                .put("longTermGoal", longTermGoal())
                .put("substantialSelfStudy", false);
        var level = demo.education() == Education.PRIMARY_NOT_COMPLETED
                ? "A2"
                : demo.education() == Education.HIGHER_EDUCATION ? "B2" : "B1";
        content.putObject("norwegianGoal")
                .put("listening", level)
                .put("reading", level)
                .put("writing", level)
                .put("oral", level);
        var elements = content.putArray("elements");
        var half = earlier(from.plusMonths(3), to);
        elements.add(element("NORWEGIAN", "Voksenopplæringen", from, to, 15 + 3 * random.nextInt(2), false));
        elements.add(element("SOCIAL_STUDIES", "Voksenopplæringen", from, half, 4, false));
        elements.add(element("LIFE_SKILLS_CAREER_COMPETENCE", "Flyktningtjenesten", from, half, 3, false));
        if (!demo.person().childrenBornOn().isEmpty()) {
            elements.add(element("PARENT_GUIDANCE", "Familiesenteret", from, half, 2, false));
        }
        switch (goal) {
            case "WORK" ->
                elements.add(element(
                        number > 1 ? "PART_TIME_WORK" : "WORK_PLACEMENT", "Lokal arbeidsgiver", from, to, 15, true));
            case "EDUCATION_ABOVE_UPPER_SECONDARY" ->
                elements.add(element(
                        "FOREIGN_EDUCATION_RECOGNITION",
                        "Direktoratet for høyere utdanning og kompetanse",
                        from,
                        half,
                        5,
                        false));
            case "VOCATIONAL_REQUALIFICATION" ->
                elements.add(element("VOCATIONAL_REQUALIFICATION", "Videregående skole", from, to, 15, false));
            case "COMPLETE_PRIMARY", "PARTS_OF_PRIMARY" ->
                elements.add(element("PREPARATORY_ADULT_EDUCATION", "Voksenopplæringen", from, to, 15, false));
            default -> elements.add(element("UPPER_SECONDARY", "Videregående skole", from, to, 15, false));
        }
        return content;
    }

    private String longTermGoal() {
        var goals = List.of(
                "Fast arbeid innen helse og omsorg.",
                "Arbeide som kokk.",
                "Bli elektriker.",
                "Arbeide i barnehage.",
                "Bruke utdanningen fra hjemlandet i Norge.",
                "Starte egen bedrift.",
                "Arbeide innen bygg og anlegg.",
                "Bli sykepleier.");
        return goals.get(random.nextInt(goals.size()));
    }

    private static ObjectNode element(
            String kind, String provider, LocalDate from, LocalDate to, int hours, boolean workOriented) {
        var element = json().put("kind", kind)
                .put("provider", provider)
                .put("minutesPerWeek", hours * HOUR)
                .put("workOriented", workOriented)
                .put("reason", ELEMENT_REASON);
        put(element, "from", from);
        put(element, "to", to);
        return element;
    }

    /** Ended early, or ran out: then somebody recorded why, except where that was left open lately. */
    private String ending() {
        var course = demo.course();
        boolean ranOut = course.startOn() != null && lastDay != null && lastDay.isBefore(today);
        boolean leftOpen = course.leftOpen() && lastDay != null && lastDay.isAfter(today.minusDays(LEFT_OPEN_DAYS));
        if (course.endedOn() == null && (!ranOut || leftOpen)) {
            return null;
        }
        var endedOn = course.endedOn() == null
                ? lastDay
                : lastDay == null ? course.endedOn() : earlier(course.endedOn(), lastDay);
        var ending = json().put("reason", course.endingReason() == null ? "WORK_FULL_TIME" : course.endingReason());
        put(ending, "endedOn", endedOn);
        var ended = api.post(programme + "/ending", demo.key("ending"), version, ending);
        return ended.ok() ? null : "ending: " + said(ended);
    }

    private ObjectNode person() {
        var person = demo.person();
        var body = json().put("givenNames", demo.givenNames()).put("familyName", demo.familyName());
        put(body, "bornOn", person.bornOn());
        var identifiers = body.putArray("identifiers");
        if (demo.papers() != Papers.NO_NUMBER) {
            identifiers.addObject().put("kind", "DUF_NUMBER").put("value", person.dufNumber());
        }
        switch (demo.papers()) {
            case NATIONAL_ID, NO_PERMIT_DATE ->
                identifiers.addObject().put("kind", "NATIONAL_ID").put("value", person.nationalId());
            case D_NUMBER -> identifiers.addObject().put("kind", "D_NUMBER").put("value", person.dNumber());
            case DUF_ONLY, NO_NUMBER -> {
                // nothing more is known
            }
        }
        body.put("citizenship", person.country().code());
        body.put("permitBasis", demo.permit().basis());
        put(body, "permitGrantedOn", demo.permit().grantedOn());
        body.put("followsFamilyPermit", demo.permit().followsFamily());
        put(body, "settledOn", demo.settledOn());
        body.put("settledByAgreement", demo.byAgreement());
        body.put("education", demo.education().name());
        body.put("motherTongue", person.country().motherTongue());
        if (demo.interpreter()) {
            body.put("interpretingLanguage", person.country().motherTongue());
        }
        var children = body.putArray("childrenBornOn");
        person.childrenBornOn().forEach(born -> children.add(born.toString()));
        return body;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static ObjectNode json() {
        return DemoApi.JSON.createObjectNode();
    }

    private static void put(ObjectNode object, String name, LocalDate date) {
        if (date != null) {
            object.put(name, date.toString());
        }
    }

    /** Kind of problem, and the codes in it; never the person's data. */
    private static String said(Answer answer) {
        var fields = answer.body().path("detail").asText("");
        return answer.status() + " " + answer.problem() + (fields.isEmpty() ? "" : " " + fields);
    }
}
