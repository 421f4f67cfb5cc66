package no.innvei.web.route;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import no.innvei.web.text.RequestLanguage;

/** Forms post to the address the browser shows, and links between views become clean addresses. */
public class CleanAddressViewHandler extends ViewHandlerWrapper {

    public CleanAddressViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        var root = context.getViewRoot();
        var address = context.getExternalContext().getRequestMap().get(RoutingFilter.ADDRESS) instanceof String shown
                ? shown
                : null;
        if (address != null && root != null && viewId.equals(root.getViewId())) {
            return address;
        }
        return Routes.addressOf(viewId)
                .map(clean -> context.getExternalContext().getRequestContextPath() + clean)
                .orElseGet(() -> super.getActionURL(context, viewId));
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return RequestLanguage.current();
    }
}
