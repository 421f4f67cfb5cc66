package no.innvei.web.introduction;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Hours a week as staff write them, with comma or point, to minutes: {@code 37,5} is 2250. At most two decimals, and whole minutes. */
@FacesConverter("hoursPerWeek")
public class HoursConverter implements Converter<Integer> {

    private static final Pattern WRITTEN = Pattern.compile("\\d{1,3}([,.]\\d{1,2})?");
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    @Override
    public Integer getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var minutes = minutes(typed.strip());
        if (minutes == null) {
            var text = Words.texts().get("hours.wrong");
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        }
        return minutes;
    }

    /** {@code null} when it is not a number of hours between one minute and a whole week. */
    static Integer minutes(String typed) {
        if (!WRITTEN.matcher(typed).matches()) {
            return null;
        }
        var minutes =
                new BigDecimal(typed.replace(',', '.')).multiply(MINUTES).setScale(0, java.math.RoundingMode.HALF_UP);
        int whole = minutes.intValueExact();
        return whole < 1 || whole > 7 * 24 * 60 ? null : whole;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Integer minutes) {
        return minutes == null ? "" : written(minutes);
    }

    static String written(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(MINUTES, 2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
