package no.innvei.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaMember.Predicates.declaredIn;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import no.innvei.platform.InstantConverter;
import no.innvei.platform.Requires;

@AnalyzeClasses(
        packages = "no.innvei",
        importOptions = {ImportOption.DoNotIncludeTests.class, ModuleBoundariesTest.OnlyTheApplication.class})
class ModuleBoundariesTest {

    private static final String APP = "no.innvei.";

    /** The testkit is on the class path of these tests and no part of the application. */
    static final class OnlyTheApplication implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/no/innvei/testkit/") && !location.contains("/no/innvei/architecture/");
        }
    }

    @ArchTest
    static final ArchRule modules_form_no_cycle =
            slices().matching(APP + "(*)..").should().beFreeOfCycles();

    @ArchTest // the web tier is a module like the others
    static final ArchRule a_module_sees_another_only_through_its_api = slices().matching(APP + "(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(APP + "*.api..", APP + "kernel..", APP + "platform.."))
            .ignoreDependency(
                    resideInAnyPackage(APP + "platform..", APP + "web.."), resideInAPackage(APP + "binding.."));

    @ArchTest
    static final ArchRule an_api_shows_only_itself_and_the_kernel = noClasses()
            .that()
            .resideInAPackage(APP + "*.api..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("no.innvei..").and(not(resideInAnyPackage(APP + "*.api..", APP + "kernel.."))));

    @ArchTest
    static final ArchRule domain_knows_no_container = noClasses()
            .that()
            .resideInAPackage(APP + "*.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.enterprise..", "jakarta.inject..", "jakarta.ws.rs..", "jakarta.faces..", "java.sql..");

    @ArchTest
    static final ArchRule entities_stay_in_their_domain = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage(APP + "*.domain..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_use_cases_open_transactions = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .resideInAnyPackage(APP + "*.application..", APP + "platform..");

    @ArchTest
    static final ArchRule use_cases_declare_who_may_call_them = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage(APP + "*.application..")
            .and(are(declaredInATransactionalClass()).or(are(transactional())))
            .should(declareAPermission());

    @ArchTest // it may know how a conflict looks, to answer with a problem
    static final ArchRule the_web_tier_contains_no_sql = noClasses()
            .that()
            .resideInAPackage(APP + "web..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..")
                    .and(not(assignableTo(Exception.class))));

    @ArchTest
    static final ArchRule domain_api_and_web_know_no_data_source = noClasses()
            .that()
            .resideInAPackage(APP + "*.domain..")
            .or()
            .resideInAPackage(APP + "*.api..")
            .or()
            .resideInAPackage(APP + "web..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource");

    @ArchTest // Instant.now(), LocalDate.now(zone) and their kin; the Clock is injected
    static final ArchRule nobody_reads_the_wall_clock = noClasses()
            .that()
            .resideOutsideOfPackage(APP + "platform..")
            .should()
            .callMethodWhere(readsTheWallClock());

    @ArchTest
    static final ArchRule the_tenant_is_bound_by_the_data_source_and_never_by_the_provider =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.eclipse.persistence..");

    @ArchTest
    static final ArchRule entities_carry_the_tenant = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(new ArchCondition<JavaClass>("have a field tenantId, or be on the list of tables without") {
                @Override
                public void check(JavaClass entity, ConditionEvents events) {
                    var has = entity.getAllFields().stream()
                            .anyMatch(field -> field.getName().equals("tenantId"));
                    events.add(new SimpleConditionEvent(entity, has, entity.getName() + " has no tenantId"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule instants_are_converted = fields().that()
            .haveRawType(Instant.class)
            .and()
            .areNotAnnotatedWith(Transient.class)
            .and()
            .areNotStatic()
            .and(are(declaredIn(mapped())))
            .should(new ArchCondition<JavaField>("name the InstantConverter") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    var convert = field.tryGetAnnotationOfType(Convert.class);
                    var right = convert.isPresent() && convert.get().converter() == InstantConverter.class;
                    events.add(new SimpleConditionEvent(field, right, field.getFullName() + " is not converted"));
                }
            })
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_prints = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static DescribedPredicate<JavaClass> mapped() {
        return DescribedPredicate.describe(
                "mapped classes",
                type -> type.isAnnotatedWith(Entity.class)
                        || type.isAnnotatedWith(Embeddable.class)
                        || type.isAnnotatedWith(MappedSuperclass.class));
    }

    private static DescribedPredicate<JavaMethod> declaredInATransactionalClass() {
        return DescribedPredicate.describe(
                "declared in a transactional class", method -> method.getOwner().isAnnotatedWith(Transactional.class));
    }

    private static DescribedPredicate<JavaMethod> transactional() {
        return DescribedPredicate.describe("transactional", method -> method.isAnnotatedWith(Transactional.class));
    }

    private static ArchCondition<JavaMethod> declareAPermission() {
        return new ArchCondition<>("declare a permission with @Requires") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var declared = method.isAnnotatedWith(Requires.class)
                        || method.getOwner().isAnnotatedWith(Requires.class);
                events.add(
                        new SimpleConditionEvent(method, declared, method.getFullName() + " may be called by anybody"));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> readsTheWallClock() {
        return DescribedPredicate.describe("read the wall clock", call -> {
            var target = call.getTarget();
            var parameters = new TreeSet<String>();
            target.getRawParameterTypes().forEach(type -> parameters.add(type.getName()));
            return target.getOwner().getPackageName().equals("java.time")
                    && Set.of("now", "systemUTC", "systemDefaultZone", "system").contains(target.getName())
                    && !parameters.contains(Clock.class.getName());
        });
    }
}
