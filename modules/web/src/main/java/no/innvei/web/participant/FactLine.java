package no.innvei.web.participant;

import java.util.List;

/**
 * One fact on a page: what is true, and what was.
 *
 * @param value {@code null} when nothing is registered
 * @param period from when; empty when not known
 * @param history everything that was known besides; empty when there is nothing to tell
 * @param address where it is changed; {@code null} when the reader may not
 * @param partner the page of the partner, or {@code null}
 */
public record FactLine(String label, String value, String period, List<Past> history, String address, String partner) {

    public FactLine {
        history = List.copyOf(history);
    }

    /**
     * What was true, or was thought to be.
     *
     * @param wrong set aside because it was not true
     */
    public record Past(String value, String period, String knowledge, boolean wrong) {}

    public boolean isRegistered() {
        return value != null;
    }

    public String getLabel() {
        return label;
    }

    public String getValue() {
        return value;
    }

    public String getPeriod() {
        return period;
    }

    public List<Past> getHistory() {
        return history;
    }

    public String getAddress() {
        return address;
    }

    public String getPartner() {
        return partner;
    }
}
