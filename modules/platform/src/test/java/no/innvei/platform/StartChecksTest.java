package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StartChecksTest {

    @Test
    void production_refuses_a_database_with_known_holes_and_the_demo_does_not() {
        assertThrows(IllegalStateException.class, () -> StartChecks.refuseOlder(180_006, Profile.PRODUCTION));
        assertDoesNotThrow(() -> StartChecks.refuseOlder(180_007, Profile.PRODUCTION));
        assertDoesNotThrow(() -> StartChecks.refuseOlder(180_006, Profile.DEMO));
        assertThrows(IllegalStateException.class, () -> StartChecks.refuseOlder(170_012, Profile.TEST));
    }
}
