package eu.estafette.commands;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One thing that an operator does something about, and why: what is done goes on record with both. */
final class OnRecord {

    @Parameters(index = "0", paramLabel = "ID", description = "its id, or its place as the list has it")
    private String id = "";

    @Mixin
    private ReasonOption reason = new ReasonOption();

    String id() {
        return id;
    }

    ReasonOption reason() {
        return reason;
    }
}
