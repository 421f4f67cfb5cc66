package no.innvei.introduction.api;

import static no.innvei.kernel.access.Role.AUDITOR;
import static no.innvei.kernel.access.Role.LEADER;
import static no.innvei.kernel.access.Role.PROGRAMME_ADVISER;

import java.util.Map;
import java.util.Set;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;

/** Permissions of the introduction module. */
public final class IntroductionPermissions implements PermissionTable {

    public static final String READ = "introduction.programme.read";
    /** Record claim, offer, start and ending. */
    public static final String EDIT = "introduction.programme.edit";
    /** Make the § 12 decision. */
    public static final String DECIDE = "introduction.programme.decide";

    public static final String EDIT_PLAN = "introduction.plan.edit";
    public static final String APPROVE_PLAN = "introduction.plan.approve";
    /** Current facts for the register exchange; held by its job and by no role. */
    public static final String FACTS = "introduction.facts.read";

    @Override
    public String module() {
        return "introduction";
    }

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of(
                READ, Set.of(PROGRAMME_ADVISER, LEADER, AUDITOR),
                EDIT, Set.of(PROGRAMME_ADVISER, LEADER),
                DECIDE, Set.of(PROGRAMME_ADVISER, LEADER),
                EDIT_PLAN, Set.of(PROGRAMME_ADVISER, LEADER),
                APPROVE_PLAN, Set.of(PROGRAMME_ADVISER, LEADER),
                FACTS, Set.of());
    }
}
