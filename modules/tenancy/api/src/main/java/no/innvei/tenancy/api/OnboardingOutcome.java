package no.innvei.tenancy.api;

/** What came of onboarding a tenant. Only {@link Accepted} has changed anything. */
public sealed interface OnboardingOutcome {

    record Accepted(String alias) implements OnboardingOutcome {}

    /** The municipality or county is a tenant already. */
    record AlreadyOnboarded(String alias) implements OnboardingOutcome {}

    record AliasTaken() implements OnboardingOutcome {}

    /** No municipality or county has that number today. */
    record NumberUnknown() implements OnboardingOutcome {}
}
