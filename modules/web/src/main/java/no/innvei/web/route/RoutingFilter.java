package no.innvei.web.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;

/** Sends clean addresses to their views, and hides the views' own addresses. Last of the filters, so that everything before it saw what was asked for. */
public class RoutingFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Request attribute: the address the browser shows, with its query; where forms post to. */
    static final String ADDRESS = RoutingFilter.class.getName() + ".address";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = Address.requested(request);
        if (path.equals("/")) {
            response.sendRedirect(request.getContextPath() + Routes.START);
            return;
        }
        if (path.endsWith(".xhtml")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var found = Routes.find(path);
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var view = found.get().route().view();
        if (request.getServletContext().getResource(view) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var query = request.getQueryString();
        request.setAttribute(ADDRESS, request.getContextPath() + path + (query == null ? "" : "?" + query));
        var parameters = found.get().parameters().entrySet().stream()
                .map(p -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining("&"));
        request.getRequestDispatcher(parameters.isEmpty() ? view : view + "?" + parameters)
                .forward(request, response);
    }
}
