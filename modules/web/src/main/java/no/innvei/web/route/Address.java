package no.innvei.web.route;

import jakarta.servlet.http.HttpServletRequest;

/** The address the browser shows, also inside the view a request was forwarded to. */
public final class Address {

    /** With its query. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(RoutingFilter.ADDRESS) instanceof String shown ? shown : Routes.START;
    }

    /** Without query and context path. */
    public static String pathOf(HttpServletRequest request) {
        var address = of(request).substring(request.getContextPath().length());
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private Address() {}
}
