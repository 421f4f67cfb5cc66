package no.innvei.platform;

import java.util.List;

/** The tenants there are, for jobs that visit all of them. */
public interface EveryTenant {

    List<Integer> ids();
}
