package no.innvei.participant.api;

import java.time.LocalDate;
import no.innvei.kernel.ParticipantId;

/** What is true of a person for a while, without the days: those stand in {@link DatedFact}. Personal; prints nothing but its kind. */
public sealed interface LifeFact {

    FactKind kind();

    /** @param familyName {@code null} where the person has none */
    record Name(String givenNames, String familyName) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.NAME;
        }

        @Override
        public String toString() {
            return "Name";
        }
    }

    record BirthDate(LocalDate bornOn) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.BIRTH_DATE;
        }

        @Override
        public String toString() {
            return "BirthDate";
        }
    }

    /**
     * A residence permit; the first of its days is the day it was granted.
     *
     * @param followsFamilyPermit a § 9 a permit that follows a § 9 f permit
     * @param ground the provision of utlendingsloven, {@code null} when not known
     * @param renewedOn the last renewal, or {@code null}
     * @param expiresOn the last day it covers as it is now, or {@code null}
     */
    record Permit(
            PermitBasis basis,
            boolean followsFamilyPermit,
            ImmigrationGround ground,
            LocalDate renewedOn,
            LocalDate expiresOn)
            implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.PERMIT;
        }
    }

    /** @param byAgreement bosatt etter avtale with the integration authorities */
    record Settlement(boolean byAgreement) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.SETTLEMENT;
        }
    }

    /** @param municipality four digits */
    record Residence(String municipality) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.RESIDENCE;
        }
    }

    /**
     * @param country ISO 3166-1 alpha-2; {@code null} when only the group is known
     * @param group {@code null} follows from the country
     */
    record Citizenship(String country, CitizenshipGroup group) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.CITIZENSHIP;
        }
    }

    /** @param evidence what shows it, {@code null} when nobody has said */
    record Education(EducationLevel level, EducationEvidence evidence) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.EDUCATION;
        }
    }

    /** @param language ISO 639 code */
    record MotherTongue(String language) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.MOTHER_TONGUE;
        }
    }

    /** @param language ISO 639 code, {@code null} when no interpreter is needed */
    record Interpreting(String language) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.INTERPRETING;
        }

        public boolean needed() {
            return language != null;
        }
    }

    record WrittenForm(no.innvei.kernel.WrittenForm form) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.WRITTEN_FORM;
        }
    }

    /**
     * @param partner the partner, where she is a participant of this municipality and the reader may see her; else {@code null}
     * @param participates the partner takes part in a programme, here or elsewhere
     */
    record Partner(Relation relation, ParticipantId partner, boolean participates, boolean livesTogether)
            implements LifeFact {

        public enum Relation {
            SPOUSE,
            COHABITANT
        }

        @Override
        public FactKind kind() {
            return FactKind.PARTNER;
        }
    }

    record Child(LocalDate bornOn, LivesWith livesWith) implements LifeFact {

        public enum LivesWith {
            PARTICIPANT,
            /** with both parents, who live apart */
            SHARED,
            OTHER_PARENT,
            OTHER;

            public boolean atHome() {
                return this == PARTICIPANT || this == SHARED;
            }
        }

        @Override
        public FactKind kind() {
            return FactKind.CHILD;
        }

        @Override
        public String toString() {
            return "Child";
        }
    }

    record Employment(State state, int minutesPerWeek) implements LifeFact {

        public enum State {
            HELD,
            /** offered and not begun */
            OFFERED
        }

        @Override
        public FactKind kind() {
            return FactKind.EMPLOYMENT;
        }
    }

    record Contact(Channel channel, String content) implements LifeFact {

        public enum Channel {
            PHONE,
            EMAIL,
            ADDRESS
        }

        @Override
        public FactKind kind() {
            return FactKind.CONTACT;
        }

        @Override
        public String toString() {
            return "Contact";
        }
    }

    record UnaccompaniedMinor(boolean applies) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.UNACCOMPANIED_MINOR;
        }
    }

    /** Reservation against use of directly identifiable data in research, integreringsforskriften § 62. */
    record ResearchReservation(boolean reserved) implements LifeFact {
        @Override
        public FactKind kind() {
            return FactKind.RESEARCH_RESERVATION;
        }
    }
}
