package no.innvei.web.shell;

/** A number beside an entry of the menu, shown only when there is something to do. One CDI bean per entry; asked at every page. */
public interface MenuCount {

    /** Address of the entry, for instance {@code /min-dag}. */
    String address();

    int waiting();

    /** What the number counts, read out after it, for instance "avvist". */
    String meaning();

    boolean urgent();
}
