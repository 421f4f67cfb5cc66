package no.innvei.it.inside;

import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The jars of the EAR of this build with a small test WAR in the place of the real one. */
final class BuiltEar {

    static final File FILE = new File(System.getProperty("innvei.root", "../.."), "ear/target/innvei.ear");

    static EnterpriseArchive librariesWith(Class<?>... testClasses) {
        var ear = ShrinkWrap.create(EnterpriseArchive.class, "innvei-it.ear");
        ShrinkWrap.createFromZipFile(EnterpriseArchive.class, FILE)
                .getContent(path -> path.get().startsWith("/lib/") && path.get().endsWith(".jar"))
                .forEach((path, node) -> ear.add(node.getAsset(), path));
        var war = ShrinkWrap.create(WebArchive.class, "it.war")
                .addClasses(testClasses)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return ear.addAsModule(Testable.archiveToTest(war));
    }

    private BuiltEar() {}
}
