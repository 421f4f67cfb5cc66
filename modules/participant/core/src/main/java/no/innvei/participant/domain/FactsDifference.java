package no.innvei.participant.domain;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/** What differs between two states of knowledge, by column. */
public final class FactsDifference {

    public static Set<ImportColumn> between(PersonFacts now, PersonFacts wanted) {
        var changed = EnumSet.noneOf(ImportColumn.class);
        add(changed, ImportColumn.GIVEN_NAMES, now.givenNames(), wanted.givenNames());
        add(changed, ImportColumn.FAMILY_NAME, now.familyName(), wanted.familyName());
        add(changed, ImportColumn.BORN_ON, now.bornOn(), wanted.bornOn());
        add(changed, ImportColumn.CITIZENSHIP, now.citizenship(), wanted.citizenship());
        add(changed, ImportColumn.CITIZENSHIP, now.citizenshipGroup(), wanted.citizenshipGroup());
        add(changed, ImportColumn.PERMIT_BASIS, now.permitBasis(), wanted.permitBasis());
        add(changed, ImportColumn.PERMIT_BASIS, now.followsFamilyPermit(), wanted.followsFamilyPermit());
        add(changed, ImportColumn.PERMIT_GRANTED_ON, now.permitGrantedOn(), wanted.permitGrantedOn());
        add(changed, ImportColumn.SETTLED_ON, now.settledOn(), wanted.settledOn());
        add(changed, ImportColumn.SETTLED_BY_AGREEMENT, now.settledByAgreement(), wanted.settledByAgreement());
        add(changed, ImportColumn.EDUCATION, now.education(), wanted.education());
        add(changed, ImportColumn.MOTHER_TONGUE, now.motherTongue(), wanted.motherTongue());
        add(changed, ImportColumn.INTERPRETING_LANGUAGE, now.interpretingLanguage(), wanted.interpretingLanguage());
        add(changed, ImportColumn.WRITTEN_FORM, now.writtenForm(), wanted.writtenForm());
        add(changed, ImportColumn.CHILDREN_BORN_ON, now.childrenBornOn(), wanted.childrenBornOn());
        for (var kind : IdentifierKind.values()) {
            add(changed, ImportColumn.of(kind), ofKind(now, kind), ofKind(wanted, kind));
        }
        return changed;
    }

    private static Set<?> ofKind(PersonFacts facts, IdentifierKind kind) {
        var found = new HashSet<>(facts.identifiers());
        found.removeIf(identifier -> identifier.kind() != kind);
        return found;
    }

    private static void add(Set<ImportColumn> changed, ImportColumn column, Object now, Object wanted) {
        if (!Objects.equals(now, wanted)) {
            changed.add(column);
        }
    }

    private FactsDifference() {}
}
