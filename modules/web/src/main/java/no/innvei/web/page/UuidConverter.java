package no.innvei.web.page;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.util.UUID;

/** Ids in addresses; {@code f:viewParam} needs it by name. */
@FacesConverter("uuid")
public class UuidConverter implements Converter<UUID> {

    @Override
    public UUID getAsObject(FacesContext context, UIComponent component, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ConverterException("not an id", notAnId);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, UUID id) {
        return id == null ? "" : id.toString();
    }
}
