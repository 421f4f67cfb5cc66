package no.innvei.web.worklist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import no.innvei.platform.CurrentScope;
import no.innvei.web.page.Messages;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ListSettings;
import no.innvei.worklist.api.WorklistPermissions;

/** What the organization decides for its lists. */
@Named("listSettingsView")
@RequestScoped
public class ListSettingsView {

    private static final String BUNDLE = "worklist";
    private static final int DIGITS = 3;

    @Inject
    private ListSettings settings;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private String days;
    private long version;

    @PostConstruct
    void read() {
        if (scope.holds(WorklistPermissions.SETTINGS)) {
            var now = settings.now();
            days = String.valueOf(now.untouchedDays());
            version = now.version();
        }
    }

    public String open() {
        return scope.holds(WorklistPermissions.SETTINGS) ? null : messages.notFound();
    }

    public String save() {
        int wanted = days.strip().matches("\\d{1," + DIGITS + "}") ? Integer.parseInt(days.strip()) : 0;
        if (wanted < ListSettings.LEAST_DAYS || wanted > ListSettings.MOST_DAYS) {
            return messages.stayAt(
                    "days", BUNDLE, "settings.untouched.needed", ListSettings.LEAST_DAYS, ListSettings.MOST_DAYS);
        }
        return settings.change(wanted, version)
                ? messages.done(BUNDLE, "settings.saved").redirect("/innstillinger")
                : messages.stay(BUNDLE, "settings.changed");
    }

    public String getHelp() {
        return text("settings.untouched.help");
    }

    public String getNeeded() {
        return text("settings.untouched.needed");
    }

    private static String text(String key) {
        return Texts.of(BUNDLE).get(key, ListSettings.LEAST_DAYS, ListSettings.MOST_DAYS);
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
