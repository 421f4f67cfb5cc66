package no.innvei.web.tenancy;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import no.innvei.kernel.WrittenForm;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.Tenants.Onboard;

/** @param number today's number: four digits for a municipality, two for a county */
public record OnboardTenantRequest(
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,62}")
        String alias,

        @NotNull @Pattern(regexp = "MUNICIPALITY|COUNTY") String kind,
        @NotNull @Pattern(regexp = "[0-9]{2}|[0-9]{4}") String number,
        @NotBlank @Size(max = 100) String name,
        @NotNull @Pattern(regexp = "nb|nn") String writtenForm,
        @NotBlank @Size(max = 100) String officeName,
        @NotBlank @Size(max = 200) String administratorName,
        @NotNull @Email @Size(min = 3, max = 254) String administratorEmail) {

    @JsonbCreator
    public OnboardTenantRequest(
            @JsonbProperty("alias") String alias,
            @JsonbProperty("kind") String kind,
            @JsonbProperty("number") String number,
            @JsonbProperty("name") String name,
            @JsonbProperty("writtenForm") String writtenForm,
            @JsonbProperty("officeName") String officeName,
            @JsonbProperty("administratorName") String administratorName,
            @JsonbProperty("administratorEmail") String administratorEmail) {
        this.alias = alias;
        this.kind = kind;
        this.number = number;
        this.name = name;
        this.writtenForm = writtenForm;
        this.officeName = officeName;
        this.administratorName = administratorName;
        this.administratorEmail = administratorEmail;
    }

    Onboard toCommand() {
        return new Onboard(
                alias,
                TenantKind.valueOf(kind),
                number,
                name.strip(),
                writtenForm.equals("nn") ? WrittenForm.NN : WrittenForm.NB,
                officeName.strip(),
                administratorName.strip(),
                administratorEmail);
    }
}
