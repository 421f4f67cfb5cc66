package no.innvei.web.route;

import jakarta.servlet.http.HttpServletRequest;

/** The address the browser shows, also inside the view a request was forwarded to. */
public final class Address {

    /** With its query. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(RoutingFilter.ADDRESS) instanceof String shown ? shown : Routes.START;
    }

    /** What was asked for, decoded, without query and context path; the server splits it in two in different ways. */
    public static String requested(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }

    /** Without query and context path. */
    public static String pathOf(HttpServletRequest request) {
        var address = of(request).substring(request.getContextPath().length());
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private Address() {}
}
