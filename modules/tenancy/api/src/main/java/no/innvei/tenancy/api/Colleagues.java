package no.innvei.tenancy.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The people one works with in the current tenant, as far as everyone there knows them: names and offices. */
public interface Colleagues {

    /** Who may follow up participants on that day: programme advisers and leaders, by name; somebody in two offices stands there twice. */
    List<Colleague> advisers(LocalDate day);

    /** Names of these users, also of those who have left; a user of another tenant is missing. */
    Map<UUID, String> names(Set<UUID> users);

    /** Names of offices, also closed ones; an office of another tenant is missing. */
    Map<UUID, String> offices();

    /** @param clearance 0 ordinary, 1 fortrolig, 2 strengt fortrolig */
    record Colleague(UUID user, String name, int clearance, UUID office, String officeName) {}
}
