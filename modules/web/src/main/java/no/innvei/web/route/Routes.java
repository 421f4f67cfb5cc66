package no.innvei.web.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every page address (ux.md section 2). Add a line here and the view under {@code webapp}; the id reaches the view as request parameter {@code id}.
 * Views cannot be reached by their file name.
 */
public final class Routes {

    public static final String START = "/min-dag";
    public static final String LOGGED_OUT = "/utlogget";

    private static final List<Route> ALL = List.of(
            Route.of(LOGGED_OUT, "/shell/logged-out.xhtml"),
            Route.of("/min-dag", "/worklist/my-day.xhtml"),
            Route.of("/deltakere", "/worklist/participants.xhtml"),
            Route.of("/deltakere/ny", "/participant/register.xhtml"),
            Route.of("/deltakere/import", "/participant/import.xhtml"),
            Route.of("/deltakere/fordel", "/caseload/reassign.xhtml"),
            Route.of("/deltakere/fordel/{id}", "/caseload/reassignment.xhtml"),
            Route.of("/deltakere/dobbelt", "/duplicates/list.xhtml"),
            Route.of("/deltakere/dobbelt/{id}", "/duplicates/compare.xhtml"),
            Route.of("/deltakere/{id}", "/participant/page.xhtml"),
            Route.of("/deltakere/{id}/rediger", "/participant/edit.xhtml"),
            Route.of("/deltakere/{id}/oppfolging", "/caseload/followup.xhtml"),
            Route.of("/deltakere/{id}/opplysninger", "/participant/facts.xhtml"),
            Route.of("/deltakere/{id}/opplysninger/endre", "/participant/fact.xhtml"),
            Route.of("/deltakere/{id}/opplysninger/nummer", "/participant/number.xhtml"),
            Route.of("/deltakere/{id}/plan", "/introduction/plan.xhtml"),
            Route.of("/deltakere/{id}/plan/sammenlign", "/introduction/plan-comparison.xhtml"),
            Route.of("/deltakere/{id}/plan/versjoner/{n}", "/introduction/plan-version.xhtml"),
            Route.of("/deltakere/{id}/plan/godkjenn", "/introduction/plan-approval.xhtml"),
            Route.of("/deltakere/{id}/program", "/introduction/programme.xhtml"),
            Route.of("/deltakere/{id}/register", "/registersync/participant.xhtml"),
            Route.of("/deltakere/{id}/register/status", "/registersync/status.xhtml"),
            Route.of("/innstillinger", "/worklist/settings.xhtml"),
            Route.of("/register", "/registersync/overview.xhtml"),
            Route.of("/regelverk", "/rules/start.xhtml"),
            Route.of("/regelverk/alle", "/rules/all.xhtml"),
            Route.of("/regelverk/{rule}", "/rules/rule.xhtml"));

    record Found(Route route, Map<String, String> parameters) {}

    static Optional<Found> find(String path) {
        return ALL.stream()
                .flatMap(route -> route.match(path).map(parameters -> new Found(route, parameters)).stream())
                .findFirst();
    }

    /** The address of a view without parameters. */
    static Optional<String> addressOf(String view) {
        return ALL.stream()
                .filter(route -> route.view().equals(view) && route.parameters().isEmpty())
                .map(Route::address)
                .findFirst();
    }

    static List<Route> all() {
        return ALL;
    }

    private Routes() {}
}
