package no.innvei.participant.api;

import static no.innvei.kernel.access.Role.AUDITOR;
import static no.innvei.kernel.access.Role.LEADER;
import static no.innvei.kernel.access.Role.PROGRAMME_ADVISER;
import static no.innvei.kernel.access.Role.TENANT_ADMINISTRATOR;

import java.util.Map;
import java.util.Set;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;

/** Permissions of the participant module. */
public final class ParticipantPermissions implements PermissionTable {

    public static final String READ = "participant.person.read";
    public static final String EDIT = "participant.person.edit";
    public static final String IMPORT = "participant.person.import";
    /** Complete identity numbers on the screen. */
    public static final String SHOW_IDENTIFIER = "participant.identifier.show";
    /** Facts for another module's work, without opening the person. */
    public static final String FACTS = "participant.facts.read";

    /** Giving a participant an adviser or a substitute, one at a time. */
    public static final String ASSIGN = "participant.assignment.edit";
    /** Giving many participants to other advisers at once, and undoing it. */
    public static final String REASSIGN = "participant.assignment.reassign";

    /** Seeing who may be registered twice, saying that they are two, and asking a leader to merge them. */
    public static final String DUPLICATES = "participant.duplicates.handle";
    /** Making one record of two, and undoing it. */
    public static final String MERGE = "participant.person.merge";

    @Override
    public String module() {
        return "participant";
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR),
                EDIT, Set.of(PROGRAMME_ADVISER, LEADER),
                SHOW_IDENTIFIER, Set.of(PROGRAMME_ADVISER, LEADER),
                IMPORT, Set.of(PROGRAMME_ADVISER, LEADER, TENANT_ADMINISTRATOR),
                ASSIGN, Set.of(PROGRAMME_ADVISER, LEADER),
                REASSIGN, Set.of(LEADER),
                DUPLICATES, Set.of(PROGRAMME_ADVISER, LEADER),
                MERGE, Set.of(LEADER),
                FACTS, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR, TENANT_ADMINISTRATOR));
    }
}
