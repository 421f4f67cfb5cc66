package no.innvei.participant.application;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;

/** Whether the job that looks for duplicates has been woken in this transaction; once is enough for all the people of an import. */
@TransactionScoped
public class WaitingPeople implements Serializable {

    private static final long serialVersionUID = 1L;

    private boolean woken;

    boolean first() {
        boolean first = !woken;
        woken = true;
        return first;
    }
}
