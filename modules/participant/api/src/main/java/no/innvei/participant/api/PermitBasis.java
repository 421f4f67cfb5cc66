package no.innvei.participant.api;

/** Basis of residence (oppholdsgrunnlag): the letters of integreringsloven § 9, or what lies outside it. */
public enum PermitBasis {
    /** § 9 a: refugee, utlendingsloven § 28 */
    A,
    /** § 9 b: resettlement refugee, § 35 third paragraph */
    B,
    /** § 9 c: humanitarian grounds on an asylum application, § 38 first paragraph */
    C,
    /** § 9 d: limited permit, family with children, § 38 fifth paragraph */
    D,
    /** § 9 e: collective protection, § 34 */
    E,
    /** § 9 f: family of a–e who meets the five-year condition */
    F,
    /** § 9 g: independent basis, § 53 */
    G,
    /** family migrant whose reference person is outside § 9 f */
    FAMILY_OTHER,
    /** any other permit */
    OTHER
}
