package no.innvei.registersync.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/** What the national register has been told about people of the current tenant, and what it answered. */
public interface RegisterStatus {

    /** Every item of one participant, in the order of {@link ItemKind}; empty when nothing is owed or the participant is not visible. */
    List<ItemStatus> of(ParticipantId participant);

    /** Refused items, those that are late or soonest late first; at most {@code limit}, 1 to 200. */
    List<ItemStatus> refused(int limit);

    /** Items on their way or waiting behind a refusal, those soonest late first; at most {@code limit}, 1 to 200. */
    List<ItemStatus> waiting(int limit);

    Counts counts();

    /**
     * @param subject the participant, the programme or the plan element
     * @param why why nothing is sent; {@code null} unless {@link ItemState#NOT_REQUIRED}
     * @param knownOn the day the information existed; {@code null} until known
     * @param registerBy last day inside the two months of integreringsforskriften § 58; {@code null} when nothing is owed
     * @param acceptedAt when the register last accepted the item, also when a change is on its way; {@code null} when it never did
     * @param receipt of that acceptance; {@code null} when there is none
     * @param refusal {@code null} unless {@link ItemState#REFUSED}
     */
    record ItemStatus(
            UUID item,
            ParticipantId participant,
            ItemKind kind,
            UUID subject,
            ItemState state,
            NotRequired why,
            LocalDate knownOn,
            LocalDate registerBy,
            Instant acceptedAt,
            String receipt,
            Refusal refusal,
            Instant changedAt) {}

    enum NotRequired {
        /** not settled in a municipality yet, and no programme either */
        NOT_SETTLED,
        /** taken back before the register had it, or taken back there too */
        WITHDRAWN,
        /** the person's record was merged into another, which is the one that is told */
        MERGED,
        /** the ending of a programme that was awarded and never began: the register has nothing to end */
        NEVER_STARTED
    }

    /**
     * @param code the register's code, for the helpdesk
     * @param field the register's field; {@code null} when it named none
     * @param sentence what to do, as the last part of a key in the text bundle; {@code unknown} when we do not know the code
     * @param mendAt where the data are mended
     */
    record Refusal(String code, String field, String sentence, MendAt mendAt) {}

    enum MendAt {
        /** names, numbers, permit, settlement, education */
        PERSON,
        /** offer, decision, start and end */
        PROGRAMME,
        /** goals and elements */
        PLAN,
        /** nothing the caseworker can change; the helpdesk */
        HELPDESK
    }

    /** Items of the tenant by state. */
    record Counts(int waiting, int refused, int accepted) {}
}
