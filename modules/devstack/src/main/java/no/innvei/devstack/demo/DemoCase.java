package no.innvei.devstack.demo;

import java.time.LocalDate;
import no.innvei.testkit.SyntheticPeople.Person;

/**
 * One demo participant: who she is, and how far the municipality has come with her.
 *
 * @param tenant alias of the municipality
 * @param number counted from 1 in the municipality; part of the idempotency keys
 * @param ownScript the name is recorded in the script of her country
 * @param plan how many versions of the plan are approved
 * @param draft a draft lies on top of the last version
 * @param protection 0 ordinary, 1 fortrolig, 2 strengt fortrolig
 */
record DemoCase(
        String tenant,
        int number,
        Person person,
        boolean ownScript,
        Permit permit,
        LocalDate settledOn,
        boolean byAgreement,
        Education education,
        boolean interpreter,
        Papers papers,
        Course course,
        int plan,
        boolean draft,
        int protection) {

    /** @param basis letter of integreringsloven § 9; {@code grantedOn} is {@code null} where the papers lack it */
    record Permit(String basis, LocalDate grantedOn, boolean followsFamily) {}

    enum Education {
        PRIMARY_NOT_COMPLETED,
        PRIMARY_COMPLETED,
        UPPER_SECONDARY,
        HIGHER_EDUCATION
    }

    /** What the papers hold; the register refuses the last two. */
    enum Papers {
        NATIONAL_ID,
        D_NUMBER,
        DUF_ONLY,
        NO_NUMBER,
        NO_PERMIT_DATE
    }

    /**
     * What has been recorded, in order; {@code null} from the first step that has not happened.
     *
     * @param claimedOn krav, for those who were not settled by agreement
     * @param refused the decision was no
     * @param endedOn before the last day the rules allow; {@code null} while she takes part
     * @param leftOpen when the programme ran out, nobody recorded why
     */
    record Course(
            LocalDate claimedOn,
            LocalDate offerOn,
            LocalDate decidedOn,
            boolean refused,
            LocalDate startOn,
            LocalDate endedOn,
            String endingReason,
            boolean leftOpen) {

        static final Course NOTHING_YET = new Course(null, null, null, false, null, null, null, false);
    }

    String givenNames() {
        return (ownScript ? person.own() : person.latin()).given();
    }

    String familyName() {
        return (ownScript ? person.own() : person.latin()).family();
    }

    /** Stable from run to run, so that a repeated load is recognised. */
    String key(String step) {
        return "demo-" + tenant + "-" + number + "-" + step;
    }

    @Override
    public String toString() {
        return "demo case " + tenant + " " + number;
    }
}
