package no.innvei.web.rest;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;
import no.innvei.web.text.RequestLanguage;

/** Names the fields that are wrong, in the language of the request; never repeats the values, which may identify a person. */
@Provider
public class InvalidInputMapper implements ExceptionMapper<ConstraintViolationException> {

    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        var fields = invalid.getConstraintViolations().stream()
                .map(v -> lastOf(v.getPropertyPath().toString()) + ": " + inTheLanguageOfTheRequest(v))
                .sorted()
                .collect(Collectors.joining("; "));
        return Problem.of(400, "invalid-input").with("detail", fields).response();
    }

    /** The provider wrote the message before it could know who asks. */
    private static String inTheLanguageOfTheRequest(ConstraintViolation<?> violation) {
        return CDI.current()
                .select(ValidatorFactory.class)
                .get()
                .getMessageInterpolator()
                .interpolate(violation.getMessageTemplate(), new Asked(violation), RequestLanguage.current());
    }

    /** The constraint without the value, which our messages never name. */
    private record Asked(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return null;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new ValidationException("there is nothing behind this context");
        }
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
