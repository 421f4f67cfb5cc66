package no.innvei.web.registersync;

import java.time.LocalDate;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.registersync.api.RegisterStatus.MendAt;
import no.innvei.web.text.Texts;

/** One item, or several of the same kind in the same state, in words. */
public final class ItemLine {

    private final ItemStatus item;
    private final String name;
    private final int many;
    private final Texts texts;

    /** @param name the participant's; {@code null} where the page is about her alone */
    ItemLine(ItemStatus item, String name, int many, Texts texts) {
        this.item = item;
        this.name = name;
        this.many = many;
        this.texts = texts;
    }

    public String getKind() {
        var kind = texts.get("item." + item.kind());
        return many == 1 ? kind : texts.get("item.several", kind, many);
    }

    public String getName() {
        return name == null ? texts.get("overview.someone") : name;
    }

    public String getPersonAddress() {
        return "/deltakere/" + item.participant().value();
    }

    public String getRegisterAddress() {
        return getPersonAddress() + "/register";
    }

    /** Value of the badge's {@code data-reg}. */
    public String getBadge() {
        return switch (item.state()) {
            case ACCEPTED -> "godtatt";
            case REFUSED -> "avvist";
            case PENDING, NOT_SENT -> "venter";
            case NOT_REQUIRED -> "ikke";
        };
    }

    public String getState() {
        return texts.get("state." + item.state());
    }

    /** The small print under the state. */
    public String getNote() {
        return switch (item.state()) {
            case ACCEPTED -> texts.get("note.accepted", item.acceptedAt());
            case REFUSED, NOT_SENT -> deadline();
            case PENDING -> item.acceptedAt() == null ? deadline() : texts.get("note.change", item.acceptedAt());
            case NOT_REQUIRED -> texts.get("note." + item.why());
        };
    }

    private String deadline() {
        return item.registerBy() == null ? "" : texts.get("note.deadline", item.registerBy());
    }

    public LocalDate getDeadline() {
        return item.registerBy();
    }

    public boolean isOpen() {
        return switch (item.state()) {
            case PENDING, NOT_SENT, REFUSED -> true;
            case ACCEPTED, NOT_REQUIRED -> false;
        };
    }

    public String getReceipt() {
        return item.receipt() == null ? "–" : item.receipt();
    }

    public boolean isRefused() {
        return item.refusal() != null;
    }

    /** What is wrong and what to do; the register's code only where we do not know it. */
    public String getSentence() {
        return item.refusal() == null
                ? ""
                : texts.get(
                        "refusal." + item.refusal().sentence(), item.refusal().code());
    }

    public boolean isMendable() {
        return item.refusal() != null && item.refusal().mendAt() != MendAt.HELPDESK;
    }

    public String getMendAddress() {
        return item.refusal() == null
                ? getPersonAddress()
                : switch (item.refusal().mendAt()) {
                    case PERSON ->
                        MendPlace.address(
                                        item.participant(),
                                        item.refusal().code(),
                                        item.refusal().field())
                                .orElseGet(this::getPersonAddress);
                    case HELPDESK -> getPersonAddress();
                    case PROGRAMME -> getPersonAddress() + "/program";
                    case PLAN -> getPersonAddress() + "/plan";
                };
    }

    public String getMend() {
        return item.refusal() == null ? "" : texts.get("mend." + item.refusal().mendAt());
    }
}
