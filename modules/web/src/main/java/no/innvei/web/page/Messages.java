package no.innvei.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import no.innvei.web.duplicates.MergedAddress;
import no.innvei.web.route.Address;
import no.innvei.web.security.RequestFilter;
import no.innvei.web.text.Texts;

/** What a view bean answers an action with. Every method returns {@code null}, so that it can be the action's return value. */
@Named("messages")
@ApplicationScoped
public class Messages {

    @Inject
    private MergedAddress merged;

    /** Stays on the page with an error in the summary on top. */
    public String stay(String module, String key, Object... values) {
        return stayAt(null, module, key, values);
    }

    /** Stays on the page with an error at one field and in the summary. */
    public String stayAt(String fieldId, String module, String key, Object... values) {
        var text = Texts.of(module).get(key, values);
        FacesContext.getCurrentInstance()
                .addMessage(fieldId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        FacesContext.getCurrentInstance().validationFailed();
        return null;
    }

    /** A receipt the next page shows, normally followed by {@link #redirect}. */
    public Messages done(String module, String key, Object... values) {
        session(Texts.of(module).get(key, values));
        return this;
    }

    /** Goes to a clean address, for instance {@code /deltakere}. */
    public String redirect(String address) {
        var context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().redirect(context.getExternalContext().getRequestContextPath() + address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return null;
    }

    /** The one 404: missing, another tenant's or protected. A record that was merged into another leads there instead. */
    public String notFound() {
        var context = FacesContext.getCurrentInstance();
        var instead = merged.instead(
                Address.pathOf((HttpServletRequest) context.getExternalContext().getRequest()));
        if (instead.isPresent()) {
            return redirect(instead.get());
        }
        try {
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
        return null;
    }

    /** The waiting receipt, once; {@code null} when there is none. */
    public String takeNotice() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        return external.getSession(false) == null
                ? null
                : (String) external.getSessionMap().remove(RequestFilter.NOTICE);
    }

    public boolean isNoticeWaiting() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        return external.getSession(false) != null && external.getSessionMap().containsKey(RequestFilter.NOTICE);
    }

    public boolean isFailed() {
        var worst = FacesContext.getCurrentInstance().getMaximumSeverity();
        return worst != null && worst.compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
    }

    private static void session(String text) {
        FacesContext.getCurrentInstance().getExternalContext().getSessionMap().put(RequestFilter.NOTICE, text);
    }
}
