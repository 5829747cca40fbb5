package ai.fomo.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/** The rules between modules that Maven's scopes cannot hold, because libraries bring others along. */
@AnalyzeClasses(packages = "ai.fomo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SQL = "java.sql..";
    private static final String[] STORAGE_LIBRARIES = {
        SQL, "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.postgresql..", "io.minio..", "okhttp3.."
    };

    @ArchTest
    static final ArchRule domainNeedsTheJdkAlone = classes()
            .that()
            .resideInAPackage("ai.fomo.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("ai.fomo.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule workflowsKnowDomainAndTemporal = noClasses()
            .that()
            .resideInAPackage("ai.fomo.workflows..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ai.fomo.learning..",
                    "ai.fomo.storage..",
                    "ai.fomo.sources..",
                    "ai.fomo.activities..",
                    "ai.fomo.worker..",
                    "ai.fomo.migrations..",
                    "org.deeplearning4j..",
                    "org.nd4j..",
                    "ai.onnxruntime..",
                    SQL,
                    "io.minio..",
                    "java.net.http..",
                    "java.nio.file..");

    @ArchTest
    static final ArchRule workflowsAskNeitherClockNorChanceNorEnvironment = noClasses()
            .that()
            .resideInAPackage("ai.fomo.workflows..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule learningKnowsNoTemporalNoSqlNoS3 = noClasses()
            .that()
            .resideInAPackage("ai.fomo.learning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.temporal..",
                    SQL,
                    "org.jdbi..",
                    "io.minio..",
                    "ai.fomo.storage..",
                    "ai.fomo.workflows..",
                    "ai.fomo.activities..",
                    "ai.fomo.sources..",
                    "ai.fomo.worker..");

    @ArchTest
    static final ArchRule storageKnowsDomainAlone = noClasses()
            .that()
            .resideInAPackage("ai.fomo.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.temporal..",
                    "org.deeplearning4j..",
                    "org.nd4j..",
                    "ai.onnxruntime..",
                    "ai.fomo.learning..",
                    "ai.fomo.workflows..",
                    "ai.fomo.activities..",
                    "ai.fomo.sources..",
                    "ai.fomo.worker..");

    /** The worker opens the pool and hands Jdbi to the stores; what it may not is speak SQL. */
    @ArchTest
    static final ArchRule onlyStorageAndMigrationsSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackages("ai.fomo.storage..", "ai.fomo.migrations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SQL, "javax.sql..", "org.jdbi.v3.core.statement..", "org.postgresql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule onlyStorageSpeaksS3 = noClasses()
            .that()
            .resideOutsideOfPackage("ai.fomo.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.minio..");

    @ArchTest
    static final ArchRule activitiesSeeOnlyTheInterfacesOfWorkflows = noClasses()
            .that()
            .resideInAPackage("ai.fomo.activities..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("ai\\.fomo\\.workflows\\..*WorkflowImpl")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(STORAGE_LIBRARIES)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingDependsOnTheWorker = noClasses()
            .that()
            .resideOutsideOfPackages("ai.fomo.worker..", "ai.fomo.systemtests..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.fomo.worker..");

    @ArchTest
    static final ArchRule onlyTheConfigurationReadsTheEnvironment = noClasses()
            .that()
            .resideOutsideOfPackage("ai.fomo.worker.configuration..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule thereIsOneMain = methods()
            .that()
            .haveName("main")
            .and()
            .arePublic()
            .and()
            .areStatic()
            .should()
            .beDeclaredIn(Main.class);

    @ArchTest
    static final ArchRule thereIsNoDrawerForTheRest =
            noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..misc..");
}
