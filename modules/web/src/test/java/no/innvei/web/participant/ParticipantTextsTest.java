package no.innvei.web.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.EducationEvidence;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactReason;
import no.innvei.participant.api.HeldIdentifier;
import no.innvei.participant.api.ImmigrationGround;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ImportUndo;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.PermitBasis;
import org.junit.jupiter.api.Test;

class ParticipantTextsTest {

    private static final Set<String> KEYS =
            ResourceBundle.getBundle("no.innvei.web.participant", Locale.ROOT).keySet();

    @Test
    void every_code_has_its_words() {
        var missing = new TreeSet<String>();
        words(missing, "permit.", PermitBasis.values());
        words(missing, "permit.short.", PermitBasis.values());
        words(missing, "education.", EducationLevel.values());
        words(missing, "import.column.", ImportColumn.values());
        words(missing, "import.refused.", ImportReading.Cause.values());
        words(missing, "outcome.", ImportPreview.Outcome.values());
        words(missing, "facts.kind.", FactKind.values());
        words(missing, "facts.group.", CitizenshipGroup.values());
        words(missing, "facts.superseded.", DatedFact.Superseded.values());
        words(missing, "ground.", ImmigrationGround.values());
        words(missing, "evidence.", EducationEvidence.values());
        words(missing, "relation.", LifeFact.Partner.Relation.values());
        words(missing, "livesWith.", LifeFact.Child.LivesWith.values());
        words(missing, "work.", LifeFact.Employment.State.values());
        words(missing, "channel.", LifeFact.Contact.Channel.values());
        words(missing, "reason.", FactReason.values());
        words(missing, "fact.way.", FactView.Way.values());
        words(missing, "fact.intro.", FactView.Way.values());
        words(missing, "number.ended.", HeldIdentifier.EndedWhy.values());
        words(missing, "import.doubt.", ImportPreview.Doubt.Kind.values());
        words(missing, "import.running.", ImportStatus.Step.values());
        words(missing, "import.kept.", ImportUndo.Why.values());
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_problem_has_a_sentence_at_every_place_it_can_stand() {
        var ofTheRow = Set.of(
                Code.COLUMN_COUNT,
                Code.NO_IDENTIFIER,
                Code.REPEATED_IN_FILE,
                Code.LEADER,
                Code.CHANGED_SINCE_PREVIEW,
                Code.CLAIMED_TWICE);
        for (var code : Code.values()) {
            assertTrue(
                    KEYS.contains("problem." + code)
                            || ofTheRow.contains(code) && KEYS.contains("problem.row." + code)
                            || code == Code.DUF_CHECK_DIGITS && KEYS.contains("problem.dufNumber." + code)
                            || code == Code.BIRTH_DATE_DIFFERS && KEYS.contains("problem.bornOn." + code),
                    code.name());
        }
    }

    /** The codes a life fact is refused with are those of the domain, which the pages cannot see. */
    @Test
    void every_refusal_of_a_life_fact_has_a_sentence() {
        for (var code : List.of(
                "REQUIRED",
                "CHARACTERS",
                "TOO_LONG",
                "VALUE_NOT_KNOWN",
                "FUTURE",
                "TOO_EARLY",
                "BEFORE_BIRTH",
                "ORDER",
                "SAME_DAY",
                "OVERLAPS",
                "COVERS",
                "NOTHING_THERE",
                "ONLY_CORRECT",
                "ALWAYS_ONE",
                "OTHER_KIND",
                "PROTECTED",
                "partner.NOT_A_PARTICIPANT")) {
            assertTrue(KEYS.contains("problem." + code), code);
        }
    }

    @Test
    void the_template_has_the_columns_the_import_reads() throws IOException {
        var template = Files.readString(Path.of("src/main/webapp/resources/innvei/deltakere-mal.csv"));
        assertEquals(
                "\ufeff"
                        + Arrays.stream(ImportColumn.values())
                                .map(ImportColumn::header)
                                .collect(Collectors.joining(";"))
                        + "\r\n",
                template);
    }

    private static void words(Set<String> missing, String prefix, Enum<?>[] codes) {
        for (var code : codes) {
            if (!KEYS.contains(prefix + code.name())) {
                missing.add(prefix + code.name());
            }
        }
    }
}
