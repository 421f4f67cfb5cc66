package no.innvei.web.page;

/**
 * One choice in a select or radio group.
 *
 * @param value what is sent and converted, normally an enum
 * @param description a second line; {@code null} when the label says it all
 */
public record Choice(Object value, String label, String description) {

    public static Choice of(Object value, String label) {
        return new Choice(value, label, null);
    }

    public Object getValue() {
        return value;
    }

    public String getLabel() {
        return label;
    }

    public String getDescription() {
        return description;
    }
}
