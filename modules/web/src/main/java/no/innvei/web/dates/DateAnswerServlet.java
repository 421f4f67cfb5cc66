package no.innvei.web.dates;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import no.innvei.web.dates.StaffDate.Reading;
import no.innvei.web.security.PageScript;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;

/** Says what a date field means while it is being filled in, by the rules that will read it when it is sent. Posted, because a birth date is no address. */
@WebServlet("/page/dato")
public class DateAnswerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 60;

    @Inject
    private transient Clock clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!PageScript.sent(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var typed = request.getParameter("tekst");
        var answer = typed == null || typed.isBlank() || typed.length() > LONGEST
                ? ""
                : answer(
                        typed,
                        request.getParameter("retning"),
                        request.getParameter("side"),
                        request.getParameter("uke") != null);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder().add("svar", answer).build().toString());
    }

    private String answer(String typed, String direction, String side, boolean week) {
        var locale = RequestLanguage.current();
        return switch (StaffDate.read(
                typed, StaffDate.directionOf(direction), StaffDate.sideOf(side), LocalDate.now(clock))) {
            case Reading.Day day ->
                week ? StaffDate.answerWithWeek(day.date(), locale) : StaffDate.answer(day.date(), typed, locale);
            case Reading.Period period ->
                StaffDate.answer(period.range().from(), typed, locale) + " – "
                        + StaffDate.answer(period.range().to(), typed, locale);
            case Reading.NotUnderstood n -> Texts.of("shell").get("date.notUnderstood");
        };
    }
}
