package no.innvei.registersync.integration;

import jakarta.enterprise.context.ApplicationScoped;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.RegisterStatus.MendAt;
import no.innvei.registersync.api.RegisterStatus.Refusal;
import no.innvei.registersync.application.RefusalWords;

/** The register's words and ours, both ways. Nothing else knows a code of the register. */
@ApplicationScoped
public class RegisterVocabulary implements RefusalWords {

    /** Our own code for a version the register holds and we have no receipt for, after we have tried to go on above it. */
    static final String CONFLICT = "CONFLICT";

    /** Our own code, followed by the HTTP status, for an answer outside the contract. */
    static final String NOT_UNDERSTOOD = "HTTP-";

    /** The register's code for a withdrawal of what it does not hold. */
    static final String NOTHING_TO_WITHDRAW = "R-110";

    static String collection(ItemKind kind) {
        return switch (kind) {
            case PERSON -> "persons";
            case MERGED_IDENTITY -> "merged-identities";
            case PROGRAMME_OFFER -> "programme-offers";
            case PROGRAMME_DECISION -> "programme-decisions";
            case PROGRAMME_START -> "programme-starts";
            case GOAL -> "goals";
            case NORWEGIAN_GOAL -> "norwegian-goals";
            case MEASURE -> "elements";
            case ENDING_REASON -> "endings";
        };
    }

    static String identifierKind(String ours) {
        return switch (IdentifierKind.valueOf(ours)) {
            case NATIONAL_ID -> "FNR";
            case D_NUMBER -> "DNR";
            case DUF_NUMBER -> "DUF";
        };
    }

    static String permit(String ours) {
        return switch (PermitBasis.valueOf(ours)) {
            case A -> "9A";
            case B -> "9B";
            case C -> "9C";
            case D -> "9D";
            case E -> "9E";
            case F -> "9F";
            case G -> "9G";
            case FAMILY_OTHER -> "FAMILIE";
            case OTHER -> "ANNET";
        };
    }

    static String education(String ours) {
        return switch (EducationLevel.valueOf(ours)) {
            case PRIMARY_NOT_COMPLETED -> "GRUNNSKOLE_IKKE_FULLFORT";
            case PRIMARY_COMPLETED -> "GRUNNSKOLE";
            case UPPER_SECONDARY -> "VIDEREGAENDE";
            case HIGHER_EDUCATION -> "HOYERE_UTDANNING";
        };
    }

    static String category(String ours) {
        return switch (Category.valueOf(ours)) {
            case RIGHT_AND_DUTY -> "RETT_OG_PLIKT";
            case RIGHT_ONLY -> "RETT";
            case MAY_BE_OFFERED -> "KAN_TILBYS";
            case NONE -> "INGEN";
        };
    }

    static String decision(boolean granted) {
        return granted ? "INNVILGET" : "AVSLATT";
    }

    static String goal(String ours) {
        return switch (FinalGoal.valueOf(ours)) {
            case WORK -> "ARBEID";
            case EDUCATION_ABOVE_UPPER_SECONDARY -> "UTDANNING_OVER_VGO";
            case VOCATIONAL_REQUALIFICATION -> "YRKESFAGLIG_REKVALIFISERING";
            case COMPLETE_UPPER_SECONDARY -> "FULLFORE_VGO";
            case PARTS_OF_UPPER_SECONDARY -> "DELER_AV_VGO";
            case COMPLETE_TRADE_CERTIFICATE -> "FULLFORE_FAGOPPLARING";
            case COMPLETE_PRIMARY -> "FULLFORE_GRUNNSKOLE";
            case PARTS_OF_PRIMARY -> "DELER_AV_GRUNNSKOLE";
        };
    }

    static String element(String ours) {
        return switch (ElementKind.valueOf(ours)) {
            case NORWEGIAN -> "NORSK";
            case SOCIAL_STUDIES -> "SAMFUNNSKUNNSKAP";
            case LIFE_SKILLS_CAREER_COMPETENCE -> "LIVSMESTRING_KARRIEREKOMPETANSE";
            case LIFE_SKILLS_MIGRATION_HEALTH_DIVERSITY -> "LIVSMESTRING_MIGRASJON_HELSE_MANGFOLD";
            case PARENT_GUIDANCE -> "FORELDREVEILEDNING";
            case WORK_PLACEMENT -> "PRAKSIS";
            case PART_TIME_WORK -> "DELTIDSARBEID";
            case SHORT_TRADE_COURSE -> "YRKESKURS";
            case NAV_MEASURE -> "NAV_TILTAK";
            case SIMILAR_WORK_ORIENTED -> "ARBEIDSRETTET_ANNET";
            case FAST_TRACK -> "HURTIGSPOR";
            case PREPARATORY_ADULT_EDUCATION -> "FOV";
            case UPPER_SECONDARY -> "VGO";
            case COMBINED_COURSE -> "KOMBINASJON";
            case VOCATIONAL_REQUALIFICATION -> "REKVALIFISERING";
            case HIGHER_VOCATIONAL_EDUCATION -> "FAGSKOLE";
            case HIGHER_EDUCATION -> "HOYERE_UTDANNING";
            case PRIOR_LEARNING_VALIDATION -> "REALKOMPETANSE";
            case FOREIGN_EDUCATION_RECOGNITION -> "GODKJENNING";
            case DIGITAL_SKILLS -> "DIGITAL_KOMPETANSE";
            case OTHER -> "ANNET";
        };
    }

    static String ending(String ours) {
        return switch (EndingReason.valueOf(ours)) {
            case WORK_FULL_TIME -> "ARBEID_HELTID";
            case WORK_PART_TIME -> "ARBEID_DELTID";
            case UPPER_SECONDARY -> "VGO";
            case PREPARATORY_ADULT_EDUCATION -> "FOV";
            case HIGHER_EDUCATION -> "HOYERE_UTDANNING";
            case OTHER_EDUCATION -> "ANNEN_UTDANNING";
            case NAV_MEASURE -> "NAV_TILTAK";
            case OTHER_QUALIFICATION -> "ANNEN_KVALIFISERING";
            case PARENTAL_LEAVE -> "FORELDREPERMISJON";
            case ILLNESS_OR_BENEFIT -> "SYKDOM_ELLER_TRYGD";
            case SOCIAL_ASSISTANCE -> "SOSIALHJELP";
            case MOVED_MUNICIPALITY -> "FLYTTET";
            case LEFT_COUNTRY -> "UTREIST";
            case WITHDRAWN -> "TRUKKET_SEG";
            case STOPPED_BY_MUNICIPALITY -> "STANSET";
            case DEATH -> "DOD";
            case UNKNOWN -> "UKJENT";
        };
    }

    @Override
    public Refusal explain(String code, String field) {
        return switch (code) {
            case "R-102" -> at(code, field, "nameMissing", MendAt.PERSON);
            case "R-103" -> at(code, field, "dateMissing", whereIs(field));
            case "R-104" -> at(code, field, "bornInTheFuture", MendAt.PERSON);
            case "R-105" -> at(code, field, "identifierMissing", MendAt.PERSON);
            case "R-106" -> at(code, field, "identifierWrong", MendAt.PERSON);
            case "R-107" -> at(code, field, "bornOnDiffers", MendAt.PERSON);
            case "R-108" -> at(code, field, "permitUnknown", MendAt.PERSON);
            case "R-109" -> at(code, field, "permitDateMissing", MendAt.PERSON);
            case "R-112" -> at(code, field, "mergedWithItself", MendAt.HELPDESK);
            case "R-111" -> at(code, field, "educationUnknown", MendAt.PERSON);
            case "R-201" -> at(code, field, "offerMissing", MendAt.PROGRAMME);
            case "R-203" -> at(code, field, "decisionBeforeOffer", MendAt.PROGRAMME);
            case "R-206" -> at(code, field, "startBeforeOffer", MendAt.PROGRAMME);
            case "R-207" -> at(code, field, "decisionMissing", MendAt.PROGRAMME);
            case "R-208" -> at(code, field, "lastDayBeforeStart", MendAt.PROGRAMME);
            case "R-214" -> at(code, field, "periodLocked", MendAt.HELPDESK);
            case "R-303" -> at(code, field, "norwegianGoalMissing", MendAt.PLAN);
            case "R-305" -> at(code, field, "elementBeforeOffer", MendAt.PLAN);
            case "R-306" -> at(code, field, "elementEndsBeforeStart", MendAt.PLAN);
            case "R-307" -> at(code, field, "elementHours", MendAt.PLAN);
            case "R-401" -> at(code, field, "startMissing", MendAt.PROGRAMME);
            case "R-402" -> at(code, field, "endBeforeStart", MendAt.PROGRAMME);
            case "R-403" -> at(code, field, "endingReasonMissing", MendAt.PROGRAMME);
            case CONFLICT -> at(code, field, "conflict", MendAt.HELPDESK);
            default -> at(code, field, "unknown", MendAt.HELPDESK);
        };
    }

    private static Refusal at(String code, String field, String sentence, MendAt where) {
        return new Refusal(code, field, sentence, where);
    }

    private static MendAt whereIs(String field) {
        return switch (field == null ? "" : field) {
            case "bornOn", "permitGrantedOn", "settledOn" -> MendAt.PERSON;
            case "from", "to" -> MendAt.PLAN;
            default -> MendAt.PROGRAMME;
        };
    }
}
